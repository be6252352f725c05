import { COMMAND } from "../discord-numbers.ts";
import { el, type Tree } from "../dom/tree.ts";
import { type Row, violationsOf } from "../state/timeline.ts";
import {
  authorView,
  avatarView,
  ephemeralNote,
  failureText,
  usedView,
  violationBadge,
} from "./message-parts.ts";
import { messageView } from "./message-view.ts";
import type { View } from "./view.ts";

/** Who answers. */
export interface App {
  readonly id: string;
  readonly name: string;
}

/** A line of the channel: a message, or a command that is under way or came to nothing. */
export function rowView(row: Row, view: View, app: App): Tree {
  if (row.kind === "message") return messageView(row, view);
  const { exchange } = row;
  const violations = violationsOf(exchange).length;
  return el(
    "li",
    {
      class: "message ephemeral",
      "data-id": row.id,
      "data-exchange": exchange.id,
      tabindex: -1,
      "aria-label": `Answer by ${app.name}`,
    },
    exchange.interaction.data &&
      "type" in exchange.interaction.data &&
      exchange.interaction.data.type !== COMMAND.user &&
      usedView(exchange, view),
    avatarView(app.id, view),
    el(
      "div",
      { class: "message-body" },
      el("div", { class: "message-header" }, authorView(app.name, true)),
      row.kind === "sending"
        ? el("div", { class: "dim" }, "Sending command…")
        : failureText("The application did not respond", exchange),
      violations > 0 && violationBadge(violations),
      row.kind === "failure" && ephemeralNote(),
    ),
  );
}
