import type { APIEmbed } from "discord.js";
import type { Fact } from "../knowledge/fact.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { markdownLink, withoutEffect } from "../knowledge/markdown-link.ts";
import { COLOURS } from "./colours.ts";
import { longDate } from "./text.ts";

/** What the fact's state is, at a glance. */
const STATUS_COLOURS = {
  current: COLOURS.rust,
  superseded: COLOURS.grey,
  disputed: COLOURS.amber,
} as const;

/** The parts of what readers are shown of a fact, in the order in which they are. */
export interface FactText {
  readonly title: string;
  /** That it is no longer true, with what is instead, or disputed; empty otherwise. */
  readonly lead: string;
  readonly body: string;
  readonly sources: Fact["sources"];
  /** In which releases it holds, when it was checked and against what, and its topic. */
  readonly foot: string;
}

/** The same for every place where facts are read. */
export function factText(base: KnowledgeBase, fact: Fact): FactText {
  const replacedBy = fact.supersededBy === undefined ? undefined : base.findFact(fact.supersededBy);
  const topic = base.findTopic(fact.topic)?.title ?? fact.topic;
  return {
    title: fact.title,
    lead: leadOf(fact, replacedBy),
    body: fact.body,
    sources: fact.sources,
    foot: [validity(fact), checkedLine(fact), topic].filter(Boolean).join(" · "),
  };
}

function leadOf(fact: Fact, replacedBy: Fact | undefined): string {
  if (fact.status === "superseded") {
    const held = fact.until ? ` (it held up to Linux ${fact.until})` : "";
    const now = replacedBy ? ` See instead: **${withoutEffect(replacedBy.title)}**` : "";
    return `⚠️ **No longer true**${held}.${now}`;
  }
  if (fact.status === "disputed") return "⚠️ **Disputed:** sources or people disagree on this.";
  return "";
}

/** In which releases it holds: `Linux 6.1 and later`, `Linux 6.1 to 6.10`; empty where releases do not matter. */
export function validity({ since, until }: Fact): string {
  if (since && until) return since === until ? `Linux ${since} only` : `Linux ${since} to ${until}`;
  if (since) return `Linux ${since} and later`;
  return until ? `up to Linux ${until}` : "";
}

function checkedLine({ checked }: Fact): string {
  return `checked ${longDate(checked.on)} against Linux ${checked.against}`;
}

/**
 * A fact as an embed: what is no longer true says so first, then the text, its sources as links, and at the foot in
 * which releases it holds and when it was checked. Every fact that the parser lets through fits.
 */
export function embedOf(base: KnowledgeBase, fact: Fact): APIEmbed {
  const { title, lead, body, sources, foot } = factText(base, fact);
  const links = `**${sources.length === 1 ? "Source" : "Sources"}:** ${sources.map(markdownLink).join(" · ")}`;
  return {
    title,
    description: [lead, body, links].filter(Boolean).join("\n\n"),
    color: STATUS_COLOURS[fact.status],
    footer: { text: foot },
  };
}

/** What to read next: what replaced the fact, then what it names as related. */
export function relatedTo(base: KnowledgeBase, fact: Fact): readonly Fact[] {
  const ids = [...(fact.supersededBy ? [fact.supersededBy] : []), ...fact.related];
  return [...new Set(ids)].flatMap((id) => base.findFact(id) ?? []);
}
