import { make } from "../dom/mount.ts";
import { textOf } from "../dom/tree.ts";
import { markdown } from "../markdown/render-markdown.ts";
import { embedView } from "../message/embed-view.ts";
import { nameOf, type View } from "../message/view.ts";
import type { Row } from "../state/timeline.ts";

/** Reads new messages out to those who cannot see them, and nothing else that changes on the page. */
export function createAnnouncer() {
  const element = make("div", {
    class: "visually-hidden",
    role: "log",
    "aria-live": "polite",
    "aria-label": "New messages",
  });
  let heard: ReadonlySet<string> | undefined;

  return {
    element,
    say(text: string) {
      element.replaceChildren(text);
    },
    /** The first rows after `reset` are history and stay silent. */
    update(rows: readonly Row[], view: View) {
      const messages = rows.flatMap((row) => (row.kind === "sending" ? [] : [row]));
      const news = heard ? messages.filter((row) => !heard?.has(row.id)) : [];
      heard = new Set(messages.map((row) => row.id));
      if (news.length > 0)
        element.replaceChildren(...news.map((row) => make("p", {}, words(row, view))));
    },
    reset() {
      heard = undefined;
    },
  };
}

function words(row: Row, view: View): string {
  if (row.kind !== "message") return "The application did not respond.";
  const { message } = row.shown;
  const parts = [
    ...markdown(message.content, view.names),
    ...message.embeds.map((embed) => embedView(embed, view)),
  ];
  return `${nameOf(message.author)}: ${parts.map(textOf).join(" ")}`;
}
