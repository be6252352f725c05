import uFuzzy from "@leeoniya/ufuzzy";
import { create, insertMultiple, search as searchOrama } from "@orama/orama";
import FlexSearch from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { stemmer } from "stemmer";
import type { Fact } from "../../src/knowledge/fact.ts";
import { createFactIndex } from "../../src/knowledge/search/create-fact-index.ts";
import { readKnowledge } from "../../src/stores/read-knowledge.ts";
import { createExactBm25, STOP_WORDS } from "./exact-bm25.ts";

/** Ids of the best matches, best first. */
export type Search = (
  query: string,
  limit: number,
  typing: boolean,
) => readonly string[] | Promise<readonly string[]>;

/** A search engine that can be measured: how it is built over facts, and how it is asked. */
export interface Engine {
  readonly name: string;
  readonly build: (facts: readonly Fact[]) => Search | Promise<Search>;
}

const { outOfScope } = await readKnowledge("data");

export const OURS: Engine = {
  name: "ours",
  build: (facts) => {
    const index = createFactIndex(facts, { outOfScope });
    return (query, limit, typing) =>
      index.search(query, { limit, typing }).map(({ fact }) => fact.id);
  },
};

const EXACT_BM25: Engine = {
  name: "exact BM25, stems",
  build: (facts) => createExactBm25(facts),
};

/** MiniSearch as its documentation advises: fuzzy by 20 % of a word's length, the word being typed as a prefix. */
function miniSearch(name: string, processTerm?: (term: string) => string | null): Engine {
  return {
    name,
    build: (facts) => {
      const index = new MiniSearch<Fact>({
        fields: ["title", "aliases", "tags", "body"],
        extractField: (fact, field) => fieldText(fact, field),
        ...(processTerm ? { processTerm } : {}),
      });
      index.addAll(facts);
      return (query, limit, typing) =>
        index
          .search(query, {
            boost: { title: 2, aliases: 2 },
            fuzzy: 0.2,
            prefix: (_term, at, terms) => typing && at === terms.length - 1,
          })
          .slice(0, limit)
          .map(({ id }) => String(id));
    },
  };
}

const FLEXSEARCH: Engine = {
  name: "FlexSearch",
  build: (facts) => {
    const index = new FlexSearch.Document({
      document: { id: "id", index: ["title", "aliases", "tags", "body"] },
      tokenize: "forward",
      encoder: FlexSearch.Charset.LatinBalance,
    });
    for (const { id, title, body, aliases, tags } of facts) {
      index.add({ id, title, body, aliases: aliases.join(" "), tags: tags.join(" ") });
    }
    return (query, limit) => {
      const fields = index.search(query, { limit, suggest: true });
      return [...new Set(fields.flatMap(({ result }) => result.map(String)))].slice(0, limit);
    };
  },
};

const ORAMA: Engine = {
  name: "Orama",
  build: async (facts) => {
    const index = create({
      schema: { title: "string", aliases: "string[]", tags: "string[]", body: "string" },
      components: { tokenizer: { stemming: true, stemmerSkipProperties: [], stemmer } },
    });
    await insertMultiple(
      index,
      facts.map(({ id, title, aliases, tags, body }) => ({
        id,
        title,
        aliases: [...aliases],
        tags: [...tags],
        body,
      })),
    );
    return async (term, limit) => {
      const boost = { title: 2, aliases: 2 };
      const found = await searchOrama(index, { term, limit, tolerance: 1, boost });
      return found.hits.map((hit) => String(hit.id));
    };
  },
};

const UFUZZY: Engine = {
  name: "uFuzzy",
  build: (facts) => {
    const engine = new uFuzzy({ intraMode: 1 });
    const texts = facts.map((fact) => FIELDS.map((field) => fieldText(fact, field)).join(" "));
    return (query, limit) => {
      const [found, info, order] = engine.search(texts, query, 1, 1_000);
      const places = info && order ? order.map((at) => info.idx[at]) : (found ?? []);
      return places.slice(0, limit).map((at) => facts[at ?? -1]?.id ?? "");
    };
  },
};

/** Raw Fuse over the fields; `useTokenSearch` is its mode for queries of several words. */
function fuse(name: string, useTokenSearch: boolean): Engine {
  return {
    name,
    build: (facts) => {
      const index = new Fuse(facts, {
        keys: FIELDS.map((field) => ({ name: field, weight: field === "body" ? 1 : 2 })),
        ignoreLocation: true,
        useTokenSearch,
      });
      return (query, limit) => index.search(query, { limit }).map(({ item }) => item.id);
    },
  };
}

const FIELDS = ["title", "aliases", "tags", "body"] as const;

function fieldText(fact: Fact, field: string): string {
  if (field === "id") return fact.id;
  if (field === "title") return fact.title;
  if (field === "body") return fact.body;
  return (field === "aliases" ? fact.aliases : fact.tags).join(" ");
}

export const PEERS: readonly Engine[] = [
  EXACT_BM25,
  miniSearch("MiniSearch, stems", (term) => {
    const word = term.toLowerCase();
    return STOP_WORDS.has(word) ? null : stemmer(word);
  }),
  miniSearch("MiniSearch"),
  FLEXSEARCH,
  ORAMA,
  UFUZZY,
  fuse("Fuse, whole pattern", false),
  fuse("Fuse, token search", true),
];
