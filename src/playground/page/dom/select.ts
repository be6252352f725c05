import { icon } from "./icons.ts";
import { make, onKey, refill } from "./mount.ts";
import { optionContent, type SelectOption } from "./select-option.ts";
import { el } from "./tree.ts";

export interface SelectParts {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly SelectOption[];
  readonly least: number;
  readonly most: number;
  readonly disabled: boolean;
  /** The choice is made: at once for a menu of one, when it closes for a menu of several. */
  chosen?(values: readonly string[]): void;
}

/** Discord's menu, by ARIA's pattern of a combobox that only selects: arrows, letters, Enter, Escape. */
export function createSelect(parts: SelectParts) {
  const { options, least, most } = parts;
  let values = options.filter((option) => option.selected).map((option) => option.value);
  let before = values;
  let active = -1;
  const single = most === 1;
  const list = make("div", {
    id: `${parts.id}-list`,
    class: "select-list",
    role: "listbox",
    hidden: true,
    "aria-label": parts.label,
    "aria-multiselectable": !single && "true",
  });
  const button = make("button", {
    type: "button",
    id: parts.id,
    class: "select-button",
    role: "combobox",
    "aria-label": parts.label,
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
    "aria-controls": list.id,
    disabled: parts.disabled,
    on: { click: () => (list.hidden ? open() : close()), keydown: onKey(takeKey), blur: close },
  });

  function drawButton() {
    const names = options.filter(({ value }) => values.includes(value)).map(({ label }) => label);
    const text = names.length > 0 ? names.join(", ") : parts.placeholder;
    refill(
      button,
      el("span", { class: names.length > 0 ? "select-value" : "select-placeholder" }, text),
      icon("chevron", 18),
    );
    // The label alone would hide from a screen reader what is chosen.
    button.setAttribute("aria-label", `${parts.label}: ${text}`);
  }

  function drawList() {
    refill(
      list,
      options.map((option, at) =>
        el(
          "div",
          optionAttributes(option.value, at),
          optionContent(option, values.includes(option.value), single),
        ),
      ),
    );
    button.setAttribute("aria-activedescendant", active < 0 ? "" : `${parts.id}-${at(active)}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  function at(index: number): number {
    return (index + options.length) % options.length;
  }

  function optionAttributes(value: string, index: number) {
    return {
      id: `${parts.id}-${index}`,
      class: index === active ? "select-option active" : "select-option",
      role: "option",
      "aria-selected": values.includes(value) ? "true" : "false",
      on: { mousedown: (event: Event) => event.preventDefault(), click: () => toggle(value) },
    };
  }

  function open() {
    before = values;
    active = Math.max(
      0,
      options.findIndex(({ value }) => values.includes(value)),
    );
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    drawList();
  }

  function close() {
    if (list.hidden) return;
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (values.length < least && !single) values = before;
    drawButton();
    element.dispatchEvent(new Event("input", { bubbles: true }));
    if (values !== before && (single || values.join("\n") !== before.join("\n")))
      parts.chosen?.(values);
  }

  function toggle(value: string) {
    if (single) {
      values = values.includes(value) && least === 0 ? [] : [value];
      return close();
    }
    if (values.includes(value)) values = values.filter((other) => other !== value);
    else if (values.length < most) values = [...values, value];
    drawList();
  }

  function takeKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isOpen = !list.hidden;
    if (["ArrowDown", "ArrowUp", "Enter", " "].includes(event.key) && !isOpen) open();
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (isOpen && event.key === "Home") move(-active);
    else if (isOpen && event.key === "End") move(options.length - 1 - active);
    else if (isOpen && (event.key === "Enter" || event.key === " "))
      toggle(options[active]?.value ?? "");
    else if (isOpen && event.key === "Escape") leave();
    else if (isOpen && event.key.length === 1) jump(event.key.toLowerCase());
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function leave() {
    values = before;
    close();
  }

  function move(step: number) {
    active = at(active + step);
    drawList();
  }

  function jump(letter: string) {
    const order = options.map((_, step) => at(active + 1 + step));
    const found = order.find((index) => options[index]?.label.toLowerCase().startsWith(letter));
    if (found !== undefined) move(found - active);
  }

  const element = make("div", { class: "select" }, button, list);
  drawButton();
  return { element, button, values: () => values, focus: () => button.focus() };
}
