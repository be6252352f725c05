import type { Fact } from "../../src/knowledge/fact.ts";
import type { Random } from "./random.ts";
import { vary } from "./variants.ts";

const MAX_LENGTH = 6_000;
const PIECES = [
  ..."\0 \t \n ' ’ _ - -- . .. / // :: # ++ ! ? * ( ) [ ] < > & @ ` ``` \\ $ ^ + | { }".split(" "),
  ..."a A z é ß İ ı ǆ ﬁ Ω я 中 文 ا ש ☃ 🦀 👩‍💻 ‮ ﷽ \u0301 \u200d \ufeff \ud800 \udfff 1 1.2 6.10 v6.1 0x1f".split(
    " ",
  ),
];

/** Texts of the kinds that break what is careless, up to 6,000 characters. */
export function oddText(random: Random, facts: readonly Fact[]): string {
  switch (random.int(6)) {
    case 0:
      return random
        .pick(PIECES)
        .repeat(1 + random.int(MAX_LENGTH))
        .slice(0, MAX_LENGTH);
    case 1:
      return many(1 + random.int(60), () => random.pick(PIECES)).join("");
    case 2:
      return many(1 + random.int(40), () => anyUnits(random, 1 + random.int(12))).join(" ");
    case 3:
      return vary(random.pick(facts).title, "hard", random);
    case 4:
      return vary(random.pick(facts).body, "hard", random).slice(0, MAX_LENGTH);
    default:
      return many(1 + random.int(900), () => letters(random, 1 + random.int(9)))
        .join(random.pick([" ", "", "_", "-", "."]))
        .slice(0, MAX_LENGTH);
  }
}

function many<Item>(count: number, make: () => Item): readonly Item[] {
  return Array.from({ length: count }, make);
}

function anyUnits(random: Random, length: number): string {
  return String.fromCharCode(...Array.from({ length }, () => random.int(0x10000)));
}

function letters(random: Random, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + random.int(26))).join("");
}
