import type { Knowledge } from "./check-knowledge.ts";
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
  const known = knownAfter(met, locals, shipped);
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

/**
 * Local texts with nothing to merge that do not fit any more, because of what changed around them: a fact that they
 * relate to or a topic is gone, a name is another fact's now.
 */
function leftInvalid(
  met: readonly Met[],
  locals: readonly LocalFact[],
  shipped: Knowledge,
): readonly UpstreamItem[] {
  const known = knownAfter(met, locals, shipped);
  const shippedById = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const merged = new Set(met.map(({ local }) => local.id));
  return locals.flatMap((local) => {
    if (local.fact === null || merged.has(local.id)) return [];
    const problems = checkFact(local.fact, known);
    if (problems.length === 0) return [];
    const text = listed("What is shipped now leaves this local text invalid:", problems);
    return [itemFor(local, shippedById.get(local.id) ?? null, text)];
  });
}

function itemFor({ id }: LocalFact, shipped: Fact | null, text: string): UpstreamItem {
  return { kind: "upstream", factId: id, shipped, text };
}

function listed(headline: string, problems: readonly Problem[]): string {
  const lines = problems.map((problem) => `- ${describeProblem({ ...problem, where: "" })}`);
  return [headline, ...lines].join("\n");
}

/** All that will be known when what was merged is in force. */
function knownAfter(met: readonly Met[], locals: readonly LocalFact[], shipped: Knowledge) {
  const facts = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const put = (id: string, fact: Fact | null) => (fact ? facts.set(id, fact) : facts.delete(id));
  for (const { id, fact } of locals) put(id, fact);
  for (const { local, merged } of met) if (merged.agreed) put(local.id, merged.fact);
  return {
    findFact: (id: string) => facts.get(id),
    findTopic: (id: string) => shipped.topics.find((topic) => topic.id === id),
    called: findCalledAmong(facts.values()),
    listReleases: () => shipped.releases,
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
