import type { Place } from "../../protocol.ts";
import { type IconName, icon } from "../dom/icons.ts";
import { openMenu } from "../dom/menu.ts";
import { make, refill } from "../dom/mount.ts";
import { type Child, el, type Tree } from "../dom/tree.ts";
import { type PageState, personNow, placeNow, placesOf } from "../state/model.ts";

export interface SidebarListeners {
  go(place: string): void;
  become(person: string): void;
}

const ICONS: Readonly<Record<Place["kind"], IconName>> = {
  guild: "hash",
  "bot-dm": "at",
  "private-channel": "lock",
};
const DIRECT = "Direct messages";

/** Servers, their channels, and below them who one is. */
export function createSidebar(listeners: SidebarListeners) {
  const rail = make("nav", { class: "rail", "aria-label": "Servers" });
  const channels = make("nav", { class: "channels", "aria-label": "Channels" });
  const panel = make("div", { class: "user-panel" });
  const element = make(
    "div",
    { class: "sidebar", id: "sidebar" },
    rail,
    make("div", { class: "channel-column" }, channels, panel),
  );
  let before: PageState | undefined;

  function update(state: PageState) {
    const changed =
      before?.as !== state.as ||
      before.in !== state.in ||
      before.server.bot !== state.server.bot ||
      before.server.people !== state.server.people;
    before = state;
    if (!changed) return;
    const focused = document.activeElement?.getAttribute("data-key");
    const open = groupOf(placeNow(state));
    const groups = [...Map.groupBy(placesOf(state), groupOf)];
    refill(
      rail,
      groups.map(([name, places]) =>
        railButton(name, name === open, () => listeners.go(places[0]?.id ?? "")),
      ),
    );
    const shown = groups.find(([name]) => name === open)?.[1] ?? [];
    refill(
      channels,
      el("h2", {}, open),
      shown.map((place) => placeButton(place, state)),
    );
    refill(panel, userButton(state));
    if (focused) element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function placeButton(place: Place, state: PageState): Tree {
    const current = place.id === state.in;
    return el(
      "button",
      {
        type: "button",
        class: "place",
        "data-key": `place-${place.id}`,
        "aria-current": current && "page",
        on: { click: () => listeners.go(place.id) },
      },
      icon(ICONS[place.kind]),
      el("span", {}, place.name),
      place.kind === "bot-dm" && presence(state.server.bot.online),
    );
  }

  function userButton(state: PageState): Tree {
    const me = personNow(state);
    return el(
      "button",
      {
        type: "button",
        class: "user-button",
        "data-key": "user",
        "aria-haspopup": "menu",
        "aria-label": `Acting as ${me?.name}, ${me?.description}. Switch person`,
        on: {
          click: (event) =>
            event.currentTarget instanceof HTMLElement && people(event.currentTarget, state),
        },
      },
      me && personContent(me),
      icon("chevron", 18),
    );
  }

  function people(at: HTMLElement, { server, as }: PageState) {
    const items = server.people.map((person) => ({
      label: person.name,
      checked: person.id === as,
      content: personContent(person),
      pick: () => listeners.become(person.id),
    }));
    openMenu(at, "Act as", [{ heading: "Act as", items }]);
  }

  return { element, update };
}

function railButton(name: string, current: boolean, go: () => void): Tree {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0])
    .join("")
    .slice(0, 3);
  return el(
    "button",
    {
      type: "button",
      class: "rail-button",
      "data-key": `rail-${name}`,
      "aria-label": name,
      title: name,
      "aria-current": current && "true",
      on: { click: go },
    },
    name === DIRECT ? icon("at", 24) : initials,
  );
}

function personContent(person: {
  readonly name: string;
  readonly description: string;
  readonly avatar: string;
}): readonly Child[] {
  return [
    el("img", { src: person.avatar, alt: "", width: 32, height: 32 }),
    el(
      "span",
      { class: "person-text" },
      el("span", { class: "person-name" }, person.name),
      el("span", { class: "dim" }, person.description),
    ),
  ];
}

function presence(online: boolean): Tree {
  return el("span", {
    class: online ? "presence online" : "presence",
    role: "img",
    "aria-label": online ? "online" : "offline",
  });
}

function groupOf(place: Place | undefined): string {
  return place?.guild?.name ?? DIRECT;
}
