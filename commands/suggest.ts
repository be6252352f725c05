import type { Command, Response } from "../src/discord/command.ts";
import { button } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { modal } from "../src/discord/modal.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { type Inbox, inboxFields } from "./inbox.ts";
import { otherVersion } from "./other-version.ts";

const KEY = "suggest";

/** `/suggest`: anybody says what is missing or wrong; curators decide, and its author hears of it. */
export function createSuggestCommand(inbox: Inbox): Command {
  const form = (): Response => ({
    type: "modal",
    modal: modal(
      customId(KEY, "send"),
      "Suggest a fact",
      inboxFields("What is missing, or wrong?"),
    ),
  });

  return {
    key: KEY,
    scope: "everybody",
    data: {
      ...EVERYWHERE,
      name: "suggest",
      description: "Say what is missing here, or wrong",
    },
    execute: form,
    component({ action }) {
      if (action === "open") return form();
      throw otherVersion();
    },
    submit: async (call) => ({
      type: "reply",
      private: true,
      message: await inbox.take(call, { kind: "suggestion" }),
    }),
  };
}

/** For answers that know no answer: opens the same form. */
export function suggestButton() {
  return button(customId(KEY, "open"), "Suggest a fact");
}
