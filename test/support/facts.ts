import type { Fact } from "../../src/knowledge/fact.ts";

/** A valid fact; what a test is about is handed in. */
export function fact(overrides: Partial<Fact> = {}): Fact {
  return {
    id: "a-fact",
    title: "A fact",
    body: "The answer, and what qualifies it.",
    topic: "history",
    aliases: [],
    tags: [],
    status: "current",
    sources: [
      {
        title: "Rust in the kernel",
        url: "https://docs.kernel.org/rust/index.html",
        kind: "documentation",
      },
    ],
    checked: { on: "2026-11-22", against: "6.18" },
    related: [],
    featured: false,
    ...overrides,
  };
}
