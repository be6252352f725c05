import { icon } from "../dom/icons.ts";
import { createListbox } from "../dom/listbox.ts";
import { make, onKey, refill } from "../dom/mount.ts";
import type { CommandEntry } from "../slash/command-entry.ts";
import { readLine, readTyped } from "../slash/command-line.ts";
import {
  createOptionForm,
  type FilledIn,
  type OptionForm,
  type OptionFormParts,
} from "./option-form.ts";
import { showPicker } from "./picker.ts";

export interface ComposerParts extends Pick<OptionFormParts, "fixed"> {
  /** What can be typed here and now. */
  entries(): readonly CommandEntry[];
  /** The bot's name. */
  app(): string;
  complete(
    entry: CommandEntry,
    ...looked: Parameters<OptionFormParts["complete"]>
  ): ReturnType<OptionFormParts["complete"]>;
  /** Rejects with a sentence when the server refuses. */
  say(content: string): Promise<unknown>;
  run(filled: FilledIn): Promise<unknown>;
}

/** The line at the bottom: plain text, or a slash command with its options. */
export function createComposer(parts: ComposerParts) {
  const listbox = createListbox("composer-list");
  const refusal = make("div", { class: "composer-refusal", role: "alert" });
  const textarea = make("textarea", {
    rows: 1,
    "aria-haspopup": "listbox",
    autocomplete: "off",
    enterkeyhint: "send",
    on: { input: read, focus: read, blur: () => listbox.close(), keydown: onKey(takeKey) },
  });
  const box = make("div", { class: "composer-box" }, textarea);
  const sendButton = make(
    "button",
    { type: "button", class: "icon-button", "aria-label": "Send", on: { click: send } },
    icon("send"),
  );
  let form: OptionForm | undefined;

  function read() {
    textarea.style.height = "auto";
    textarea.style.height = `${textarea.scrollHeight}px`;
    const entries = parts.entries();
    const typed = readTyped(textarea.value, entries);
    if (typed.kind === "command") openForm(typed.entry, typed.values);
    else if (typed.kind === "text") listbox.close();
    else
      showPicker(listbox, textarea, { name: typed.name, entries, app: parts.app() }, (entry) =>
        openForm(entry, new Map()),
      );
  }

  function takeKey(event: KeyboardEvent) {
    if (listbox.takeKey(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  }

  function send() {
    if (form) return form.submit();
    const typed = readLine(textarea.value, parts.entries());
    if (typed.kind === "command") {
      return openForm(typed.entry, typed.values).submit();
    }
    const content = textarea.value.trim();
    if (content === "") return;
    setText("");
    void attempt(parts.say(content), () => setText(content));
  }

  function openForm(entry: CommandEntry, values: ReadonlyMap<string, string>): OptionForm {
    listbox.close();
    refill(refusal);
    const opened = createOptionForm({
      entry,
      values,
      listbox,
      fixed: parts.fixed,
      complete: (options, focused) => parts.complete(entry, options, focused),
      send: (filled) => run(filled, opened),
      leave,
    });
    form = opened;
    refill(box, opened.element);
    opened.focus();
    return opened;
  }

  function run(filled: FilledIn, sent: OptionForm) {
    leave();
    void attempt(parts.run(filled), () => {
      if (form || textarea.value) return;
      form = sent;
      refill(box, sent.element);
      sent.focus();
    });
  }

  function leave() {
    listbox.close();
    form = undefined;
    refill(box, textarea);
    setText("");
    textarea.focus();
  }

  /** What was typed comes back when the server did not take it. */
  async function attempt(sent: Promise<unknown>, restore: () => void) {
    refill(refusal);
    try {
      await sent;
    } catch (error) {
      refill(refusal, error instanceof Error ? error.message : String(error));
      restore();
    }
  }

  function setText(text: string) {
    textarea.value = text;
    read();
  }

  return {
    element: make(
      "div",
      { class: "composer" },
      listbox.element,
      refusal,
      make("div", { class: "composer-line" }, box, sendButton),
    ),
    focus: () => (form ? form.focus() : textarea.focus()),
    /** Another place or person: a half-typed command may not exist there. */
    reset(placeholder: string) {
      textarea.placeholder = placeholder;
      textarea.setAttribute("aria-label", placeholder);
      if (form) leave();
    },
  };
}
