import type { Fact } from "../../src/knowledge/fact.ts";
import type { CreateFactIndex } from "../../src/knowledge/fact-index.ts";
import { nameKey } from "../../src/knowledge/name-key.ts";

/** An index that finds exact titles: for tests that are about facts and not about finding them. */
export const createPlainIndex: CreateFactIndex = (facts) => {
  const byId = new Map<string, Fact>([...facts].map((fact) => [fact.id, fact]));
  return {
    get size() {
      return byId.size;
    },
    add(fact) {
      if (byId.has(fact.id)) throw new Error(`${fact.id} is in the index already`);
      byId.set(fact.id, fact);
    },
    replace(fact) {
      if (!byId.has(fact.id)) throw new Error(`${fact.id} is not in the index`);
      byId.set(fact.id, fact);
    },
    remove: (id) => void byId.delete(id),
    called: (key) =>
      [...byId.values()].filter(({ id, title, aliases }) =>
        [id, title, ...aliases].some((name) => nameKey(name) === key),
      ),
    search: (query, { limit }) =>
      [...byId.values()]
        .filter(({ title }) => title === query)
        .slice(0, limit)
        .map((fact) => ({ fact, score: 1 })),
  };
};
