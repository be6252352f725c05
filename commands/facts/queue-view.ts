import { type APIEmbed, ButtonStyle } from "discord.js";
import { COLOURS } from "../../src/discord/colours.ts";
import type { MessageBody } from "../../src/discord/command.ts";
import { button, factMenu, rows } from "../../src/discord/components.ts";
import { withDiffs } from "../../src/discord/diff-view.ts";
import { embedOf } from "../../src/discord/fact-embed.ts";
import { quoteTyped } from "../../src/discord/text.ts";
import type { QueueItem } from "../../src/knowledge/curation-store.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import { diffFacts } from "../../src/knowledge/fact-diff.ts";
import type { KnowledgeBase } from "../../src/knowledge/knowledge-base.ts";
import { sameFact } from "../../src/knowledge/merge.ts";
import { nameOf } from "./history.ts";
import { partMenu } from "./options.ts";
import { factsId } from "./subcommand.ts";
import { seenText, textHash } from "./text-hash.ts";

/** An item, where it stands in the queue, and what belongs to it. */
export interface QueuePage {
  readonly item: QueueItem;
  /** From 0. */
  readonly position: number;
  readonly open: readonly QueueItem[];
  /** Facts that a suggestion may be about. */
  readonly near: readonly Fact[];
  /** The shipped text that the local one was based on. */
  readonly base: Fact | null;
  /** Whether nothing more is taken of the author. */
  readonly blocked: boolean;
}

const act = (what: string, label: string, item: QueueItem, style?: ButtonStyle.Danger) =>
  button(factsId("queue", what, item.id), label, style ? { style } : {});

/** One item of the queue with everything that can be done about it. */
export function queueView(base: KnowledgeBase, page: QueuePage): MessageBody {
  const { item } = page;
  const fact = item.factId === undefined ? undefined : base.findFact(item.factId);
  const message = {
    content: `**${KINDS[item.kind]}** · ${page.position + 1} of ${page.open.length}`,
    embeds: [itemEmbed(item), ...(fact && item.kind !== "suggestion" ? [embedOf(base, fact)] : [])],
    components: rows(...choices(page, fact), turns(page)),
  };
  return item.kind === "upstream"
    ? withDiffs(message, upstreamDiffs(item, page.base, fact))
    : message;
}

const KINDS = {
  suggestion: "Suggestion",
  report: "Report on an answer",
  upstream: "The shipped text and the local one do not agree",
} as const;

function itemEmbed(item: QueueItem): APIEmbed {
  const from = item.author ? `from ${nameOf(item.author)} ` : "";
  const lines = [
    quoteTyped(item.text, 1_000),
    item.question === undefined ? "" : `Asked: ${quoteTyped(item.question, 300)}`,
    item.link === undefined ? "" : `Link: <${item.link}>`,
    `-# ${from}<t:${Math.floor(Date.parse(item.at) / 1_000)}:R>`,
  ];
  return { description: lines.filter(Boolean).join("\n"), color: COLOURS.blurple };
}

function choices(page: QueuePage, fact: Fact | undefined) {
  const { item, near } = page;
  const edit = fact ? [partMenu(factsId("queue", "edit", item.id, fact.id), "Edit the fact…")] : [];
  const reject = act("reject", "Reject…", item, ButtonStyle.Danger);
  if (item.kind === "suggestion") {
    const open = factsId("queue", "near", item.id);
    return [
      near.length > 0 ? [factMenu(open, "Edit a fact instead…", near)] : [],
      [
        act("write", "Write a fact…", item),
        act("other", "Edit another fact…", item),
        reject,
        ...blocking(page),
      ],
    ];
  }
  if (item.kind === "report") {
    const right = fact
      ? [button(factsId("queue", "right", item.id, textHash(fact)), "The fact is right")]
      : [];
    return [edit, [...right, reject, ...blocking(page)]];
  }
  const take = item.shipped === null ? "Remove it here too" : "Take the shipped text";
  // Where only the facts around it have changed, there is one text and nothing to take.
  const differs = !sameFact(item.shipped ?? null, fact ?? null);
  const taking = button(factsId("queue", "take", item.id, seenText(fact)), take);
  return [
    edit,
    [...(differs ? [taking] : []), act("keep", differs ? "Keep ours" : "Keep it", item)],
  ];
}

function turns({ item, position, open }: QueuePage) {
  if (open.length < 2) return [];
  const turn = (what: string, label: string, to: QueueItem | undefined) =>
    button(factsId("queue", what, to?.id ?? item.id), label, { disabled: to === undefined });
  return [
    turn("before", "Previous", open[position - 1]),
    turn("after", "Next", open[position + 1]),
  ];
}

function blocking({ item, blocked }: QueuePage) {
  if (item.author?.id === undefined) return [];
  return blocked ? [act("unblock", "Unblock author", item)] : [act("block", "Block author", item)];
}

function upstreamDiffs(item: QueueItem, base: Fact | null, fact: Fact | undefined) {
  return [
    {
      title: "What changed in the shipped text",
      diff: diffFacts(base, item.shipped ?? null),
      fileName: "shipped.diff",
    },
    {
      title: "What was changed here",
      diff: diffFacts(base, fact ?? null),
      fileName: "here.diff",
    },
  ].filter(({ diff }) => diff !== "");
}

/** A suggestion with the fact that was chosen for it, and the parts of it to edit. */
export function nearView(base: KnowledgeBase, item: QueueItem, fact: Fact): MessageBody {
  return {
    content: "Edit this fact as was suggested?",
    embeds: [itemEmbed(item), embedOf(base, fact)],
    components: rows(
      [partMenu(factsId("queue", "edit", item.id, fact.id), "Edit the fact…")],
      [button(factsId("queue", "open", item.id), "Back")],
    ),
  };
}
