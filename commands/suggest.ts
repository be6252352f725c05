import type { Command, ComponentCall, ModalCall, Response } from "../src/discord/command.ts";
import { button, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { modal } from "../src/discord/modal.ts";
import { showPrivately } from "../src/discord/show.ts";
import { KnowledgeError } from "../src/knowledge/errors.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { type Inbox, inboxFields, reopenButton } from "./inbox.ts";
import { otherVersion } from "./other-version.ts";

const KEY = "suggest";
const TITLE = "Suggest a fact";

/** `/suggest`: anybody says what is missing or wrong; curators decide, and its author hears of it. */
export function createSuggestCommand(inbox: Inbox): Command {
  const form = (): Response => ({
    type: "modal",
    modal: modal(customId(KEY, "send"), TITLE, inboxFields("What is missing, or wrong?")),
  });

  /** The form of a suggestion or a report, with what was typed and refused. */
  async function again({ userId, args: [id = ""] }: ComponentCall): Promise<Response> {
    const draft = await inbox.findDraft(userId, id);
    if (!draft)
      throw new KnowledgeError(
        "expired",
        "What you typed was sent already, or is gone after a day.",
      );
    const isReport = draft.about.kind === "report";
    const label = isReport ? "What is wrong with the answer?" : "What is missing, or wrong?";
    const title = isReport ? "Wrong or outdated" : TITLE;
    return {
      type: "modal",
      modal: modal(customId(KEY, "send", id), title, inboxFields(label, draft)),
      instead: { content: "The form is ready.", components: rows([reopenButton(id)]) },
    };
  }

  async function take(call: ModalCall): Promise<Response> {
    const [id] = call.args;
    const draft = await inbox.findDraft(call.userId, id);
    const message = await inbox.take(call, draft?.about ?? { kind: "suggestion" });
    if (id === undefined) return { type: "reply", private: true, message };
    inbox.dropDraft(id);
    return showPrivately(call, message);
  }

  return {
    key: KEY,
    scope: "everybody",
    data: {
      ...EVERYWHERE,
      name: "suggest",
      description: "Say what is missing here, or wrong",
    },
    execute: form,
    component(call) {
      switch (call.action) {
        case "open":
          return form();
        case "again":
          return again(call);
        default:
          throw otherVersion();
      }
    },
    submit: take,
  };
}

/** For answers that know no answer: opens the same form. */
export function suggestButton() {
  return button(customId(KEY, "open"), TITLE);
}
