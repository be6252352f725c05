import { make, refill } from "./mount.ts";
import { type Child, el, type Tree } from "./tree.ts";

export interface ListboxItem {
  readonly content: readonly Child[];
  pick(): void;
}

export interface ListboxContent {
  /** The text field that keeps the focus while one moves through the list. */
  readonly owner: HTMLElement;
  readonly label: string;
  readonly items: readonly ListboxItem[];
  readonly header?: Tree;
  /** A line in place of items: loading, nothing found. */
  readonly note?: string;
  /** Whether the first item is active at once, so that Enter picks it. */
  readonly eager: boolean;
}

export interface Listbox {
  readonly element: HTMLElement;
  open(content: ListboxContent): void;
  close(): void;
  isOpen(): boolean;
  /** Arrows, Home, End, Enter, Tab and Escape. @returns whether the key was meant for the list */
  takeKey(event: KeyboardEvent): boolean;
}

/** A list beside a text field, by the pattern of ARIA's combobox: the focus stays in the field. */
export function createListbox(id: string): Listbox {
  const element = make("div", { class: "listbox", hidden: true });
  let content: ListboxContent | undefined;
  let options: HTMLElement[] = [];
  let active = -1;

  function close() {
    if (content) setExpanded(content.owner, false);
    content?.owner.removeAttribute("aria-activedescendant");
    content = undefined;
    element.hidden = true;
    refill(element);
  }

  function open(next: ListboxContent) {
    if (content && content.owner !== next.owner) close();
    content = next;
    options = next.items.map((item, at) => option(`${id}-${at}`, item));
    const list = make("div", { id, role: "listbox", "aria-label": next.label }, options);
    refill(
      element,
      next.header,
      next.note !== undefined && el("div", { class: "listbox-note", role: "status" }, next.note),
      list,
    );
    element.hidden = false;
    next.owner.setAttribute("aria-controls", id);
    setExpanded(next.owner, true);
    activate(next.eager ? 0 : -1);
  }

  function activate(at: number) {
    options[active]?.removeAttribute("aria-selected");
    active = at;
    const chosen = options[at];
    if (!chosen) return content?.owner.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    content?.owner.setAttribute("aria-activedescendant", chosen.id);
  }

  function move(step: number) {
    const from = active < 0 && step < 0 ? 0 : active;
    activate((from + step + options.length) % options.length);
  }

  function takeKey(event: KeyboardEvent): boolean {
    // Only a description is open: there is nothing to choose and nothing to close.
    if (!content || (options.length === 0 && content.note === undefined)) return false;
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key === "Escape") close();
    else if (options.length === 0) return false;
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "PageDown") activate(options.length - 1);
    else if (event.key === "PageUp") activate(0);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && active >= 0)
      content.items[active]?.pick();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { element, open, close, isOpen: () => content !== undefined, takeKey };
}

function option(id: string, item: ListboxItem): HTMLElement {
  return make(
    "div",
    {
      id,
      role: "option",
      class: "listbox-option",
      on: {
        // The field would lose the focus before the click arrives.
        mousedown: (event) => event.preventDefault(),
        click: () => item.pick(),
      },
    },
    item.content,
  );
}

/** A text area, unlike a combobox, may not say so. */
function setExpanded(owner: HTMLElement, expanded: boolean) {
  if (owner.role === "combobox") owner.ariaExpanded = String(expanded);
}
