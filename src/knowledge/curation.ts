import { checkFact } from "./check-knowledge.ts";
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
    super("conflict", `${what} Nothing was saved, and nothing that you typed is lost.`, {
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

/** Each attempt lost means that somebody else's change was kept meanwhile: in so many, one of ours comes through. */
const ATTEMPTS = 20;

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

  async function attempt(edits: readonly Edit[], about: About) {
    const local = await store.load();
    const settled = edits.map((edit) => ({ id: edit.id, ...settle(edit) }));
    const changed = settled.filter(({ id, to }) => !sameFact(to, base.findFact(id) ?? null));
    const removed = new Set(changed.filter(({ to }) => to === null).map(({ id }) => id));
    const added = new Set(changed.filter(({ to }) => to !== null).map(({ id }) => id));
    const problems = changed.flatMap(({ to }) =>
      to === null ? [] : checkFact(to, base, { removed, added }),
    );
    if (problems.length > 0) throw invalid(problems);
    const changes = changed.map(({ id, to }) => ({
      id,
      expected: base.revisionOf(id),
      before: base.findFact(id) ?? null,
      after: to,
      base: baseOf(id, to, local.get(id)),
    }));
    const revisions = changes.length === 0 ? [] : await store.apply(changes, about);
    return { revisions, merged: settled.some(({ merged }) => merged) };
  }

  return {
    async save(edits, about) {
      for (let left = ATTEMPTS; ; left--) {
        try {
          return await attempt(edits, about);
        } catch (error) {
          // Our own conflicts are final; the store's means that the base has moved on, so the merge is made anew.
          const moved = error instanceof KnowledgeError && error.code === "conflict";
          if (!moved || error instanceof EditConflict || left === 1) throw error;
        }
      }
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
      const relating = others.filter((other) => other.related.includes(id));
      return [
        { id, from: fact, to: null },
        ...relating.map((other) => ({
          id: other.id,
          from: other,
          to: { ...other, related: other.related.filter((related) => related !== id) },
        })),
      ];
    },

    undoing: (revisions) =>
      revisions.map(({ id, before, after }) => ({ id, from: after, to: before })),

    bringingBack: ({ id, after }) => ({ id, from: base.findFact(id) ?? null, to: after }),

    acknowledgeShipped: (id) => store.rebase([{ id, base: shipped(id) ?? null }]),
  };
}

function invalid(problems: readonly Problem[]): KnowledgeError {
  const lines = problems.map((problem) => `- ${describeProblem({ ...problem, where: "" })}`);
  return new KnowledgeError("invalid", ["This cannot be saved:", ...lines].join("\n"), {
    problems,
  });
}
