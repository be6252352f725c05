import { createHash } from "node:crypto";
import type { Fact } from "../../src/knowledge/fact.ts";
import { factText } from "../../src/knowledge/fact-diff.ts";

/** Says, in a custom id, which text of a fact somebody was looking at: eight letters and digits. */
export function textHash(fact: Fact): string {
  return createHash("sha256").update(factText(fact)).digest("hex").slice(0, 8);
}

/** The same of a fact that may be gone. */
export function seenText(fact: Fact | undefined): string {
  return fact ? textHash(fact) : "gone";
}
