import { checkFact, knownAfter } from "./check-knowledge.ts";
import { describeProblem, KnowledgeError, type Problem } from "./errors.ts";
import type { Fact } from "./fact.ts";
import type { About, FactStore, LocalFact, Revision } from "./fact-store.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";
import { type FactField, mergeFacts, sameFact } from "./merge.ts";

/** What somebody wants a fact to be, and the text that they started from; null stands for no fact. */
export interface Edit {
  readonly id: string;
  readonly from: Fact | null;
  readonly to: Fact | null;
}

export interface Saved {
  /** One for each fact that the change changed: none where everything was there already. */
  readonly revisions: readonly Revision[];
  /** Whether somebody else had changed a fact meanwhile, and both changes were merged. */
  readonly merged: boolean;
}

/** Two people changed the same field of a fact, each to something else, or their changes together are not valid. */
export class EditConflict extends KnowledgeError {
  /** What was wanted, and what is in force. */
  readonly wanted: Edit;
  readonly current: Fact | null;
  readonly fields: readonly FactField[];

  constructor(
    wanted: Edit,
    current: Fact | null,
    fields: readonly FactField[],
    problems: readonly Problem[],
  ) {
    const what =
      fields.length > 0
        ? `Somebody else has changed the same part meanwhile (${fields.join(", ")}).`
        : "Somebody else has changed this fact meanwhile, and both changes together are not valid.";
    super("conflict", `${what} Nothing was saved.`, {
      problems,
    });
    this.wanted = wanted;
    this.current = current;
    this.fields = fields;
  }
}

/** Changes facts, so that no edit is ever lost: every one is merged by field with what happened meanwhile. */
export interface Curation {
  /**
   * Saves all edits of one change, or none. Saving what is there already is success, and makes no revision. Throws
   * {@link EditConflict}, KnowledgeError `invalid` with every problem, or what the store throws.
   */
  save(edits: readonly Edit[], about: About): Promise<Saved>;
  /**
   * What removing a fact comes to: the fact gone, and taken out of what others relate to. Throws KnowledgeError
   * `invalid` where others are superseded by it, naming them.
   */
  removal(id: string): readonly Edit[];
  /** What undoing a change comes to, from the revisions that it made. */
  undoing(revisions: readonly Revision[]): readonly Edit[];
  /**
   * What restoring a removed fact comes to, from its removal and all revisions of that change: the fact without its
   * links to what is gone, and the links to it that the change took, from what has room for them and is valid. Whatever
   * else the change did stays.
   */
  restoring(removal: Revision, change: readonly Revision[]): readonly Edit[];
  /** What bringing one revision's text back comes to. */
  bringingBack(revision: Revision): Edit;
  /**
   * Notes that the local text of a fact takes account of what is shipped now. Call it when a curator has decided on an
   * `upstream` item, whichever way: the next shipped text is then merged from there.
   */
  acknowledgeShipped(id: string): Promise<void>;
}

interface Dependencies {
  readonly base: KnowledgeBase;
  readonly store: FactStore;
  /** The shipped text of a fact. */
  readonly shipped: (id: string) => Fact | undefined;
}

/** What an edit comes to. */
interface Settled {
  readonly id: string;
  readonly to: Fact | null;
}

