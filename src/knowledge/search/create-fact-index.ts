import type { Fact } from "../fact.ts";
import type { CreateFactIndex, FactIndex } from "../fact-index.ts";
import { createFactTable } from "./fact-table.ts";
import { createSearch } from "./search-facts.ts";

/** Builds an index over facts in one go: about 3 ms for a thousand. */
export const createFactIndex: CreateFactIndex = (facts) => {
  const index = createEmptyIndex();
  for (const fact of facts) index.add(fact);
  return index;
};

/** So many characters are read in about ten milliseconds. */
const SLICE_LENGTH = 200_000;

/**
 * Builds an index over many facts without ever keeping the event loop for long: between slices it awaits `pause`, such as
 * `setImmediate` of `node:timers/promises`.
 */
export async function createFactIndexInSlices(
  facts: Iterable<Fact>,
  pause: () => Promise<unknown>,
): Promise<FactIndex> {
  const index = createEmptyIndex();
  let length = 0;
  for (const fact of facts) {
    index.add(fact);
    length += fact.title.length + fact.body.length;
    if (length < SLICE_LENGTH) continue;
    length = 0;
    await pause();
  }
  return index;
}

function createEmptyIndex(): FactIndex {
  const table = createFactTable();
  return {
    get size() {
      return table.size;
    },
    add: table.add,
    replace: table.add,
    remove: table.remove,
    search: createSearch(table),
  };
}
