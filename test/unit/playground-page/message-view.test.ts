import type { APIMessage } from "discord-api-types/v10";
import { expect, test } from "vitest";
import {
  type Child,
  el,
  isTree,
  type Tree,
  textOf,
} from "../../../src/playground/page/dom/tree.ts";
import { messageView } from "../../../src/playground/page/message/message-view.ts";
import type { View } from "../../../src/playground/page/message/view.ts";
import type { Row } from "../../../src/playground/page/state/timeline.ts";

const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
const ME = "1100000000000000011";
const BOT = { id: "1100000000000000001", username: "Bot", discriminator: "0", avatar: null };

const VIEW: View = {
  names: { person: () => "Somebody", place: () => undefined },
  me: ME,
  avatar: () => undefined,
  local: (url) => (url.startsWith("http://127.0.0.1/") ? new URL(url).pathname : undefined),
  select: (component) => el("menu", { "data-custom-id": component.custom_id }),
};

function row(more: Partial<APIMessage>, onlyFor?: string): Extract<Row, { kind: "message" }> {
  const message: APIMessage = {
    id: "1200000000000000000",
    channel_id: "1100000000000000101",
    author: { ...BOT, global_name: null },
    content: "",
    timestamp: "2025-11-01T10:00:00.000Z",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    ...more,
  };
  const shown = { message, ...(onlyFor !== undefined && { onlyFor }) };
  return { kind: "message", id: message.id, shown, continues: false, violations: 0 };
}

function all(child: Child): readonly Tree[] {
  return isTree(child) ? [child, ...child.children.flatMap(all)] : [];
}

function byClass(tree: Tree, name: string): readonly Tree[] {
  return all(tree).filter((each) => String(each.attributes.class).split(" ").includes(name));
}

test("hostile text in every part of a message stays text", () => {
  const tree = messageView(
    row({
      content: HOSTILE,
      embeds: [
        {
          title: HOSTILE,
          description: HOSTILE,
          url: "javascript:alert(1)",
          author: { name: HOSTILE, url: "javascript:alert(1)", icon_url: "https://a.example/x" },
          footer: { text: HOSTILE },
          fields: [{ name: HOSTILE, value: HOSTILE }],
          image: { url: `https://a.example/${HOSTILE}` },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 1, label: HOSTILE, custom_id: HOSTILE },
            { type: 2, style: 5, label: HOSTILE, url: "javascript:alert(1)" },
          ],
        },
      ],
    }),
    VIEW,
  );
  const drawn = all(tree);
  expect(drawn.filter(({ tag }) => tag === "img" || tag === "script")).toEqual([]);
  expect(drawn.map(({ attributes }) => attributes.href).filter(Boolean)).toEqual([
    expect.stringMatching(/^https:\/\/a\.example\//),
  ]);
  expect(drawn.flatMap(({ attributes }) => Object.keys(attributes))).not.toContain("onerror");
  expect(textOf(tree).split(HOSTILE).length - 1).toBe(9);
});

test("pictures from elsewhere are links, pictures of this server are shown", () => {
  const tree = messageView(
    row({
      embeds: [
        { image: { url: "http://127.0.0.1/attachments/a.png" } },
        { image: { url: "https://cdn.example/b.png" } },
      ],
    }),
    VIEW,
  );
  expect(
    all(tree)
      .map(({ attributes }) => attributes.src)
      .filter(Boolean),
  ).toEqual(["/attachments/a.png"]);
  expect(byClass(tree, "elsewhere").map(textOf)).toEqual(["Picture on cdn.example"]);
});

test("buttons say what they do and keep their custom id, and a disabled one is disabled", () => {
  const tree = messageView(
    row({
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 4, label: "Remove", custom_id: "remove:1" },
            { type: 2, style: 2, emoji: { name: "🔁" }, custom_id: "again", disabled: true },
          ],
        },
      ],
    }),
    VIEW,
  );
  expect(byClass(tree, "button").map(({ attributes }) => attributes)).toMatchObject([
    { class: "button danger", "data-custom-id": "remove:1" },
    { class: "button secondary", "data-custom-id": "again", "aria-label": "🔁", disabled: true },
  ]);
});

test("an ephemeral message says that only its reader sees it, and can be dismissed", () => {
  const note = byClass(messageView(row({ content: "x" }, ME), VIEW), "ephemeral-note");
  expect(note.map(textOf)).toEqual(["Only you can see this • Dismiss message"]);
  expect(byClass(messageView(row({ content: "x" }), VIEW), "ephemeral-note")).toEqual([]);
});

test("a deferred message shows that the bot is thinking", () => {
  const tree = messageView(row({ flags: 128 }), VIEW);
  expect(byClass(tree, "thinking").map(textOf)).toEqual(["Bot is thinking…"]);
});

test("a message that mentions the reader stands out, one that mentions another does not", () => {
  const mentioning = (id: string) =>
    messageView(row({ content: "hello", mentions: [{ ...BOT, id, global_name: null }] }), VIEW);
  expect(mentioning(ME).attributes.class).toContain("mentions-me");
  expect(mentioning("1100000000000000099").attributes.class).not.toContain("mentions-me");
});

test("inline fields stand beside each other, three in a row", () => {
  const field = (inline: boolean) => ({ name: "n", value: "v", inline });
  const fields = [true, true, true, true, false].map(field);
  const tree = messageView(row({ embeds: [{ fields }] }), VIEW);
  expect(byClass(tree, "embed-field").map(({ attributes }) => attributes.style)).toEqual([
    "--span: 4",
    "--span: 4",
    "--span: 4",
    "--span: 12",
    "--span: 12",
  ]);
});

test("broken rules show as a red badge with their number", () => {
  const tree = messageView({ ...row({ content: "x" }), violations: 2 }, VIEW);
  expect(byClass(tree, "violation-badge").map(textOf)).toEqual(["2 violations of Discord's rules"]);
});
