import type { Exchange } from "../../protocol.ts";
import { icon } from "../dom/icons.ts";
import { make, onKey, refill } from "../dom/mount.ts";
import { el } from "../dom/tree.ts";
import type { Names } from "../markdown/render-markdown.ts";
import type { ModalField } from "./modal-field.ts";
import { modalLines } from "./modal-fields.ts";
import type { Known } from "./select-field.ts";

export interface ModalParts {
  readonly app: { readonly name: string; readonly avatar: string };
  readonly known: Known;
  readonly names: Names;
  /** Rejects with a sentence when the server refuses. */
  submit(fields: Readonly<Record<string, string | readonly string[]>>): Promise<Exchange>;
}

/** Shows the modal that an exchange has opened, above everything else, until it is sent or cancelled. */
export function openModal(modal: NonNullable<Exchange["modal"]>, parts: ModalParts): void {
  const lines = modalLines(modal.components, parts.known, parts.names);
  const fields = lines.flatMap(({ field }) => field ?? []);
  const refusal = make("div", { class: "modal-refusal", role: "alert" });
  const submitButton = make("button", { type: "submit", class: "button primary" }, "Submit");
  const dialog = make(
    "dialog",
    { class: "modal", "aria-labelledby": "modal-title", on: { close: () => dialog.remove() } },
    make(
      "form",
      { novalidate: true, on: { submit: (event) => void send(event), keydown: onKey(sendByKey) } },
      el(
        "div",
        { class: "modal-header" },
        el("img", { class: "modal-avatar", src: parts.app.avatar, alt: "" }),
        el("h2", { id: "modal-title" }, modal.title),
        el(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": "Close",
            on: { click: () => dialog.close() },
          },
          icon("close"),
        ),
      ),
      el(
        "p",
        { class: "modal-warning" },
        "This form will be submitted to ",
        el("strong", {}, parts.app.name),
        ". Do not share passwords or other sensitive information.",
      ),
      el(
        "div",
        { class: "modal-lines" },
        lines.map(({ tree }) => tree),
      ),
      refusal,
      el(
        "div",
        { class: "modal-actions" },
        el(
          "button",
          { type: "button", class: "button secondary", on: { click: () => dialog.close() } },
          "Cancel",
        ),
        submitButton,
      ),
    ),
  );

  function sendByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submitButton.click();
  }

  async function send(event: Event) {
    event.preventDefault();
    if (submitButton.disabled || !showProblems(dialog, fields)) return;
    submitButton.disabled = true;
    refill(refusal);
    try {
      const exchange = await parts.submit(
        Object.fromEntries(fields.map((field) => [field.customId, field.read()])),
      );
      if (exchange.outcome !== "expired") return dialog.close();
      refill(refusal, "Something went wrong. Try again.");
    } catch (error) {
      refill(refusal, error instanceof Error ? error.message : String(error));
    }
    submitButton.disabled = false;
  }

  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.focus();
}

/** @returns whether there are none */
function showProblems(dialog: HTMLElement, fields: readonly ModalField[]): boolean {
  const wrong = fields.filter((field) => {
    const problem = field.problem();
    const place = field.element.parentElement?.querySelector(".modal-problem");
    if (place) refill(place, problem);
    field.element.classList.toggle("wrong", problem !== undefined);
    return problem !== undefined;
  });
  wrong[0]?.focus();
  dialog.classList.toggle("has-problems", wrong.length > 0);
  return wrong.length === 0;
}
