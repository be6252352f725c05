import type { APIMessage } from "discord-api-types/v10";
import type { Exchange } from "../../protocol.ts";
import { FLAG } from "../discord-numbers.ts";
import { icon } from "../dom/icons.ts";
import { type Child, el, type Tree } from "../dom/tree.ts";
import { markdown } from "../markdown/render-markdown.ts";
import { messageTime } from "../markdown/timestamp.ts";
import { commandName } from "../slash/command-name.ts";
import type { Row } from "../state/timeline.ts";
import { attachmentView } from "./attachments-view.ts";
import { componentView } from "./components-view.ts";
import { embedView } from "./embed-view.ts";
import type { View } from "./view.ts";

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
      "aria-label": `Message by ${message.author.username}`,
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

export function usedView(exchange: Exchange, view: View): Tree {
  const user = exchange.action.as;
  const avatar = view.avatar(user);
  return el(
    "div",
    { class: "used" },
    avatar && el("img", { src: avatar, alt: "", width: 16, height: 16 }),
    el("span", { class: "used-name" }, view.names.person(user) ?? "Somebody"),
    " used ",
    el("span", { class: "used-command" }, commandName(exchange)),
  );
}

export function avatarView(author: string, view: View): Child {
  const src = view.avatar(author);
  return src ? el("img", { class: "avatar", src, alt: "" }) : el("span", { class: "avatar" });
}

export function authorView(name: string, bot: boolean): readonly Child[] {
  return [
    el("span", { class: bot ? "author bot" : "author" }, name),
    bot && el("span", { class: "app-tag" }, "APP"),
  ];
}

export function failureText(text: string, exchange: Exchange): Tree {
  return el(
    "div",
    { class: "failure" },
    icon("warning", 16),
    el("span", {}, text),
    el(
      "button",
      {
        type: "button",
        class: "link-button",
        "data-action": "inspect",
        "data-exchange": exchange.id,
      },
      "See why",
    ),
  );
}

export function ephemeralNote(): Tree {
  return el(
    "div",
    { class: "ephemeral-note" },
    icon("eye", 16),
    "Only you can see this • ",
    el(
      "button",
      { type: "button", class: "link-button", "data-action": "dismiss" },
      "Dismiss message",
    ),
  );
}

export function violationBadge(count: number): Tree {
  return el(
    "button",
    { type: "button", class: "violation-badge", "data-action": "inspect" },
    icon("warning", 14),
    `${count} ${count === 1 ? "violation" : "violations"} of Discord's rules`,
  );
}

function headerView({ author, timestamp }: APIMessage): Tree {
  return el(
    "div",
    { class: "message-header" },
    authorView(author.global_name ?? author.username, author.bot === true),
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
      `${message.author.username} is thinking…`,
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

function replyView(message: APIMessage, view: View): Tree {
  const avatar = view.avatar(message.author.id);
  return el(
    "div",
    { class: "used" },
    avatar && el("img", { src: avatar, alt: "", width: 16, height: 16 }),
    el("span", { class: "used-name" }, message.author.username),
    el("span", { class: "reply-text" }, message.content || "Click to see attachment"),
  );
}

function toolbar(): Tree {
  return el(
    "div",
    { class: "message-toolbar", role: "toolbar", "aria-label": "Message actions" },
    el(
      "button",
      {
        type: "button",
        "data-action": "inspect",
        "aria-label": "Raw payload",
        title: "Raw payload",
      },
      icon("braces"),
    ),
    el(
      "button",
      {
        type: "button",
        "data-action": "more",
        "aria-label": "More",
        title: "More",
        "aria-haspopup": "menu",
      },
      icon("more"),
    ),
  );
}

function mentions(message: APIMessage, me: string): boolean {
  return message.mention_everyone || message.mentions.some((user) => user.id === me);
}
