import { createHash } from "node:crypto";
import { ButtonStyle } from "discord.js";
import { COLOURS } from "../../src/discord/colours.ts";
import type { MessageBody } from "../../src/discord/command.ts";
import { button, factMenu, menu, pager, rows } from "../../src/discord/components.ts";
import { pageFooter, pageOf } from "../../src/discord/fact-list.ts";
import { DISCORD_LIMITS } from "../../src/discord/limits.ts";
import { count, quoteTyped, truncate } from "../../src/discord/text.ts";
import type { Gap } from "../../src/knowledge/curation-store.ts";
import { cut } from "../../src/knowledge/cut.ts";
import { FACT_LIMITS, type Fact } from "../../src/knowledge/fact.ts";
import { factsId } from "./subcommand.ts";

/** A gap with the facts that may answer it; `found` is what its asker found next. */
export interface ShownGap {
  readonly gap: Gap;
  readonly found?: Fact;
  readonly near: readonly Fact[];
}

/** Names a gap in a custom id: its words do not fit one. */
export function gapId({ key }: Pick<Gap, "key">): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 10);
}

/** The question as it was last typed, or the words that are left of it when that is forgotten. */
export function questionOf({ question, key }: Gap): string {
  return question ?? key;
}

/** The question as an alias to begin with: one line, short enough. */
export function aliasOf(gap: Gap): string {
  const line = questionOf(gap)
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/[?!.\s]+$/u, "")
    .trim();
  return cut(line, FACT_LIMITS.aliasMax).trimEnd();
}

/** The open gaps, page by page: those whose asker found a fact next come first, then the most asked. */
export function gapsView(shown: readonly ShownGap[], asked: string | number = 0): MessageBody {
  if (shown.length === 0) return { content: "Every question that was asked had an answer." };
  const { items, page, pages } = pageOf(shown, asked);
  const options = items.map(({ gap }) => ({
    label: truncate(plainLine(questionOf(gap)), DISCORD_LIMITS.selectLabelMax),
    value: gapId(gap),
  }));
  return {
    embeds: [
      {
        title: `${count(shown.length, "question")} without an answer`,
        description: items.map(line).join("\n"),
        color: COLOURS.amber,
        ...pageFooter({ page, pages }),
      },
    ],
    components: rows(
      [menu(factsId("gaps", "open", page), "Open a question", options)],
      pager({ page, pages }, (to) => factsId("gaps", "page", to)),
    ),
  };
}

function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, " ").trim() || "…";
}

function line({ gap, found, near }: ShownGap): string {
  const [nearest] = near;
  const hint = found
    ? `the asker found \`${found.id}\` next`
    : nearest
      ? `nearest: \`${nearest.id}\``
      : "nothing is near";
  return `${quoteTyped(questionOf(gap), 120)}\n-# asked ${count(gap.count, "time")} · ${hint}`;
}

/** One gap with what can be done about it. */
export function gapView({ gap, found, near }: ShownGap, page: string): MessageBody {
  const id = gapId(gap);
  const facts = [...new Set([...(found ? [found] : []), ...near])];
  const lines = [
    `**${quoteTyped(questionOf(gap), 300)}**`,
    `Asked ${count(gap.count, "time")}, last <t:${Math.floor(Date.parse(gap.lastAt) / 1_000)}:R>.`,
    found ? `Who asked it found \`${found.id}\` in other words within a minute.` : "",
  ];
  return {
    content: lines.filter(Boolean).join("\n"),
    components: rows(
      facts.length > 0
        ? [
            factMenu(
              factsId("gaps", "to", id),
              "Make it an alias of…",
              facts,
              found ? { chosen: found.id } : {},
            ),
          ]
        : [],
      [
        button(factsId("gaps", "write", id), "Write a fact…", { style: ButtonStyle.Primary }),
        button(factsId("gaps", "other", id), "Alias of another fact…"),
        button(factsId("gaps", "dismiss", id, page), "Dismiss"),
        button(factsId("gaps", "page", page), "Back to the list"),
      ],
    ),
  };
}
