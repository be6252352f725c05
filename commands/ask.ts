import { ApplicationCommandOptionType, ButtonStyle } from "discord.js";
import type { Caller, ComponentCall, MessageBody, Response } from "../src/discord/command.ts";
import { button, factMenu, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { embedOf } from "../src/discord/fact-embed.ts";
import { quoteTyped } from "../src/discord/text.ts";
import type { Fact } from "../src/knowledge/fact.ts";
import type { Match } from "../src/knowledge/fact-index.ts";
import type { CreateCommand } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";

const KEY = "ask";
const QUESTION_MAX = 1_000;

/** `/ask`: a free question, answered privately by the best fact, or by an honest "I don't know". */
export const createAskCommand: CreateCommand = ({ base }) => {
  /** The chosen fact, the others to choose from, and the button to share it with. */
  function answer(fact: Fact, all: readonly Fact[], share: Share): MessageBody {
    const menu =
      all.length > 1 ? [factMenu(customId(KEY, "open"), "Also relevant", all, fact.id)] : [];
    return { embeds: [embedOf(base, fact)], components: rows(menu, shareButton(fact, share)) };
  }

  function unknown(question: string, near: readonly Fact[]): MessageBody {
    const content = `I don't know: nothing here answers ${quoteTyped(question)} surely enough.`;
    if (near.length === 0) return { content };
    return {
      content: `${content}\nThese come nearest, but may be about something else:`,
      components: rows([factMenu(customId(KEY, "open"), "Perhaps one of these", near)]),
    };
  }

  /** The options of the menu are read from the message, so they hold after a restart. */
  function offered(call: ComponentCall): readonly Fact[] {
    return call.message.menuValues(KEY, "open").flatMap((id) => base.findFact(id) ?? []);
  }

  function open(call: ComponentCall): Response {
    const fact = base.getFact(call.values[0] ?? "");
    return { type: "update", message: answer(fact, offered(call), shareFor(call)) };
  }

  /** Posts the fact for everybody, and claims to have done so only once Discord has. */
  function share(call: ComponentCall): Response {
    const fact = base.getFact(call.args[0] ?? "");
    const all = offered(call);
    return {
      type: "update",
      message: answer(fact, all, "sharing"),
      after: async (later) => {
        const message = {
          content: `-# shared by <@${call.userId}>`,
          embeds: [embedOf(base, fact)],
        };
        try {
          const posted = await later.followUp(message, { private: false });
          if (posted.private) await later.remove(posted.id);
          await later.edit(answer(fact, all, posted.private ? "kept-private" : "shared"));
        } catch (error) {
          await later.edit(answer(fact, all, "offered"));
          throw error;
        }
      },
    };
  }

  return {
    key: KEY,
    scope: "everybody",
    data: {
      ...EVERYWHERE,
      name: "ask",
      description: "Ask a question about Rust in the Linux kernel",
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: "question",
          description: "In your own words, such as: when was Rust merged?",
          required: true,
          max_length: QUESTION_MAX,
        },
      ],
    },
    execute(call) {
      const question = call.options.getString("question");
      const found = base.ask(question);
      const message = found.known
        ? answer(found.best.fact, factsOf([found.best, ...found.others]), shareFor(call))
        : unknown(question, factsOf(found.near));
      return { type: "reply", private: true, message };
    },
    component: (call) => (call.action === "share" ? share(call) : open(call)),
  };
};

/** How far sharing has come. In the bot's own direct messages there is nobody to share with. */
type Share = "none" | "offered" | "sharing" | "shared" | "kept-private";

function shareFor(caller: Caller): Share {
  return caller.inBotDm ? "none" : "offered";
}

const SHARE_LABELS = {
  offered: "Share",
  sharing: "Sharing…",
  shared: "Shared",
  "kept-private": "Not shared: Discord keeps answers private here",
} as const;

function shareButton(fact: Fact, share: Share) {
  if (share === "none") return [];
  const id = customId(KEY, "share", fact.id);
  const disabled = share !== "offered";
  return [button(id, SHARE_LABELS[share], { style: ButtonStyle.Primary, disabled })];
}

function factsOf(matches: readonly Match[]): readonly Fact[] {
  return matches.map((match) => match.fact);
}
