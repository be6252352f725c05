import { make, mount, onKey } from "../dom/mount.ts";
import { placeChildren } from "../dom/place-children.ts";
import { type Row, sameRow } from "../state/timeline.ts";
import type { MenuAnchor } from "./message-menu.ts";
import { type App, rowView } from "./row-view.ts";
import type { View } from "./view.ts";

interface Drawn {
  readonly row: Row;
  readonly element: Element;
}

export interface MessageListListeners {
  /** Settles when the bot has answered. */
  press(message: string, customId: string): Promise<void>;
  dismiss(row: string): void;
  inspect(row: string, exchange: string | undefined): void;
  menu(row: string, where: MenuAnchor): void;
}

const NEAR_THE_END_PX = 80;

/** The messages of a place. A row is drawn again only when something about it has changed. */
export function createMessageList(listeners: MessageListListeners) {
  const list = make("ol", { class: "messages", "aria-label": "Messages" });
  const welcome = make("div", { class: "welcome" });
  const element = make(
    "div",
    {
      class: "scroller",
      role: "region",
      "aria-label": "Conversation",
      tabindex: 0,
      on: { click, keydown: onKey(takeKey), contextmenu },
    },
    make("div", { class: "scroller-fill" }),
    welcome,
    list,
  );
  let drawn = new Map<string, Drawn>();
  let atEnd = true;
  let reader = "";

  function show(rows: readonly Row[], view: View, app: App) {
    const focused = focusIn(list);
    const next = new Map<string, Drawn>();
    for (const row of rows) {
      const before = view.me === reader ? drawn.get(row.id) : undefined;
      next.set(
        row.id,
        before && sameRow(before.row, row)
          ? before
          : { row, element: mount(rowView(row, view, app)) },
      );
    }
    drawn = next;
    reader = view.me;
    placeChildren(
      list,
      [...next.values()].map((entry) => entry.element),
    );
    for (const item of list.children)
      item.setAttribute("tabindex", item === list.lastElementChild ? "0" : "-1");
    restore(list, focused);
    if (atEnd) scrollToEnd();
  }

  function scrollToEnd() {
    atEnd = true;
    element.scrollTop = element.scrollHeight;
  }

  function click(event: Event) {
    if (!(event.target instanceof Element)) return;
    const spoiler = event.target.closest(".spoiler");
    if (spoiler) return reveal(spoiler);
    const acting = event.target.closest<HTMLElement>("[data-action]");
    const row = acting?.closest<HTMLElement>("[data-id]");
    const id = row?.dataset.id;
    if (!acting || !row || id === undefined) return;
    const { action, customId, exchange } = acting.dataset;
    if (action === "press" && customId !== undefined) void press(acting, id, customId);
    if (action === "dismiss") listeners.dismiss(id);
    if (action === "inspect") listeners.inspect(id, exchange ?? row.dataset.exchange);
    if (action === "more") listeners.menu(id, { at: acting });
  }

  async function press(button: HTMLElement, id: string, customId: string) {
    button.classList.add("pending");
    await listeners.press(id, customId);
    button.classList.remove("pending");
  }

  function contextmenu(event: Event) {
    const row =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-id]") : undefined;
    if (!row?.dataset.id || (event.target instanceof Element && event.target.closest("a"))) return;
    event.preventDefault();
    // The keyboard's menu key says nothing about where.
    const byPointer = event instanceof PointerEvent && event.button >= 0 && event.clientX > 0;
    const anchor = byPointer ? new DOMRect(event.clientX, event.clientY, 0, 0) : undefined;
    listeners.menu(row.dataset.id, { at: row, anchor });
  }

  function takeKey(event: KeyboardEvent) {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const spoiler = target.closest(".spoiler");
    if (spoiler && (event.key === "Enter" || event.key === " ")) reveal(spoiler);
    else if (target.dataset.id === undefined) return;
    else if (event.key === "ArrowUp") focusRow(target.previousElementSibling);
    else if (event.key === "ArrowDown") focusRow(target.nextElementSibling);
    else if (event.key === "Enter" && target.dataset.id)
      listeners.menu(target.dataset.id, { at: target });
    else return;
    event.preventDefault();
  }

  element.addEventListener("scroll", () => {
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    atEnd = below < NEAR_THE_END_PX;
  });
  // A panel beside it or a picture in it changes heights: who reads the end keeps reading the end.
  const sizes = new ResizeObserver(() => atEnd && scrollToEnd());
  sizes.observe(element);
  sizes.observe(list);
  return { element, welcome, show, scrollToEnd };
}

function focusRow(row: Element | null) {
  if (row instanceof HTMLElement) row.focus();
}

function reveal(spoiler: Element) {
  spoiler.classList.add("revealed");
  spoiler.setAttribute("aria-expanded", "true");
}

/** Where the focus is, in terms that outlive a redrawn row. */
function focusIn(list: Element): { readonly id: string; readonly at: number } | undefined {
  const focused = document.activeElement;
  const row = focused?.closest<HTMLElement>("[data-id]");
  if (!focused || !row || !list.contains(row)) return undefined;
  return { id: row.dataset.id ?? "", at: row === focused ? -1 : reachable(row).indexOf(focused) };
}

function restore(list: Element, focus: ReturnType<typeof focusIn>) {
  if (!focus || list.contains(document.activeElement)) return;
  const row = list.querySelector<HTMLElement>(`[data-id="${CSS.escape(focus.id)}"]`);
  if (!row) return;
  const target = reachable(row)[focus.at];
  (target instanceof HTMLElement && !target.hasAttribute("disabled") ? target : row).focus({
    preventScroll: true,
  });
}

function reachable(row: Element): Element[] {
  return [...row.querySelectorAll("button, a, [tabindex]")];
}
