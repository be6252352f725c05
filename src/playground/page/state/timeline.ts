import type { Exchange, ShownMessage } from "../../protocol.ts";
import type { PageState } from "./model.ts";
import { bySnowflake, timeOf } from "./snowflake.ts";

/** What stands in the channel, as the reader sees it. */
export type Row =
  | {
      readonly kind: "message";
      readonly id: string;
      readonly shown: ShownMessage;
      /** Said by the same author as the row above and shortly after: no name, no avatar. */
      readonly continues: boolean;
      /** The command that it answers. */
      readonly answers?: Exchange;
      readonly violations: number;
      /** A press on one of its components that came to nothing. */
      readonly failed?: Exchange;
    }
  | { readonly kind: "sending" | "failure"; readonly id: string; readonly exchange: Exchange };

/** @see Discord starts a new group after seven minutes. */
const GROUP_MS = 7 * 60 * 1000;
const COMMANDS: ReadonlySet<string> = new Set(["command", "message-command"]);

/** The rows of the place that is open, oldest first. */
export function timeline(state: PageState): readonly Row[] {
  const own = state.server.exchanges.filter(
    ({ action }) => action.in === state.in && action.as === state.as,
  );
  // The message may be there a moment before the exchange says that it was answered.
  const answered = new Set(
    state.server.messages.map(({ message }) => message.interaction_metadata?.id),
  );
  const unanswered = own.filter(({ interaction }) => !answered.has(interaction.id));
  const rows = [...messageRows(state, own), ...unanswered.flatMap(exchangeRow)]
    .filter((row) => !state.dismissed.has(row.id))
    .sort((a, b) => bySnowflake(a.id, b.id));
  return rows.map((row, at) => grouped(row, rows[at - 1]));
}

function messageRows(state: PageState, own: readonly Exchange[]): Row[] {
  return state.server.messages
    .filter(
      ({ message, onlyFor }) =>
        message.channel_id === state.in && (onlyFor ?? state.as) === state.as,
    )
    .map((shown) => {
      const { message } = shown;
      const metadata = message.interaction_metadata;
      const answers = state.server.exchanges.find(
        ({ interaction, action }) => interaction.id === metadata?.id && COMMANDS.has(action.type),
      );
      const failed = own.findLast(
        ({ action }) => action.type === "component" && action.message === message.id,
      );
      return {
        kind: "message",
        id: message.id,
        shown,
        continues: false,
        ...(answers && { answers }),
        ...(failed?.outcome === "expired" && { failed }),
        violations: violationsBehind(state.server.exchanges, message.id),
      };
    });
}

/** How many rules were broken by requests that made or changed the message. */
function violationsBehind(exchanges: readonly Exchange[], message: string): number {
  return exchanges
    .filter((exchange) => concerns(exchange, message))
    .reduce((sum, exchange) => sum + violationsOf(exchange).length, 0);
}

/** The newest exchange that made or changed the message, or is itself the row; undefined for what people said. */
export function exchangeBehind(state: PageState, row: string): string | undefined {
  const found = state.server.exchanges.findLast(
    (exchange) => exchange.interaction.id === row || concerns(exchange, row),
  );
  return found?.id;
}

function concerns({ message, action, requests }: Exchange, id: string): boolean {
  if (message?.message.id === id || (action.type === "component" && action.message === id))
    return true;
  return requests.some(({ response }) => hasId(response, id));
}

function hasId(response: unknown, id: string): boolean {
  return (
    typeof response === "object" && response !== null && "id" in response && response.id === id
  );
}

/** Whether two states of a row look the same. */
export function sameRow(a: Row, b: Row): boolean {
  if (a.kind !== "message" || b.kind !== "message") {
    return (
      a.kind !== "message" && b.kind !== "message" && a.kind === b.kind && a.exchange === b.exchange
    );
  }
  return (
    a.shown === b.shown &&
    a.continues === b.continues &&
    a.answers?.id === b.answers?.id &&
    a.failed?.id === b.failed?.id &&
    a.violations === b.violations
  );
}

export function violationsOf(exchange: Exchange): readonly string[] {
  return exchange.requests.flatMap((request) => request.violations);
}

function exchangeRow(exchange: Exchange): Row[] {
  if (!COMMANDS.has(exchange.action.type)) return [];
  const { outcome, interaction } = exchange;
  if (outcome === "pending") return [{ kind: "sending", id: interaction.id, exchange }];
  return outcome === "expired" ? [{ kind: "failure", id: interaction.id, exchange }] : [];
}

function grouped(row: Row, above: Row | undefined): Row {
  if (row.kind !== "message" || above?.kind !== "message" || row.answers) return row;
  const [mine, theirs] = [row.shown, above.shown];
  const continues =
    mine.message.author.id === theirs.message.author.id &&
    mine.onlyFor === theirs.onlyFor &&
    !mine.message.referenced_message &&
    timeOf(row.id) - timeOf(above.id) < GROUP_MS;
  return continues ? { ...row, continues } : row;
}
