import { cut } from "../knowledge/cut.ts";
import { withoutEffect } from "../knowledge/markdown-link.ts";

const ELLIPSIS = "…";
const FENCE = "```";

/**
 * The text, or as much of its beginning as fits `max` UTF-16 code units with an ellipsis, cut between graphemes. A code
 * fence that the cut leaves open is closed.
 */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = cut(text, max - ELLIPSIS.length).trimEnd();
  if (fences(kept) % 2 === 0) return kept + ELLIPSIS;
  const closing = `${ELLIPSIS}\n${FENCE}`;
  const inFence = cut(text, max - closing.length).trimEnd();
  // Cutting deeper can step out of the fence again, at its very beginning.
  return fences(inFence) % 2 === 0 ? inFence + ELLIPSIS : inFence + closing;
}

function fences(text: string): number {
  return text.split(FENCE).length - 1;
}

/**
 * What somebody typed, fit to be shown back to them: one line, cut to `max` units, with Markdown, mentions and links
 * without effect.
 */
export function quoteTyped(typed: string, max = 200): string {
  const line = typed
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
  const shown = line.length <= max ? line : cut(line, max - ELLIPSIS.length).trimEnd() + ELLIPSIS;
  return `“${withoutEffect(shown)}”`;
}

/** A count with its noun: `1 fact`, `12 facts`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${numeral(number)} ${number === 1 ? singular : plural}`;
}

/** A number as people read it: `1,501`. */
export function numeral(number: number): string {
  return number.toLocaleString("en");
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `2022-12-11` as `11 December 2022`. */
export function longDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
