import { icon } from "../dom/icons.ts";
import { el, type Mounted, type Tree } from "../dom/tree.ts";

/** Who asks. */
export interface ModalApp {
  readonly name: string;
  readonly avatar: string;
}

export function titleView(title: string, app: ModalApp, close: () => void): Tree {
  return el(
    "div",
    { class: "modal-header" },
    el("img", { class: "modal-avatar", src: app.avatar, alt: "" }),
    el("h2", { id: "modal-title" }, title),
    el(
      "button",
      { type: "button", class: "icon-button", "aria-label": "Close", on: { click: close } },
      icon("close"),
    ),
  );
}

export function warningView(app: ModalApp): Tree {
  return el(
    "p",
    { class: "modal-warning" },
    "This form will be submitted to ",
    el("strong", {}, app.name),
    ". Do not share passwords or other sensitive information.",
  );
}

export function actionsView(submit: Mounted, close: () => void): Tree {
  return el(
    "div",
    { class: "modal-actions" },
    el("button", { type: "button", class: "button secondary", on: { click: close } }, "Cancel"),
    submit,
  );
}
