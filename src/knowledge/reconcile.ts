import type { Knowledge, Known } from "./check-knowledge.ts";
import { checkFact, findCalledAmong } from "./check-knowledge.ts";
import type { NewItem } from "./curation-store.ts";
import { describeProblem, type Problem } from "./errors.ts";
import type { Fact } from "./fact.ts";
import type { FactChange, LocalFact } from "./fact-store.ts";
import { type Merged, mergeFacts, sameFact } from "./merge.ts";

export type UpstreamItem = NewItem & { readonly factId: string; readonly shipped: Fact | null };

/** What a new version of the shipped facts means for the local changes. */
export interface Reconciliation {
  /** Local texts that take in what changed upstream. */
  readonly changes: readonly FactChange[];
  /** Local texts that have it already. */
  readonly rebased: readonly Pick<LocalFact, "id" | "base">[];
  /** What a curator has to decide; the local text stays in force meanwhile. */
  readonly conflicts: readonly UpstreamItem[];
}

interface Met {
  readonly local: LocalFact;
  /** What is shipped now. */
  readonly now: Fact | null;
  readonly merged: Merged;
}

/**
 * Merges, three ways, what is shipped now into every local change: the text that the change was based on is what both
 * started from. Doing it again on the result gives the same conflicts, and nothing else to do.
 */
export function reconcile(locals: Iterable<LocalFact>, shipped: Knowledge): Reconciliation {
  const shippedById = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const all = [...locals];
  const met = all.flatMap((local): Met[] => {
    const now = shippedById.get(local.id) ?? null;
    if (sameFact(local.base, now)) return [];
    return [{ local, now, merged: mergeFacts(local.base, local.fact, now) }];
  });
  const valid = withoutInvalid(met, all, shipped);
  return {
    changes: valid.flatMap(({ local, now, merged }) =>
      merged.agreed && !sameFact(merged.fact, local.fact)
        ? [
            {
              id: local.id,
              expected: local.revision,
              before: local.fact,
              after: merged.fact,
              base: now,
            },
          ]
        : [],
    ),
    rebased: valid.flatMap(({ local: { id, fact }, now, merged }) =>
      merged.agreed && sameFact(merged.fact, fact) ? [{ id, base: now }] : [],
    ),
    conflicts: [
      ...valid.flatMap(({ local, now, merged }): UpstreamItem[] =>
        merged.agreed ? [] : [itemFor(local, now, wording(local, now, merged))],
      ),
      ...leftInvalid(valid, all, shipped),
    ],
  };
}

/**
 * Turns merges into conflicts where the merged fact does not fit with all the others as they will be. That leaves
 * another local text in force, which may not fit either, so it is done until nothing changes.
 */
function withoutInvalid(
  met: readonly Met[],
  locals: readonly LocalFact[],
  shipped: Knowledge,
): readonly Met[] {
  const known = knowing(factsAfter(met, locals, shipped), shipped);
  const checked = met.map((one) => {
    const { merged, local } = one;
    if (!merged.agreed || merged.fact === null || sameFact(merged.fact, local.fact)) return one;
    const problems = checkFact(merged.fact, known);
    return problems.length === 0
      ? one
      : { ...one, merged: { agreed: false, fields: [], problems } as const };
  });
  return checked.every((one, at) => one === met[at])
    ? met
    : withoutInvalid(checked, locals, shipped);
}

/** Between facts that are shipped together, no name clashes: where one does, the local text has it too. */
const LINKS: readonly string[] = ["related", "supersededBy"];

/**
 * Texts that will be in force with nothing to choose between, and do not fit with all others: what they relate to or
 * their topic is gone, or a name is another fact's. A shipped text has lost what was removed here.
 */
function leftInvalid(
  met: readonly Met[],
  locals: readonly LocalFact[],
  shipped: Knowledge,
): readonly UpstreamItem[] {
  const facts = factsAfter(met, locals, shipped);
  const known = knowing(facts, shipped);
  const shippedById = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const localIds = new Set(locals.map(({ id }) => id));
  const inConflict = new Set(met.flatMap(({ local, merged }) => (merged.agreed ? [] : local.id)));
  return [...facts.values()].flatMap((fact): readonly UpstreamItem[] => {
    if (inConflict.has(fact.id)) return [];
    const isLocal = localIds.has(fact.id);
    const problems = checkFact(fact, known).filter(({ field }) => isLocal || LINKS.includes(field));
    if (problems.length === 0) return [];
    const headline = isLocal
      ? "What is shipped now leaves this local text invalid:"
      : "What was removed here leaves this shipped text invalid:";
    return [itemFor(fact, shippedById.get(fact.id) ?? null, listed(headline, problems))];
  });
}

function itemFor({ id }: Pick<LocalFact, "id">, shipped: Fact | null, text: string): UpstreamItem {
  return { kind: "upstream", factId: id, shipped, text };
}

function listed(headline: string, problems: readonly Problem[]): string {
  const lines = problems.map((problem) => `- ${describeProblem({ ...problem, where: "" })}`);
  return [headline, ...lines].join("\n");
}

/** The facts as they will be when what was merged is in force. */
function factsAfter(
  met: readonly Met[],
  locals: readonly LocalFact[],
  shipped: Knowledge,
): ReadonlyMap<string, Fact> {
  const facts = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const put = (id: string, fact: Fact | null) => (fact ? facts.set(id, fact) : facts.delete(id));
  for (const { id, fact } of locals) put(id, fact);
  for (const { local, merged } of met) if (merged.agreed) put(local.id, merged.fact);
  return facts;
}

function knowing(facts: ReadonlyMap<string, Fact>, { topics, releases }: Knowledge): Known {
  return {
    findFact: (id) => facts.get(id),
    findTopic: (id) => topics.find((topic) => topic.id === id),
    called: findCalledAmong(facts.values()),
    listReleases: () => releases,
  };
}

function wording(
  { fact, base }: LocalFact,
  now: Fact | null,
  { problems }: { readonly problems: readonly Problem[] },
): string {
  if (problems.length > 0) {
    return listed("The local and the shipped change together are not valid:", problems);
  }
  if (now === null) return "This fact is shipped no more, and was changed here.";
  if (base === null) return "A fact with this id was added here, and another one is shipped now.";
  if (fact === null) return "This fact was removed here, and its shipped text has changed.";
  return "This fact was changed here, and its shipped text has changed in the same place.";
}
