import { ButtonStyle } from "discord.js";
import type { MessageBody, ModalCall, Response } from "../../src/discord/command.ts";
import { button, factChoice, rows } from "../../src/discord/components.ts";
import { embedOf } from "../../src/discord/fact-embed.ts";
import { DISCORD_LIMITS } from "../../src/discord/limits.ts";
import { modal } from "../../src/discord/modal.ts";
import { showPrivately } from "../../src/discord/show.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import type { Desk } from "./desk.ts";
import { reasonField, reasonOf } from "./form/fact-form.ts";
import { FACT_OPTION, subcommand } from "./options.ts";
import { factsId, type Subcommand } from "./subcommand.ts";
import { textHash } from "./text-hash.ts";

/** `/facts remove`: shows the fact and what refers to it, asks why, and can be undone from the answer. */
export function createRemove(desk: Desk): Subcommand {
  const { base, curation } = desk.deps;

  function preview(fact: Fact, lead = ""): MessageBody {
    const others = curation.removal(fact.id).filter(({ id }) => id !== fact.id);
    const referring = others.map(({ id }) => `\`${id}\``).join(", ");
    const lines = [
      lead,
      `Remove \`${fact.id}\`? It stays in the history, and can be restored.`,
      referring === ""
        ? "No other fact refers to it."
        : `These refer to it, and will not: ${referring}.`,
    ];
    const id = factsId("remove", "ask", fact.id, textHash(fact));
    return {
      content: lines.filter(Boolean).join("\n"),
      embeds: [embedOf(base, fact)],
      components: rows([button(id, "Remove…", { style: ButtonStyle.Danger })]),
    };
  }

  async function remove(call: ModalCall): Promise<Response> {
    const [factId = "", seen] = call.args;
    const fact = base.getFact(factId);
    if (textHash(fact) !== seen) {
      const lead = "Somebody has changed this fact since you looked, so it was not removed.";
      return showPrivately(call, preview(fact, lead));
    }
    const message = await desk.save(call, {
      edits: curation.removal(factId),
      factId,
      kind: "remove",
      why: reasonOf({ reason: call.text("reason") }),
      headline: "Removed",
    });
    return showPrivately(call, message);
  }

  return {
    name: "remove",
    data: subcommand("remove", "Take a fact out of the knowledge base", [FACT_OPTION]),
    execute: (call) => {
      const message = preview(desk.resolveFact(call.options.getString("fact")));
      return { type: "reply", private: true, message };
    },
    autocomplete: ({ focused }) =>
      base.suggest(focused.value, DISCORD_LIMITS.choices).map(factChoice),
    components: {
      ask({ args: [factId = "", seen = ""] }) {
        base.getFact(factId);
        const id = factsId("remove", "do", factId, seen);
        return { type: "modal", modal: modal(id, "Remove a fact", [reasonField("", true)]) };
      },
    },
    modals: { do: remove },
  };
}
