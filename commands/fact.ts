import { ApplicationCommandOptionType } from "discord.js";
import type {
  Command,
  CommandCall,
  ComponentCall,
  MessageBody,
  Response,
} from "../src/discord/command.ts";
import { button, factChoice, factMenu, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { embedOf, relatedTo } from "../src/discord/fact-embed.ts";
import { DISCORD_LIMITS } from "../src/discord/limits.ts";
import { createRecentPosts, type Post } from "../src/discord/recent-posts.ts";
import { quoteTyped } from "../src/discord/text.ts";
import { KnowledgeError } from "../src/knowledge/errors.ts";
import type { Fact } from "../src/knowledge/fact.ts";
import type { CommandDeps } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";
import type { Misses } from "./misses.ts";
import { otherVersion } from "./other-version.ts";
import { suggestButton } from "./suggest.ts";

const KEY = "fact";
const NOBODY = "0";
const SNOWFLAKE = /^\d{17,20}$/;

/** `/fact`: one fact for the channel, found by autocomplete or free text, addressed to somebody if wanted. */
export function createFactCommand(deps: CommandDeps, misses: Misses): Command {
  const { base, now, repeatWindowMs } = deps;
  const recent = createRecentPosts({ windowMs: repeatWindowMs, now });

  function post(
    fact: Fact,
    call: { channelId: string; userId: string },
    mention?: string,
  ): Response {
    return {
      type: "reply",
      private: false,
      ...(mention === undefined ? {} : { mention }),
      message: publicMessage(fact, mention),
      sent: (posted) => {
        if (!posted.private) recent.remember(call.channelId, fact.id, posted.id);
      },
    };
  }

  function publicMessage(fact: Fact, mention?: string): MessageBody {
    const related = relatedTo(base, fact);
    return {
      ...(mention === undefined ? {} : { content: `<@${mention}>` }),
      embeds: [embedOf(base, fact)],
      components: rows(
        related.length > 0 ? [factMenu(customId(KEY, "open"), "Related facts", related)] : [],
        [button(customId(KEY, "delete"), "Delete")],
      ),
    };
  }

  function privateMessage(fact: Fact): MessageBody {
    const related = relatedTo(base, fact);
    const menu =
      related.length > 0 ? [factMenu(customId(KEY, "open"), "Related facts", related)] : [];
    return { embeds: [embedOf(base, fact)], components: rows(menu) };
  }

  /** Points to the answer that stands in the channel already instead of repeating it. */
  function pointTo(fact: Fact, earlier: Post, call: CommandCall, mention?: string): Response {
    const place = call.guildId ?? "@me";
    const link = `https://discord.com/channels/${place}/${call.channelId}/${earlier.messageId}`;
    const when = `<t:${Math.floor(earlier.at / 1_000)}:R>`;
    const id = customId(KEY, "post", fact.id, mention ?? NOBODY);
    return {
      type: "reply",
      private: true,
      message: {
        content: `That fact was posted here ${when}: ${link}`,
        components: rows([button(id, "Post anyway")]),
      },
    };
  }

  function didYouMean(typed: string, near: readonly Fact[], counted: string): Response {
    const next = near.length > 0 ? "Did you mean one of these?" : "`/topics` shows what there is.";
    const menu = near.length > 0 ? [factMenu(customId(KEY, "open"), "Did you mean …", near)] : [];
    const lines = [`I don't know a fact called ${quoteTyped(typed)}. ${next}`, counted];
    const content = lines.filter(Boolean).join("\n");
    const components = rows(menu, [suggestButton()]);
    return { type: "reply", private: true, message: { content, components } };
  }

  function execute(call: CommandCall): Response {
    const typed = call.options.getString("name");
    const mentioned = call.options.findUser("mention");
    const hide = call.options.findBoolean("hide") ?? false;
    if (hide && mentioned) {
      throw new KnowledgeError(
        "invalid",
        "`hide` and `mention` exclude each other: nobody else sees a hidden answer.",
      );
    }
    const found = base.resolve(typed);
    if (!found.known) {
      return didYouMean(typed, found.near, misses.miss(call.userId, typed, found.near));
    }
    const { fact } = found;
    misses.hit(call.userId, fact);
    if (hide) return { type: "reply", private: true, message: privateMessage(fact) };
    const earlier = recent.find(call.channelId, fact.id);
    if (earlier) return pointTo(fact, earlier, call, mentioned?.id);
    return post(fact, call, mentioned?.id);
  }

  /** The menu of a public answer gives whoever uses it a private copy: the answer stays what was asked for. */
  function open(call: ComponentCall): Response {
    const fact = base.getFact(call.values[0] ?? "");
    misses.hit(call.userId, fact);
    const message = privateMessage(fact);
    return call.message.private
      ? { type: "update", message }
      : { type: "reply", private: true, message };
  }

  function remove(call: ComponentCall): Response {
    if (call.message.posterId === call.userId || call.can("ManageMessages")) {
      recent.forget(call.channelId, call.message.id);
      return { type: "delete" };
    }
    throw new KnowledgeError(
      "not-allowed",
      "Only who posted the answer, and people who may manage messages here, can delete it.",
    );
  }

  return {
    key: KEY,
    scope: "everybody",
    data: {
      ...EVERYWHERE,
      name: "fact",
      description: "Post a fact about Rust in the Linux kernel",
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: "name",
          description: "What it is about; pick one of the suggestions, or type freely",
          required: true,
          autocomplete: true,
          max_length: 200,
        },
        {
          type: ApplicationCommandOptionType.User,
          name: "mention",
          description: "Whom to address; only this person is pinged",
        },
        {
          type: ApplicationCommandOptionType.Boolean,
          name: "hide",
          description: "Show it to you alone",
        },
      ],
    },
    execute,
    autocomplete: ({ focused }) =>
      base.suggest(focused.value, DISCORD_LIMITS.choices).map((fact) => factChoice(fact)),
    component(call) {
      const [factId = "", mention] = call.args;
      switch (call.action) {
        case "delete":
          return remove(call);
        case "open":
          return open(call);
        case "post":
          return post(base.getFact(factId), call, mention?.match(SNOWFLAKE)?.[0]);
        default:
          throw otherVersion();
      }
    },
  };
}
