import { ApplicationCommandOptionType } from "discord.js";
import type { MessageBody } from "../src/discord/command.ts";
import { button, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { embedOf } from "../src/discord/fact-embed.ts";
import { KnowledgeError } from "../src/knowledge/errors.ts";
import type { CreateCommand } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { matchingTopics } from "./matching-topics.ts";

const KEY = "random";
const ANY_TOPIC = "any";

/** `/random`: one fact that holds, of any topic or a given one. */
export const createRandomCommand: CreateCommand = ({ base, random }) => {
  function pick(topic: string): MessageBody {
    const facts = topic === ANY_TOPIC ? base.listFacts() : base.listFactsOf(topic);
    const current = facts.filter((fact) => fact.status === "current");
    const fact = current[Math.floor(random() * current.length)];
    if (!fact) throw new KnowledgeError("unknown-fact", "That topic has no fact yet.");
    return {
      embeds: [embedOf(base, fact)],
      components: rows([button(customId(KEY, "again", topic), "Another")]),
    };
  }

  return {
    key: KEY,
    scope: "everybody",
    data: {
      ...EVERYWHERE,
      name: "random",
      description: "One fact about Rust in the Linux kernel",
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: "topic",
          description: "Only of this topic",
          autocomplete: true,
          max_length: 100,
        },
      ],
    },
    execute(call) {
      const typed = call.options.findString("topic")?.trim() ?? "";
      const topic = typed === "" ? ANY_TOPIC : (matchingTopics(base, typed)[0]?.id ?? typed);
      return { type: "reply", private: false, message: pick(topic) };
    },
    autocomplete: ({ focused }) =>
      matchingTopics(base, focused.value).map(({ id, title }) => ({ name: title, value: id })),
    component: (call) => ({ type: "update", message: pick(call.args[0] ?? ANY_TOPIC) }),
  };
};
