import { ApplicationCommandType } from "discord.js";
import type { ComponentCall, MessageBody, Response } from "../src/discord/command.ts";
import { factMenu, type Offer, offerOf, offerOn, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { embedOf } from "../src/discord/fact-embed.ts";
import type { Fact } from "../src/knowledge/fact.ts";
import type { CreateCommand } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";

const KEY = "find";
const FACTS_MAX = 10;

/** The message command: privately, the facts that a message touches on. */
export const createFindFactsCommand: CreateCommand = ({ base }) => {
  function found(fact: Fact, { facts, notes }: Offer): MessageBody {
    const options = { chosen: fact.id, notes };
    const menu =
      facts.length > 1 ? [factMenu(customId(KEY, "open"), "Also touched on", facts, options)] : [];
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
      const matches = base.touchedBy(targetText, FACTS_MAX);
      const [best] = matches;
      const message = best
        ? found(best.fact, offerOf(matches))
        : { content: "I know no fact that this message touches on." };
      return { type: "reply", private: true, message };
    },
    component(call: ComponentCall): Response {
      const fact = base.getFact(call.values[0] ?? "");
      const offer = offerOn(call.message, KEY, base.findFact);
      return { type: "update", message: found(fact, offer) };
    },
  };
};
