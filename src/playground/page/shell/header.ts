import { type IconName, icon } from "../dom/icons.ts";
import { make, refill } from "../dom/mount.ts";
import { el } from "../dom/tree.ts";
import { type PageState, placeNow } from "../state/model.ts";
import { violationsOf } from "../state/timeline.ts";

/** The bar above a conversation: where one is, and the switches. */
export function createHeader(parts: { theme: HTMLElement; inspect(): void; places(): void }) {
  const title = make("div", { class: "header-title" });
  const badge = make("span", { class: "header-badge" });
  const inspect = make(
    "button",
    { type: "button", class: "icon-button header-inspect", on: { click: parts.inspect } },
    icon("braces"),
    badge,
  );
  const menu = make(
    "button",
    {
      type: "button",
      class: "icon-button header-menu",
      "aria-label": "Channels and people",
      "aria-controls": "sidebar",
      "aria-expanded": "false",
      on: { click: parts.places },
    },
    icon("menu"),
  );

  return {
    element: make("header", { class: "header" }, menu, title, parts.theme, inspect),
    menu,
    update(state: PageState) {
      const place = placeNow(state);
      const kind: IconName =
        place?.kind === "guild" ? "hash" : place?.kind === "bot-dm" ? "at" : "lock";
      refill(
        title,
        icon(kind, 22),
        el("h1", {}, place?.name ?? ""),
        place?.guild && el("span", { class: "header-guild" }, place.guild.name),
      );
      const violations = state.server.exchanges.reduce(
        (sum, exchange) => sum + violationsOf(exchange).length,
        0,
      );
      badge.textContent = violations > 0 ? String(violations) : "";
      inspect.setAttribute(
        "aria-label",
        violations > 0
          ? `Raw payloads, ${violations} violations of Discord's rules`
          : "Raw payloads",
      );
      inspect.title = "Raw payloads";
      inspect.classList.toggle("bad", violations > 0);
      document.title = place
        ? `${place.kind === "guild" ? "#" : ""}${place.name} | Playground`
        : "Playground";
    },
  };
}
