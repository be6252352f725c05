import type { Exchange } from "../../protocol.ts";
import { icon } from "../dom/icons.ts";
import { make, mount } from "../dom/mount.ts";
import { placeChildren } from "../dom/place-children.ts";
import { el } from "../dom/tree.ts";
import { violationsOf } from "../state/timeline.ts";
import { exchangeView } from "./exchange-view.ts";

export interface InspectorListeners {
  close(): void;
  copied(): void;
}

interface Drawn {
  readonly of: Exchange;
  readonly open: boolean;
  readonly element: Element;
}

/** The panel of raw payloads: every interaction, the newest first. */
export function createInspector(listeners: InspectorListeners) {
  const open = new Set<string>();
  const list = make("ol", { class: "exchanges" });
  const empty = make(
    "li",
    { class: "exchanges-empty" },
    "Use a command, and what the bot and Discord say to each other appears here.",
  );
  const lookups = make("input", { type: "checkbox", on: { change: draw } });
  const element = make(
    "aside",
    { class: "inspector", "aria-label": "Raw payloads", hidden: true },
    el(
      "div",
      { class: "inspector-header" },
      el("h2", {}, "Raw payloads"),
      el("label", {}, lookups, "autocomplete"),
      el(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": "Close raw payloads",
          on: { click: listeners.close },
        },
        icon("close"),
      ),
    ),
    list,
  );
  let exchanges: readonly Exchange[] = [];
  let drawn = new Map<string, Drawn>();

  function draw() {
    if (element.hidden) return;
    const next = new Map<string, Drawn>();
    for (const exchange of exchanges.filter(isShown).toReversed())
      next.set(exchange.id, entry(exchange));
    drawn = next;
    placeChildren(list, next.size > 0 ? [...next.values()].map((item) => item.element) : [empty]);
  }

  /** Lookups are many, one for each keystroke: they hide unless asked for, or broken. */
  function isShown(exchange: Exchange): boolean {
    if (exchange.action.type === "say") return false;
    return (
      exchange.action.type !== "autocomplete" ||
      lookups.checked ||
      violationsOf(exchange).length > 0 ||
      open.has(exchange.id)
    );
  }

  function entry(exchange: Exchange) {
    const before = drawn.get(exchange.id);
    const isOpen = open.has(exchange.id);
    if (before?.of === exchange && before.open === isOpen) return before;
    return {
      of: exchange,
      open: isOpen,
      element: mount(
        exchangeView(exchange, { open: isOpen, toggle: () => toggle(exchange.id), copy }),
      ),
    };
  }

  function toggle(id: string) {
    if (!open.delete(id)) open.add(id);
    draw();
    list.querySelector<HTMLElement>(`[data-exchange="${CSS.escape(id)}"] .exchange-line`)?.focus();
  }

  function copy(text: string) {
    void navigator.clipboard.writeText(text).then(listeners.copied);
  }

  return {
    element,
    update(next: readonly Exchange[]) {
      if (next === exchanges) return;
      exchanges = next;
      draw();
    },
    /** Opens the panel, at one exchange where that is wished. */
    show(id?: string) {
      element.hidden = false;
      if (id !== undefined) open.add(id);
      draw();
      const at =
        id === undefined
          ? undefined
          : list.querySelector<HTMLElement>(`[data-exchange="${CSS.escape(id)}"]`);
      at?.scrollIntoView({ block: "start" });
      at?.querySelector<HTMLElement>(".exchange-line")?.focus();
    },
    hide() {
      element.hidden = true;
    },
  };
}
