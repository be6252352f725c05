import type { Exchange } from "../../protocol.ts";
import { make, onKey, refill } from "../dom/mount.ts";
import type { Names } from "../markdown/render-markdown.ts";
import { modalLines } from "./modal-fields.ts";
import { actionsView, type ModalApp, titleView, warningView } from "./modal-frame.ts";
import { markProblems } from "./problems.ts";
import type { Known } from "./select-field.ts";

export interface ModalParts {
  readonly app: ModalApp;
  readonly known: Known;
  readonly names: Names;
  /** The browser has given the focus back where it was, if that is still there. */
  closed(): void;
  /** Rejects with a sentence when the server refuses. */
  submit(fields: Readonly<Record<string, string | readonly string[]>>): Promise<Exchange>;
}

/** Shows the modal that an exchange has opened, above everything else, until it is sent or cancelled. */
export function openModal(modal: NonNullable<Exchange["modal"]>, parts: ModalParts): void {
  const lines = modalLines(modal.components, parts.known, parts.names);
  const fields = lines.flatMap(({ field }) => field ?? []);
  const refusal = make("div", { class: "modal-refusal", role: "alert" });
  const submitButton = make("button", { type: "submit", class: "button primary" }, "Submit");
  const form = make(
    "form",
    {
      novalidate: true,
      on: { submit: (event) => void send(event), keydown: onKey(sendByKey), input: lookAgain },
    },
    titleView(modal.title, parts.app, close),
    warningView(parts.app),
    make(
      "div",
      { class: "modal-lines" },
      lines.map(({ tree }) => tree),
    ),
    refusal,
    actionsView(submitButton, close),
  );
  const dialog = make(
    "dialog",
    { class: "modal", "aria-labelledby": "modal-title", on: { close: () => parts.closed() } },
    form,
  );
  let tried = false;

  function close() {
    dialog.close();
  }

  function sendByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submitButton.click();
  }

  /** What was found wrong is looked at again with every change, but nobody is told off while they first type. */
  function lookAgain() {
    if (tried) markProblems(fields);
  }

  async function send(event: Event) {
    event.preventDefault();
    if (submitButton.disabled) return;
    tried = true;
    const wrong = markProblems(fields);
    if (wrong) return wrong.focus();
    submitButton.disabled = true;
    refill(refusal);
    const refused = await refusalOf(
      parts.submit(Object.fromEntries(fields.map((field) => [field.customId, field.read()]))),
    );
    submitButton.disabled = false;
    if (refused === undefined) close();
    else refill(refusal, refused);
  }

  // Not removed when it closes: Chromium then gives the focus back to a text field that takes no text any more.
  for (const old of document.querySelectorAll("dialog.modal")) old.remove();
  document.body.append(dialog);
  dialog.showModal();
  (fields[0] ?? submitButton).focus();
}

/** Why it was not taken, in a sentence; undefined when it was. */
async function refusalOf(submitted: Promise<Exchange>): Promise<string | undefined> {
  try {
    const { outcome } = await submitted;
    return outcome === "expired" ? "Something went wrong. Try again." : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
