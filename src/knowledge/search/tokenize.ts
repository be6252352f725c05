import { DIGIT, kindAt, OTHER, UPPER } from "./char-kinds.ts";

/** The longest term that is kept: longer words are cut, longer compounds are known by their parts alone. */
export const TERM_MAX_LENGTH = 40;

/**
 * Called for each term of a text, in order. `start` and `end` tell where in the text it stands; `part` is true for a
 * piece of a compound that was given whole just before.
 */
export type VisitTerm = (term: string, start: number, end: number, part: boolean) => void;

const VERSION = /v?\d+\.\d/iy;
const JOINERS = /[_/-]+/;
const CHANGE_OF_CASE = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const MARKS = /\p{M}/gu;
const WIDE = /[^\0-\x7f]/;
const APOSTROPHES = /['’]s?$|['’]/g;

/** Parts cut at a change of case are kept from here on: `SpinLock` is a lock, but `NVMe` and `APIs` hold no words. */
const CASED_PART_MIN_LENGTH = 3;
const JOINED_PART_MIN_LENGTH = 2;

/**
 * Reads the terms of a text: case and accents folded, words joined by a hyphen, an underscore or a change of case both
 * whole and in parts (`pin_init` gives `pininit`, `pin`, `init`; `RISC-V` gives `riscv`, `risc`), releases as one term
 * without the `v` (`v6.10.5` gives `6.10.5` and `6.10`, never `6.1`), `C++` and `C#` with their signs.
 */
export function eachTerm(text: string, visit: VisitTerm): void {
  let at = 0;
  while (at < text.length) {
    if (kindAt(text, at) === OTHER) at += 1;
    else at = readVersion(text, at, visit) || readChunk(text, at, visit);
  }
}

/** A term of a text and where it stands: see `VisitTerm`. */
export interface Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly part: boolean;
}

/** The terms of a text that is read more than once. */
export function termsOf(text: string): readonly Term[] {
  const terms: Term[] = [];
  eachTerm(text, (term, start, end, part) => terms.push({ text: term, start, end, part }));
  return terms;
}

/** Digits with dots between them, with or without a leading `v`. Returns where it ends, 0 when there is none. */
function readVersion(text: string, start: number, visit: VisitTerm): number {
  if (!isVersionAt(text, start)) return 0;
  const from = kindAt(text, start) === DIGIT ? start : start + 1;
  const dots: number[] = [];
  let end = from;
  for (; end < text.length; end += 1) {
    if (kindAt(text, end) === DIGIT) continue;
    if (text.charAt(end) !== "." || kindAt(text, end + 1) !== DIGIT) break;
    dots.push(end);
  }
  const last = Math.min(end, from + TERM_MAX_LENGTH);
  visit(text.slice(from, last), start, end, false);
  const [, second] = dots;
  if (second !== undefined && second < last) visit(text.slice(from, second), start, end, true);
  return end;
}

function isVersionAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  if (kind !== DIGIT && (text.charCodeAt(at) | 32) !== 118) return false;
  VERSION.lastIndex = at;
  return VERSION.test(text);
}

/** A run of word characters with joiners inside it. Returns where it ends. */
function readChunk(text: string, start: number, visit: VisitTerm): number {
  let end = start;
  let joined = false;
  let humps = 0;
  let before: number = OTHER;
  for (; end < text.length; end += 1) {
    const kind = kindAt(text, end);
    if (kind === OTHER) {
      if (isApostrophe(text, end)) continue;
      if (!joinsAt(text, start, end)) break;
      joined = true;
    } else if (kind !== before && (kind === UPPER || before === UPPER)) humps += 1;
    before = kind;
  }
  const signs = signsAt(text, end);
  const chunk = text.slice(start, end);
  if (signs > 0) visitTerm(chunk + text.slice(end, end + signs), start, end + signs, false, visit);
  else if (!joined && humps < 2) visitTerm(chunk, start, end, false, visit);
  else visitCompound(chunk, start, end, visit);
  return end + signs;
}

function isApostrophe(text: string, at: number): boolean {
  const char = text.charAt(at);
  return (char === "'" || char === "’") && kindAt(text, at + 1) !== OTHER;
}

/** Whether the character ties what is before it to what is after it: `_` and `-`, and the slash of `I/O`. */
function joinsAt(text: string, start: number, at: number): boolean {
  const char = text.charAt(at);
  if (char === "_") return true;
  if (kindAt(text, at + 1) === OTHER) return false;
  if (char === "-") return !isVersionAt(text, at + 1);
  return char === "/" && at - start === 1 && kindAt(text, at + 2) === OTHER;
}

/** How many signs after a word belong to its name, as in `C++` and `C#`. */
function signsAt(text: string, end: number): number {
  if (text.startsWith("++", end)) return 2;
  return text.charAt(end) === "#" && kindAt(text, end + 1) === OTHER ? 1 : 0;
}

function visitCompound(chunk: string, start: number, end: number, visit: VisitTerm): void {
  const pieces = chunk.split(JOINERS);
  const whole = pieces.join("");
  if (whole.length <= TERM_MAX_LENGTH) visitTerm(whole, start, end, false, visit);
  for (const piece of pieces) {
    if (pieces.length > 1 && piece.length >= JOINED_PART_MIN_LENGTH) {
      visitTerm(piece, start, end, true, visit);
    }
    const humps = piece.split(CHANGE_OF_CASE);
    if (humps.length === 1) continue;
    for (const hump of humps) {
      if (hump.length >= CASED_PART_MIN_LENGTH) visitTerm(hump, start, end, true, visit);
    }
  }
}

function visitTerm(raw: string, start: number, end: number, part: boolean, visit: VisitTerm) {
  const term = foldTerm(raw).slice(0, TERM_MAX_LENGTH);
  if (term !== "") visit(term, start, end, part);
}

/** Case, accents and apostrophes folded away: `Linus's` and `linus` are one word, `don't` is `dont`. */
function foldTerm(raw: string): string {
  const plain = WIDE.test(raw) ? raw.normalize("NFKD").replace(MARKS, "") : raw;
  const word = plain.includes("'") || plain.includes("’") ? plain.replace(APOSTROPHES, "") : plain;
  return word.toLowerCase();
}
