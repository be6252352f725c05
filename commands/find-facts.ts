import { ApplicationCommandType } from "discord.js";
import type { ComponentCall, MessageBody, Response } from "../src/discord/command.ts";
import { factMenu, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { embedOf } from "../src/discord/fact-embed.ts";
import type { Fact } from "../src/knowledge/fact.ts";
import type { CreateCommand } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";

const KEY = "find";
const FACTS_MAX = 10;

/** The message command: privately, the facts that a message touches on. */
export const createFindFactsCommand: CreateCommand = ({ base }) => {
  function found(fact: Fact, all: readonly Fact[]): MessageBody {
    const menu =
      all.length > 1 ? [factMenu(customId(KEY, "open"), "Also touched on", all, fact.id)] : [];
    return { embeds: [embedOf(base, fact)], components: rows(menu) };
  }

  return {
    key: KEY,
    scope: "everybody",
    data: {
      ...EVERYWHERE,
      type: ApplicationCommandType.Message,
      name: "Find Rust for Linux facts",
    },
    execute({ targetText = "" }): Response {
      const facts = base.touchedBy(targetText, FACTS_MAX).map((match) => match.fact);
      const [best] = facts;
      const message = best
        ? found(best, facts)
        : { content: "I know no fact that this message touches on." };
      return { type: "reply", private: true, message };
    },
    component(call: ComponentCall): Response {
      const fact = base.getFact(call.values[0] ?? "");
      const all = call.message.menuValues(KEY, "open").flatMap((id) => base.findFact(id) ?? []);
      return { type: "update", message: found(fact, all) };
    },
  };
};
