import { ApplicationCommandOptionType } from "discord.js";
import type { Command, ComponentCall, MessageBody, Response } from "../src/discord/command.ts";
import { factMenu, type Offer, offerOf, offerOn, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { embedOf } from "../src/discord/fact-embed.ts";
import { quoteTyped } from "../src/discord/text.ts";
import type { Fact } from "../src/knowledge/fact.ts";
import type { CommandDeps } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { createFeedback } from "./feedback.ts";
import type { Inbox } from "./inbox.ts";
import type { Misses } from "./misses.ts";
import { otherVersion } from "./other-version.ts";
import { type Share, shareButton, shareFor, shownShare } from "./share-button.ts";
import { suggestButton } from "./suggest.ts";

const KEY = "ask";
const QUESTION_MAX = 1_000;
const NO_QUESTION: MessageBody = { content: "Type a question." };

/** `/ask`: a free question, answered privately by the best fact, or by an honest "I don't know". */
export function createAskCommand(deps: CommandDeps, misses: Misses, inbox: Inbox): Command {
  const { base } = deps;
  const feedback = createFeedback(KEY, deps, inbox);

  /** The chosen fact, the others to choose from, and the buttons to share it and to say how good it is. */
  function answer(fact: Fact, { facts, notes }: Offer, state: AnswerState): MessageBody {
    const options = { chosen: fact.id, notes };
    const menu =
      facts.length > 1 ? [factMenu(customId(KEY, "open"), "Also relevant", facts, options)] : [];
    const buttons = [
      ...shareButton(KEY, fact, state.share),
      ...feedback.buttons(fact, state.thanked ?? false),
    ];
    return { embeds: [embedOf(base, fact)], components: rows(menu, buttons) };
  }

  function unknown(question: string, { facts, notes }: Offer, counted: string): MessageBody {
    const lines = [
      `I don't know: nothing here answers ${quoteTyped(question)} surely enough.`,
      facts.length > 0 ? "These come nearest, but may be about something else:" : "",
      counted,
    ];
    const menu =
      facts.length > 0
        ? [factMenu(customId(KEY, "open"), "Perhaps one of these", facts, { notes })]
        : [];
    return {
      content: lines.filter(Boolean).join("\n"),
      components: rows(menu, [suggestButton()]),
    };
  }

  function offered(call: ComponentCall): Offer {
    return offerOn(call.message, KEY, base.findFact);
  }

  function open(call: ComponentCall): Response {
    const fact = base.getFact(call.values[0] ?? "");
    misses.hit(call.userId, fact);
    return { type: "update", message: answer(fact, offered(call), { share: shareFor(call) }) };
  }

  async function thank(call: ComponentCall): Promise<Response> {
    await feedback.vote(call);
    const fact = base.getFact(call.args[0] ?? "");
    const state = { share: shownShare(KEY, call), thanked: true };
    return { type: "update", message: answer(fact, offered(call), state) };
  }

  /** Posts the fact for everybody, and claims to have done so only once Discord has. */
  function share(call: ComponentCall): Response {
    const fact = base.getFact(call.args[0] ?? "");
    const all = offered(call);
    const thanked = feedback.isThanked(call);
    const at = (share: Share) => answer(fact, all, { share, thanked });
    return {
      type: "update",
      message: at("sharing"),
      after: async (later) => {
        const message = {
          content: `-# shared by <@${call.userId}>`,
          embeds: [embedOf(base, fact)],
        };
        const posted = await later.followUp(message, { private: false }).catch(async (error) => {
          await later.edit(at("offered"));
          throw error;
        });
        // It is posted: whatever fails from here on must not offer to post it again.
        if (posted.private) await later.remove(posted.id);
        await later.edit(at(posted.private ? "kept-private" : "shared"));
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
      if (!found.known) {
        const isQuestion = /[\p{L}\p{N}]/u.test(question);
        if (!isQuestion) return { type: "reply", private: true, message: NO_QUESTION };
        const near = offerOf(found.near);
        const counted = misses.miss(call.userId, question, near.facts);
        return { type: "reply", private: true, message: unknown(question, near, counted) };
      }
      misses.hit(call.userId, found.best.fact);
      const all = offerOf([found.best, ...found.others]);
      return {
        type: "reply",
        private: true,
        message: answer(found.best.fact, all, { share: shareFor(call) }),
        sent: ({ id }) => feedback.remember(id, question),
      };
    },
    component(call) {
      switch (call.action) {
        case "share":
          return share(call);
        case "helpful":
          return thank(call);
        case "wrong":
          return feedback.ask(call);
        case "open":
          return open(call);
        default:
          throw otherVersion();
      }
    },
    submit: feedback.take,
  };
}

/** What an answer's buttons say. */
interface AnswerState {
  readonly share: Share;
  readonly thanked?: boolean;
}
