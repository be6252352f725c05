import type { APIChatInputApplicationCommandInteraction, APIMessage } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { type PageState, settle, withEvent } from "../../../src/playground/page/state/model.ts";
import { timeline } from "../../../src/playground/page/state/timeline.ts";
import type { Exchange, ShownMessage, State } from "../../../src/playground/protocol.ts";
import { DIRECT, SERVER } from "./fixtures.ts";

const ME = "1100000000000000011";
const OTHER = "1100000000000000012";
const PERSON = { name: "Member", description: "member", avatar: "data:," };

function server(more: Partial<State> = {}): State {
  return {
    bot: { id: "1", name: "Bot", avatar: "data:,", online: true },
    people: [
      { id: ME, ...PERSON },
      { id: OTHER, ...PERSON },
    ],
    places: [SERVER, DIRECT],
    commands: [],
    messages: [],
    exchanges: [],
    ...more,
  };
}

function page(more: Partial<State>): PageState {
  return {
    server: server(more),
    as: ME,
    in: SERVER.id,
    link: { status: "open" },
    dismissed: new Set(),
  };
}

function shown(id: number, more: Partial<ShownMessage> = {}, by = "1", place = SERVER.id) {
  const message: Pick<APIMessage, "id" | "channel_id" | "content"> & { author: { id: string } } = {
    id: String(1_200_000_000_000_000_000n + BigInt(id)),
    channel_id: place,
    content: `message ${id}`,
    author: { id: by },
  };
  return JSON.parse(JSON.stringify({ message, ...more })) satisfies ShownMessage;
}

function exchange(id: number, outcome: Exchange["outcome"], as = ME): Exchange {
  const interaction: Pick<APIChatInputApplicationCommandInteraction, "id"> = {
    id: String(1_200_000_000_000_000_000n + BigInt(id)),
  };
  const action = { as, in: SERVER.id, type: "command", command: "ask", options: {} };
  return JSON.parse(JSON.stringify({ id: `x${id}`, action, interaction, requests: [], outcome }));
}

test("a message that is for somebody else only is not shown", () => {
  const rows = timeline(
    page({ messages: [shown(1, { onlyFor: OTHER }), shown(2, { onlyFor: ME }), shown(3)] }),
  );
  expect(rows.map((row) => row.id.slice(-1))).toEqual(["2", "3"]);
});

test("only messages of the place that is open are shown, in the order of their ids", () => {
  const rows = timeline(page({ messages: [shown(3), shown(1), shown(2, {}, "1", DIRECT.id)] }));
  expect(rows.map((row) => row.id.slice(-1))).toEqual(["1", "3"]);
});

test("messages of one author shortly after each other are grouped, ephemeral ones apart", () => {
  const messages = [shown(1), shown(2), shown(3, { onlyFor: ME }), shown(4, {}, OTHER)];
  const rows = timeline(page({ messages }));
  expect(rows.map((row) => row.kind === "message" && row.continues)).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test("a command that got no answer is shown to its user alone, until it is dismissed", () => {
  const state = page({ exchanges: [exchange(1, "expired"), exchange(2, "expired", OTHER)] });
  const rows = timeline(state);
  expect(rows.map(({ kind, id }) => [kind, id.slice(-1)])).toEqual([["failure", "1"]]);
  expect(timeline({ ...state, dismissed: new Set(rows.map(({ id }) => id)) })).toEqual([]);
});

test("a command that is under way is shown as being sent", () => {
  const rows = timeline(page({ exchanges: [exchange(1, "pending"), exchange(2, "message")] }));
  expect(rows.map(({ kind }) => kind)).toEqual(["sending"]);
});

test("a command is no longer being sent once its answer is there", () => {
  const sent = exchange(1, "pending");
  const answer = shown(2);
  const message = { ...answer.message, interaction_metadata: { id: sent.interaction.id } };
  const answered = JSON.parse(JSON.stringify({ message }));
  const rows = timeline(page({ exchanges: [sent], messages: [answered] }));
  expect(rows.map(({ kind }) => kind)).toEqual(["message"]);
});

test("an event about a known message replaces it, one about a new message adds it", () => {
  const first = server({ messages: [shown(1)] });
  const edited = withEvent(first, { type: "message", shown: shown(1, { answers: ME }) });
  expect(edited.messages).toEqual([shown(1, { answers: ME })]);
  expect(withEvent(edited, { type: "message", shown: shown(2) }).messages).toHaveLength(2);
});

test("who does not see a place is moved to one that they see", () => {
  const secret = { ...DIRECT, id: "9", people: [OTHER] };
  const world = server({ places: [SERVER, secret] });
  expect(settle(world, { as: ME, in: secret.id })).toEqual({ as: ME, in: SERVER.id });
  expect(settle(world, { as: OTHER, in: secret.id })).toEqual({ as: OTHER, in: secret.id });
});
