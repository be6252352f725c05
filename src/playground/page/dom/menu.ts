import { make, onKey } from "./mount.ts";
import type { Child } from "./tree.ts";

export interface MenuItem {
  readonly label: string;
  readonly content?: readonly Child[];
  readonly checked?: boolean;
  pick(): void;
}

export interface MenuGroup {
  readonly heading?: string;
  readonly items: readonly MenuItem[];
}

const GAP_PX = 4;

/** A menu beside an element, closed by a choice, Escape, Tab or a click elsewhere; the focus then returns. */
export function openMenu(
  at: HTMLElement,
  label: string,
  groups: readonly MenuGroup[],
  anchor = at.getBoundingClientRect(),
): void {
  const items: HTMLButtonElement[] = [];
  const menu = make(
    "div",
    {
      class: "menu",
      role: "menu",
      "aria-label": label,
      on: { keydown: onKey(takeKey), focusout: leave },
    },
    groups
      .filter(({ items: all }) => all.length > 0)
      .map((group) =>
        make(
          "div",
          { role: "group", "aria-label": group.heading },
          group.heading !== undefined &&
            make("div", { class: "menu-heading", "aria-hidden": "true" }, group.heading),
          group.items.map(button),
        ),
      ),
  );

  function button(item: MenuItem): HTMLButtonElement {
    const made = make(
      "button",
      {
        type: "button",
        class: "menu-item",
        role: item.checked === undefined ? "menuitem" : "menuitemradio",
        "aria-checked": item.checked === undefined ? undefined : String(item.checked),
        tabindex: -1,
        on: { click: () => pick(item), mouseenter: () => made.focus() },
      },
      item.content ?? item.label,
    );
    items.push(made);
    return made;
  }

  function pick(item: MenuItem) {
    close();
    item.pick();
  }

  function close() {
    menu.removeEventListener("focusout", leave);
    menu.remove();
    at.focus({ preventScroll: true });
  }

  function leave(event: Event) {
    if (
      event instanceof FocusEvent &&
      event.relatedTarget instanceof Node &&
      !menu.contains(event.relatedTarget)
    )
      menu.remove();
    else if (event instanceof FocusEvent && event.relatedTarget === null) menu.remove();
  }

  function takeKey(event: KeyboardEvent) {
    const now = items.findIndex((item) => item.matches(":focus"));
    if (event.key === "ArrowDown") items[(now + 1) % items.length]?.focus();
    else if (event.key === "ArrowUp") items.at(now - 1)?.focus();
    else if (event.key === "Home") items[0]?.focus();
    else if (event.key === "End") items.at(-1)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  document.body.append(menu);
  placeBeside(menu, anchor);
  (items.find((item) => item.getAttribute("aria-checked") === "true") ?? items[0])?.focus();
}

function placeBeside(menu: HTMLElement, anchor: DOMRect) {
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + GAP_PX;
  const top = below + height < innerHeight ? below : Math.max(GAP_PX, anchor.top - height - GAP_PX);
  const wanted = anchor.width === 0 ? anchor.left : anchor.right - width;
  const left = Math.min(Math.max(GAP_PX, wanted), innerWidth - width - GAP_PX);
  menu.style.top = `${Math.min(top, innerHeight - height - GAP_PX)}px`;
  menu.style.left = `${left}px`;
}
