import { ApplicationCommandOptionType } from "discord.js";
import { COLOURS } from "../src/discord/colours.ts";
import type { MessageBody, Response } from "../src/discord/command.ts";
import { button, factMenu, menu, pager, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { embedOf } from "../src/discord/fact-embed.ts";
import { pageFooter, pageOf, titleList } from "../src/discord/fact-list.ts";
import { count } from "../src/discord/text.ts";
import type { CreateCommand } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { matchingTopics } from "./matching-topics.ts";
import { otherVersion } from "./other-version.ts";

const KEY = "topics";

/** `/topics`: browse the topics, then their facts page by page, and open one. Private. */
export const createTopicsCommand: CreateCommand = ({ base }) => {
  function overview(): MessageBody {
    const topics = base.listTopics();
    const lines = topics.map(({ topic, facts }) => `**${topic.title}** · ${facts}`);
    const total = topics.reduce((sum, { facts }) => sum + facts, 0);
    const options = topics.map(({ topic, facts }) => ({
      label: `${topic.title} (${facts})`,
      value: topic.id,
      description: topic.description,
    }));
    return {
      embeds: [
        {
          title: "Rust in the Linux kernel: topics",
          description: lines.join("\n"),
          color: COLOURS.rust,
          footer: { text: `${count(total, "fact")} in ${count(topics.length, "topic")}` },
        },
      ],
      components: rows([menu(customId(KEY, "topic"), "Choose a topic", options)]),
    };
  }

  function topicPage(id: string, asked: string | number): MessageBody {
    const topic = base.findTopic(id);
    const { items, page, pages } = pageOf(base.listFactsOf(id), asked);
    const open = customId(KEY, "open", id, page);
    return {
      embeds: [
        {
          title: topic?.title ?? id,
          description: [topic?.description ?? "", titleList(items)].join("\n\n"),
          color: COLOURS.rust,
          ...pageFooter({ page, pages }),
        },
      ],
      components: rows(items.length > 0 ? [factMenu(open, "Open a fact", items)] : [], [
        ...pager({ page, pages }, (to) => customId(KEY, "page", id, to)),
        button(customId(KEY, "all"), "All topics"),
      ]),
    };
  }

  function factPage(id: string, topic: string, page: string): MessageBody {
    return {
      embeds: [embedOf(base, base.getFact(id))],
      components: rows([button(customId(KEY, "page", topic, page), "Back to the list")]),
    };
  }

  return {
    key: KEY,
    scope: "everybody",
    data: {
      ...EVERYWHERE,
      name: "topics",
      description: "Browse the facts by topic",
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: "topic",
          description: "The topic to begin with",
          autocomplete: true,
          max_length: 100,
        },
      ],
    },
    execute(call): Response {
      const typed = call.options.findString("topic");
      if (typed === undefined || typed.trim() === "") {
        return { type: "reply", private: true, message: overview() };
      }
      // What names no topic is refused by its page.
      const id = matchingTopics(base, typed)[0]?.id ?? typed;
      return { type: "reply", private: true, message: topicPage(id, 0) };
    },
    autocomplete: ({ focused }) =>
      matchingTopics(base, focused.value).map(({ id, title }) => ({ name: title, value: id })),
    component({ action, args, values }): Response {
      const [topic = "", page = "0"] = args;
      switch (action) {
        case "topic":
          return { type: "update", message: topicPage(values[0] ?? "", 0) };
        case "page":
          return { type: "update", message: topicPage(topic, page) };
        case "open":
          return { type: "update", message: factPage(values[0] ?? "", topic, page) };
        case "all":
          return { type: "update", message: overview() };
        default:
          throw otherVersion();
      }
    },
  };
};
