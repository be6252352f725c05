import type { APIMessage } from "discord-api-types/v10";
import { FLAG } from "../discord-numbers.ts";
import { type Child, el, type Tree } from "../dom/tree.ts";
import { markdown } from "../markdown/render-markdown.ts";
import { messageTime } from "../markdown/timestamp.ts";
import type { Row } from "../state/timeline.ts";
import { attachmentView } from "./attachments-view.ts";
import { componentView } from "./components-view.ts";
import { embedView } from "./embed-view.ts";
import {
  authorView,
  avatarView,
  ephemeralNote,
  failureText,
  replyView,
  toolbar,
  usedView,
  violationBadge,
} from "./message-parts.ts";
import { nameOf, type View } from "./view.ts";

type MessageRow = Extract<Row, { kind: "message" }>;

/** A message with everything on it. What can be pressed carries a `data-action`, which the list listens for. */
export function messageView(row: MessageRow, view: View): Tree {
  const { message, onlyFor } = row.shown;
  const classes = [
    "message",
    row.continues && "continues",
    onlyFor !== undefined && "ephemeral",
    mentions(message, view.me) && "mentions-me",
  ];
  return el(
    "li",
    {
      class: classes.filter(Boolean).join(" "),
      "data-id": row.id,
      tabindex: -1,
      "aria-label": `Message by ${nameOf(message.author)}`,
    },
    row.answers && usedView(row.answers, view),
    message.referenced_message && replyView(message.referenced_message, view),
    !row.continues && avatarView(message.author.id, view),
    el(
      "div",
      { class: "message-body" },
      !row.continues && headerView(message),
      contentView(message, view),
      message.embeds.map((embed) => embedView(embed, view)),
      message.attachments.map((attachment) => attachmentView(attachment, view)),
      message.components?.map((component) => componentView(component, message.id, view)) ?? [],
      row.failed && failureText("This interaction failed", row.failed),
      row.violations > 0 && violationBadge(row.violations),
      onlyFor !== undefined && ephemeralNote(),
    ),
    toolbar(),
  );
}

function headerView({ author, timestamp }: APIMessage): Tree {
  return el(
    "div",
    { class: "message-header" },
    authorView(nameOf(author), author.bot === true),
    el("time", { class: "message-time", datetime: timestamp }, messageTime(timestamp)),
  );
}

function contentView(message: APIMessage, view: View): Child {
  const edited =
    message.edited_timestamp &&
    el("span", { class: "edited", title: messageTime(message.edited_timestamp) }, "(edited)");
  if ((message.flags ?? 0) & FLAG.loading) {
    return el(
      "div",
      { class: "thinking" },
      el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
      `${nameOf(message.author)} is thinking…`,
    );
  }
  if (!message.content) return edited && el("div", {}, edited);
  return el(
    "div",
    { class: "markup" },
    markdown(message.content, view.names),
    edited && [" ", edited],
  );
}

function mentions(message: APIMessage, me: string): boolean {
  return message.mention_everyone || message.mentions.some((user) => user.id === me);
}
