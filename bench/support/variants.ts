import type { Random } from "./random.ts";

/** The ways in which people fail to type a query as the collection has it. */
export const VARIANTS = ["clean", "typo", "hard", "trunc", "typing"] as const;
export type Variant = (typeof VARIANTS)[number];

/** Variants whose last word is unfinished: what autocomplete sees. */
export const UNFINISHED: ReadonlySet<Variant> = new Set(["trunc", "typing"]);

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const EDITABLE_MIN_LENGTH = 4;
const TYPO_SHARE = 0.3;
const TYPING_SHARE = 0.6;

/**
 * The query as it would be typed. `typo`: one edit in 30 % of the words of four letters or more, in one at least.
 * `hard`: one or two edits in each of them, and one space lost. `trunc`: the last word cut. `typing`: cut at 60 % of
 * its characters.
 */
export function vary(query: string, variant: Variant, random: Random): string {
  const words = query.split(/\s+/).filter(Boolean);
  switch (variant) {
    case "clean":
      return query;
    case "typo":
      return misspell(words, random).join(" ");
    case "hard":
      return loseSpace(mangle(words, random), random);
    case "trunc":
      return truncate(words, random).join(" ");
    case "typing":
      return query.slice(0, Math.max(1, Math.floor(query.length * TYPING_SHARE)));
  }
}

function editable(word: string): boolean {
  return (word.match(/[a-z]/gi)?.length ?? 0) >= EDITABLE_MIN_LENGTH;
}

function misspell(words: readonly string[], random: Random): readonly string[] {
  const places = [...words.keys()].filter((at) => editable(words[at] ?? ""));
  const chosen = new Set(places.filter(() => random.chance(TYPO_SHARE)));
  if (chosen.size === 0 && places.length > 0) chosen.add(random.pick(places));
  return words.map((word, at) => (chosen.has(at) ? edit(word, random) : word));
}

function mangle(words: readonly string[], random: Random): readonly string[] {
  return words.map((word) => {
    if (!editable(word)) return word;
    const once = edit(word, random);
    return random.chance(0.5) ? edit(once, random) : once;
  });
}

/** One letter dropped, put in, replaced, or swapped with the next. */
function edit(word: string, random: Random): string {
  const at = random.int(word.length);
  const before = word.slice(0, at);
  switch (random.int(4)) {
    case 0:
      return before + word.slice(at + 1);
    case 1:
      return before + random.pick(LETTERS) + word.slice(at);
    case 2:
      return before + random.pick(LETTERS) + word.slice(at + 1);
    default: {
      const first = Math.min(at, word.length - 2);
      return (
        word.slice(0, first) + word.charAt(first + 1) + word.charAt(first) + word.slice(first + 2)
      );
    }
  }
}

function loseSpace(words: readonly string[], random: Random): string {
  if (words.length < 2) return words.join("");
  const at = random.int(words.length - 1);
  return [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)].join(" ");
}

function truncate(words: readonly string[], random: Random): readonly string[] {
  const last = words.at(-1) ?? "";
  if (last.length < 2) return words;
  const kept = 1 + random.int(last.length - 1);
  return [...words.slice(0, -1), last.slice(0, kept)];
}
