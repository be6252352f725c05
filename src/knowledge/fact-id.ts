import { FACT_LIMITS } from "./fact.ts";

/** Leaves room for a number at the end. */
const WORDS_MAX = FACT_LIMITS.idMax - 4;

/** An id for a new fact from the words of its title, with a number at the end where that id is taken. */
export function newFactId(title: string, isTaken: (id: string) => boolean): string {
  const words = wordsOf(title);
  const id = words.length >= FACT_LIMITS.idMin ? words : `fact-${words || "new"}`;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** Whole words joined by hyphens, as many as fit; none of a title without any of `a-z0-9`. */
function wordsOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\p{Mn}'’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let id = "";
  for (const word of words) {
    const longer = id === "" ? word.slice(0, WORDS_MAX) : `${id}-${word}`;
    if (longer.length > WORDS_MAX) break;
    id = longer;
  }
  return id;
}
