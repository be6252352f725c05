import type { APIMessage } from "discord-api-types/v10";
import type { Exchange } from "../../protocol.ts";
import { icon } from "../dom/icons.ts";
import { type Child, el, type Tree } from "../dom/tree.ts";
import { commandName } from "../slash/command-name.ts";
import { nameOf, type View } from "./view.ts";

/** The line above an answer that says who used what. */
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

/** The line above a reply that says to what. */
export function replyView(message: APIMessage, view: View): Tree {
  const avatar = view.avatar(message.author.id);
  return el(
    "div",
    { class: "used" },
    avatar && el("img", { src: avatar, alt: "", width: 16, height: 16 }),
    el("span", { class: "used-name" }, nameOf(message.author)),
    el("span", { class: "reply-text" }, message.content || "Click to see attachment"),
  );
}

/** What can be done with a message, shown while one points at it. */
export function toolbar(): Tree {
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