export function createCuration({ base, store, shipped }: Dependencies): Curation {
  /** What an edit comes to on top of what is in force now. */
  function settle(edit: Edit): { readonly to: Fact | null; readonly merged: boolean } {
    const current = base.findFact(edit.id) ?? null;
    const merged = mergeFacts(edit.from, edit.to, current);
    if (!merged.agreed) throw new EditConflict(edit, current, merged.fields, merged.problems);
    return {
      to: merged.fact,
      merged: !sameFact(current, edit.from) && !sameFact(merged.fact, current),
    };
  }

  /**
   * The shipped text that a change takes account of. An edit leaves it as it was, so that a question about a newer one
   * stays open; a removal answers every question.
   */
  function baseOf(id: string, to: Fact | null, local: LocalFact | undefined): Fact | null {
    const now = shipped(id) ?? null;
    return local === undefined || to === null || sameFact(to, now) ? now : local.base;
  }

  /** The edit that gives a fact its link back, where a revision took it and the fact still has room for it. */
  function withLinkBack({ id, before, after }: Revision, to: string): readonly Edit[] {
    if (!after || !before?.related.includes(to) || after.related.includes(to)) return [];
    const related = [
      ...before.related.filter((other) => other === to || after.related.includes(other)),
      ...after.related.filter((other) => !before.related.includes(other)),
    ];
    const from = base.findFact(id) ?? null;
    const merged = mergeFacts(after, { ...after, related }, from);
    return merged.agreed ? [{ id, from, to: merged.fact }] : [];
  }

  /** The edits of others that are valid with one: what an upgrade has left unfit is not to keep a fact from coming back. */
  function fitting(others: readonly Edit[], one: Edit): readonly Edit[] {
    const known = knownAfter(base, new Map([one, ...others].map(({ id, to }) => [id, to])));
    return others.filter(({ to }) => to === null || checkFact(to, known).length === 0);
  }

  /** What edits come to on top of what is in force now, checked whole. */
  function plan(edits: readonly Edit[]) {
    const settled = edits.map((edit) => ({ id: edit.id, ...settle(edit) }));
    const changed = settled.filter(({ id, to }) => !sameFact(to, base.findFact(id) ?? null));
    const known = knownAfter(base, new Map(changed.map(({ id, to }) => [id, to])));
    const problems = [
      ...changed.flatMap(({ to }) => (to ? checkFact(to, known) : [])),
      ...leftDangling(changed),
    ];
    if (problems.length > 0) throw invalid(problems);
    return { changed, merged: settled.some(({ merged }) => merged) };
  }

  /** Facts that a change does not touch, and that refer to one which it removes. */
  function leftDangling(changed: readonly Settled[]): readonly Problem[] {
    const gone = new Set(changed.filter(({ to }) => to === null).map(({ id }) => id));
    if (gone.size === 0) return [];
    const ids = new Set(changed.map(({ id }) => id));
    return base
      .listFacts()
      .filter(({ id }) => !ids.has(id))
      .flatMap((fact) => danglingIn(fact, gone));
  }

  return {
    async save(edits, about) {
      let merged = false;
      const revisions = await store.apply((local) => {
        const planned = plan(edits);
        merged = planned.merged;
        return planned.changed.map(({ id, to }) => ({
          id,
          expected: base.revisionOf(id),
          before: base.findFact(id) ?? null,
          after: to,
          base: baseOf(id, to, local.get(id)),
        }));
      }, about);
      return { revisions, merged };
    },

    removal(id) {
      const fact = base.getFact(id);
      const others = base.listFacts().filter((other) => other.id !== id);
      const superseded = others.filter((other) => other.supersededBy === id);
      if (superseded.length > 0) {
        const names = superseded.map((other) => `\`${other.id}\``).join(", ");
        throw new KnowledgeError(
          "invalid",
          `This fact is what replaced ${names}. Change or remove those first.`,
        );
      }
      const gone = new Set([id]);
      return [
        { id, from: fact, to: null },
        ...others.flatMap((other) => withoutRelated(other, gone)),
      ];
    },

    undoing(revisions) {
      const edits = revisions.map(({ id, before, after }) => ({ id, from: after, to: before }));
      const gone = new Set(edits.filter(({ to }) => to === null).map(({ id }) => id));
      const others = base.listFacts().filter(({ id }) => !edits.some((edit) => edit.id === id));
      return [...edits, ...others.flatMap((other) => withoutRelated(other, gone))];
    },

    restoring(removal, change) {
      const { id, before } = removal;
      const related = before?.related.filter((other) => base.findFact(other) !== undefined) ?? [];
      const back = { id, from: null, to: before && { ...before, related } };
      return [
        back,
        ...fitting(
          change.flatMap((revision) => withLinkBack(revision, id)),
          back,
        ),
      ];
    },

    bringingBack: ({ id, after }) => ({ id, from: base.findFact(id) ?? null, to: after }),

    acknowledgeShipped: (id) => store.rebase([{ id, base: shipped(id) ?? null }]),
  };
}

/** The edit that takes facts which are gone out of what a fact relates to, where it relates to one. */
function withoutRelated(fact: Fact, gone: ReadonlySet<string>): readonly Edit[] {
  const related = fact.related.filter((id) => !gone.has(id));
  if (related.length === fact.related.length) return [];
  return [{ id: fact.id, from: fact, to: { ...fact, related } }];
}

function danglingIn(
  { id, related, supersededBy }: Fact,
  gone: ReadonlySet<string>,
): readonly Problem[] {
  return [
    ...related.map((other) => ({ field: "related", other })),
    ...(supersededBy === undefined ? [] : [{ field: "supersededBy", other: supersededBy }]),
  ]
    .filter(({ other }) => gone.has(other))
    .map(({ field, other }) => ({
      where: "fact",
      id,
      field,
      message: `names "${other}", which would be gone`,
    }));
}

function invalid(problems: readonly Problem[]): KnowledgeError {
  const lines = problems.map((problem) => `- ${describeProblem({ ...problem, where: "" })}`);
  return new KnowledgeError("invalid", ["This cannot be saved:", ...lines].join("\n"), {
    problems,
  });
}
