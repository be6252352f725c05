import type {
  Exchange,
  Person,
  Place,
  Event as PushedEvent,
  ShownMessage,
  State,
} from "../../protocol.ts";

/** All that the page shows follows from this. */
export interface PageState {
  readonly server: State;
  /** In whose place the reader acts. */
  readonly as: string;
  readonly in: string;
  readonly link: Link;
  /** Ephemeral messages and failures that the reader waved away, by id. */
  readonly dismissed: ReadonlySet<string>;
}

/** Whether events arrive. */
export type Link =
  | { readonly status: "open" }
  | { readonly status: "lost"; readonly retryAt: number }
  | { readonly status: "connecting" };

/** One keystroke makes one: a page that stays open must not grow for ever. */
const EXCHANGES_KEPT = 200;

export function withEvent(server: State, event: PushedEvent): State {
  switch (event.type) {
    case "message":
      return { ...server, messages: upsert(server.messages, event.shown, idOfShown) };
    case "message-deleted":
      return {
        ...server,
        messages: server.messages.filter((shown) => idOfShown(shown) !== event.id),
      };
    case "exchange":
      return {
        ...server,
        exchanges: upsert(server.exchanges, event.exchange, idOfExchange).slice(-EXCHANGES_KEPT),
      };
    case "commands":
      return { ...server, commands: event.commands };
    case "presence":
      return { ...server, bot: { ...server.bot, online: event.online } };
  }
}

/** Who and where, out of what exists: the wish where it can be had, otherwise the nearest thing to it. */
export function settle(
  server: State,
  wish: { as?: string; in?: string },
): { as: string; in: string } {
  const as = server.people.find((person) => person.id === wish.as) ?? server.people[0];
  const places = server.places.filter((place) => as && place.people.includes(as.id));
  const place = places.find((candidate) => candidate.id === wish.in) ?? places[0];
  return { as: as?.id ?? "", in: place?.id ?? "" };
}

export function personNow(state: PageState): Person | undefined {
  return state.server.people.find((person) => person.id === state.as);
}

export function placeNow(state: PageState): Place | undefined {
  return state.server.places.find((place) => place.id === state.in);
}

/** The places that the reader sees, as whom they are now. */
export function placesOf(state: PageState): readonly Place[] {
  return state.server.places.filter((place) => place.people.includes(state.as));
}

export function idOfShown(shown: ShownMessage): string {
  return shown.message.id;
}

function idOfExchange(exchange: Exchange): string {
  return exchange.id;
}

function upsert<Item>(
  items: readonly Item[],
  item: Item,
  idOf: (item: Item) => string,
): readonly Item[] {
  const id = idOf(item);
  const at = items.findIndex((candidate) => idOf(candidate) === id);
  return at < 0 ? [...items, item] : items.with(at, item);
}
