import type {
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
} from "discord-api-types/v10";
import { BUTTON, BUTTON_CLASSES, COMPONENT } from "../discord-numbers.ts";
import { icon } from "../dom/icons.ts";
import { type Child, el, type Tree } from "../dom/tree.ts";
import { safeUrl } from "../markdown/link.ts";
import { markdown } from "../markdown/render-markdown.ts";
import type { View } from "./view.ts";

/** One of a message's components with all that is in it. Buttons carry `data-action="press"` and their custom id. */
export function componentView(
  component: APIMessageTopLevelComponent,
  message: string,
  view: View,
): Tree {
  switch (component.type) {
    case COMPONENT.actionRow:
      return el(
        "div",
        { class: "action-row" },
        component.components.map((inner) => inRow(inner, message, view)),
      );
    case COMPONENT.textDisplay:
      return el("div", { class: "markup" }, markdown(component.content, view.names));
    case COMPONENT.separator:
      return el("hr", { class: "separator" });
    case COMPONENT.container:
      return el(
        "div",
        { class: "container" },
        component.components.map((inner) => componentView(inner, message, view)),
      );
    case COMPONENT.section:
      return el(
        "div",
        { class: "section" },
        el(
          "div",
          {},
          component.components.map((inner) => componentView(inner, message, view)),
        ),
        component.accessory.type === COMPONENT.button
          ? buttonView(component.accessory)
          : notDrawn(component.accessory.type),
      );
    default:
      return notDrawn(component.type);
  }
}

function inRow(component: APIComponentInMessageActionRow, message: string, view: View): Child {
  return component.type === COMPONENT.button
    ? buttonView(component)
    : view.select(component, message);
}

function buttonView(button: APIButtonComponent): Tree {
  if (button.style === BUTTON.premium) return notDrawn(button.type);
  const inner = [
    button.emoji?.name &&
      el(
        "span",
        { class: "emoji" },
        button.emoji.id ? `:${button.emoji.name}:` : button.emoji.name,
      ),
    button.label && el("span", {}, button.label),
  ];
  if (button.style === BUTTON.link) {
    const href = button.disabled ? undefined : safeUrl(button.url);
    return el(
      "a",
      {
        class: "button secondary",
        href,
        title: button.url,
        target: "_blank",
        rel: "noopener noreferrer",
        "aria-disabled": href === undefined && "true",
      },
      inner,
      icon("external", 16),
    );
  }
  return el(
    "button",
    {
      type: "button",
      class: `button ${BUTTON_CLASSES[button.style]}`,
      "data-action": "press",
      "data-custom-id": button.custom_id,
      "aria-label": button.label ? undefined : (button.emoji?.name ?? "Button"),
      disabled: button.disabled,
    },
    inner,
  );
}

/** What Discord draws and this page does not is named rather than left out in silence. */
function notDrawn(type: number): Tree {
  return el("div", { class: "not-drawn" }, `A component of type ${type}: see the raw payload.`);
}
