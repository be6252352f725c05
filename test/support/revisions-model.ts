import fc from "fast-check";
import { expect } from "vitest";
import { type Edit, EditConflict, type Saved } from "../../src/knowledge/curation.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import { importEdits } from "../../src/knowledge/fact-export.ts";
import type { Revision } from "../../src/knowledge/fact-store.ts";
import { openStores, type Stores } from "../../src/stores/open-stores.ts";
import { byModerator, knowledgeOf, startCurating } from "./curating.ts";
import { fact } from "./facts.ts";
import { naiveMerge } from "./naive-merge.ts";
import { createDisk, type Disk } from "./volatile-disk.ts";

const IDS = ["fact-a", "fact-b", "fact-c", "fact-d"] as const;
const id = fc.constantFrom(...IDS);
const moderator = fc.constantFrom("ann", "bob", "eve");
const words = fc.uniqueArray(fc.constantFrom("x", "y", "z"), { maxLength: 3 });

/** A change of a fact. Names are made of the id later, so that they are nobody else's. */
const change = fc.record(
  {
    title: fc.constantFrom("one", "two"),
    body: fc.constantFrom("One.", "Two.", "Three."),
    aliases: words,
    tags: words,
    related: fc.uniqueArray(id, { maxLength: 2 }),
    checked: fc.constantFrom(
      { on: "2026-01-01", against: "6.18" },
      { on: "2026-02-02", against: "6.18" },
    ),
  },
  { requiredKeys: [] },
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

export const arbitraryStep = fc.oneof(
  fc.record({ kind: fc.constant("open" as const), moderator, id }),
  fc.record({ kind: fc.constant("save" as const), moderator, change }),
  fc.record({ kind: fc.constant("save" as const), moderator, change }),
  fc.record({ kind: fc.constant("edit" as const), id, change }),
  fc.record({ kind: fc.constant("both" as const), id, changes: fc.tuple(change, change) }),
  fc.record({ kind: fc.constant("remove" as const), id }),
  fc.record({ kind: fc.constant("bring-back" as const), id, revision: fc.nat(5) }),
  fc.record({ kind: fc.constant("undo" as const), revision: fc.nat(9) }),
  fc.record({
    kind: fc.constant("import" as const),
    facts: fc.uniqueArray(fc.tuple(id, change), { maxLength: 3, selector: ([key]) => key }),
  }),
  fc.record({
    kind: fc.constant("upgrade" as const),
    facts: fc.uniqueArray(fc.tuple(id, change), { maxLength: 4, selector: ([key]) => key }),
  }),
  fc.record({ kind: fc.constant("restart" as const) }),
  fc.record({ kind: fc.constant("lose-power" as const) }),
);
type Step = typeof arbitraryStep extends fc.Arbitrary<infer Value> ? Value : never;

/** Facts as a plain map, and how many revisions each has: what the real thing is held against after every step. */
export async function createModel() {
  const facts = new Map<string, Fact>();
  const revisions = new Map<string, number>();
  const forms = new Map<string, { readonly id: string; readonly from: Fact | null }>();
  let shipped: readonly Fact[] = [];
  let disk: Disk = createDisk();
  let stores: Stores = await openStores("/store", { files: disk.files });
  let bot = await startCurating(stores.facts, stores.curation, knowledgeOf(shipped));

  /** What saving should come to: every fact afterwards, or why it is refused. */
  function expected(edits: readonly Edit[]): Map<string, Fact> | "conflict" | "invalid" {
    const next = new Map(facts);
    for (const { id, from, to } of edits) {
      const merged = naiveMerge(from, to, facts.get(id) ?? null);
      if (merged === "conflict") return "conflict";
      if (merged) next.set(id, merged);
      else next.delete(id);
    }
    const changed = [...next.values()].filter((fact) => !same(fact, facts.get(fact.id)));
    const dangling = [...next.values()].some(({ id, related }) =>
      related.some((other) =>
        changed.some((fact) => fact.id === id)
          ? !next.has(other)
          : facts.has(other) && !next.has(other),
      ),
    );
    return dangling ? "invalid" : next;
  }

  async function save(edits: readonly Edit[], atOnce?: Promise<Saved>) {
    const saved = atOnce ?? bot.curator.save(edits, byModerator);
    const outcome = expected(edits);
    if (!(outcome instanceof Map)) {
      const error: unknown = await saved.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(KnowledgeError);
      // Of two sent at once, the second can be found invalid before the first is saved, and would conflict after.
      if (!atOnce) expect(error instanceof EditConflict ? "conflict" : "invalid").toBe(outcome);
      if (error instanceof EditConflict) expect(edits).toContain(error.wanted);
      return;
    }
    const before = new Map(facts);
    const { revisions: made } = await saved;
    for (const id of IDS) put(id, outcome.get(id));
    const changed = IDS.filter((id) => !same(before.get(id), facts.get(id)));
    expect(made.map(({ id }) => id).sort()).toEqual(changed);
    expect(new Set(made.map((revision) => revision.change)).size).toBeLessThanOrEqual(1);
    for (const revision of made) account(revision, before.get(revision.id));
  }

  function put(id: string, value: Fact | undefined): void {
    if (value) facts.set(id, value);
    else facts.delete(id);
  }

  /** A revision continues its fact's history and says what was before and after. */
  function account({ id, number, before, after }: Revision, was: Fact | undefined): void {
    expect(number).toBe((revisions.get(id) ?? 0) + 1);
    expect(before).toEqual(was ?? null);
    expect(after).toEqual(facts.get(id) ?? null);
    revisions.set(id, number);
  }

  /** Starts on a disk; what ships is merged into what was changed, which an edit since the last start may have made possible. */
  async function start(files: Disk): Promise<void> {
    disk = files;
    stores = await openStores("/store", { files: disk.files });
    bot = await startCurating(stores.facts, stores.curation, knowledgeOf(shipped));
    for (const id of IDS) {
      const was = facts.get(id);
      put(id, bot.base.findFact(id));
      const own = bot.report.merged.filter((revision) => revision.id === id);
      expect(own).toHaveLength(revisions.has(id) && !same(was, facts.get(id)) ? 1 : 0);
      for (const revision of own) {
        expect(revision.kind).toBe("merge");
        account(revision, was);
      }
      if (revisions.has(id)) continue;
      expect(facts.get(id)).toEqual(shipped.find((fact) => fact.id === id));
    }
  }

  async function restart(): Promise<void> {
    await stores.close();
    await start(disk);
  }

  async function upgrade(next: readonly Fact[]): Promise<void> {
    shipped = next;
    await restart();
    const waiting = await stores.curation.listOpen();
    expect(waiting).toHaveLength(bot.report.waiting);
    await restart();
    expect(bot.report).toMatchObject({ merged: [], queued: [], settled: [] });
    expect(await stores.curation.listOpen()).toEqual(waiting);
  }

  async function allRevisions(): Promise<readonly Revision[]> {
    const all: Revision[] = [];
    for await (const revision of stores.facts.revisions()) all.push(revision);
    return all;
  }

  async function perform(step: Step): Promise<void> {
    switch (step.kind) {
      case "open":
        forms.set(step.moderator, { id: step.id, from: facts.get(step.id) ?? null });
        return;
      case "save": {
        const form = forms.get(step.moderator);
        if (form) await save([{ ...form, to: changed(form.id, form.from, step.change) }]);
        return;
      }
      case "edit": {
        const from = facts.get(step.id) ?? null;
        return save([{ id: step.id, from, to: changed(step.id, from, step.change) }]);
      }
      case "both": {
        const from = facts.get(step.id) ?? null;
        const edits = step.changes.map((own) => [
          { id: step.id, from, to: changed(step.id, from, own) },
        ]);
        // Both are sent at once; the first to be sent is the first to be saved.
        const saves = edits.map((edit) => bot.curator.save(edit, byModerator));
        await Promise.allSettled(saves);
        for (const [at, edit] of edits.entries()) await save(edit, saves[at]);
        return;
      }
      case "remove":
        return facts.has(step.id) ? save(bot.curator.removal(step.id)) : undefined;
      case "bring-back": {
        const revision = (await stores.facts.history(step.id))[step.revision];
        if (revision) await save([bot.curator.bringingBack(revision)]);
        return;
      }
      case "undo": {
        const all = await allRevisions();
        const change = all.at(-1 - step.revision)?.change;
        const made = all.filter((revision) => revision.change === change);
        return made.length > 0 ? save(bot.curator.undoing(made)) : undefined;
      }
      case "import": {
        const imported = step.facts.map(([id, own]) => changed(id, facts.get(id) ?? null, own));
        return save(importEdits(imported, bot.base.findFact));
      }
      case "upgrade": {
        const ids = step.facts.map(([id]) => id);
        const texts = step.facts.map(([id, own]) => changed(id, null, own));
        return upgrade(texts.map((text) => ({ ...text, related: text.related.filter(isIn(ids)) })));
      }
      case "restart":
        return restart();
      case "lose-power": {
        const left = disk.loss().after(() => false);
        const contents = new Map(left.contents());
        contents.delete("/store/lock");
        return start(createDisk(contents));
      }
    }
  }

  return {
    async take(step: Step): Promise<void> {
      await perform(step);
      for (const id of IDS) expect(bot.base.findFact(id)).toEqual(facts.get(id));
    },
    /** The whole history, held against what was counted on the way. */
    async end(): Promise<void> {
      await restart();
      for (const id of IDS) {
        const history = await stores.facts.history(id);
        expect(history).toHaveLength(revisions.get(id) ?? 0);
        for (const revision of history) expect(revision.before).not.toEqual(revision.after);
        if (history.length > 0) expect(history.at(-1)?.after).toEqual(facts.get(id) ?? null);
      }
      await stores.close();
    },
  };
}

function changed(
  id: string,
  from: Fact | null,
  { title, aliases, related, ...rest }: Change,
): Fact {
  return {
    ...(from ?? fact({ id, title: `${id} new` })),
    ...(title ? { title: `${id} ${title}` } : {}),
    ...(aliases ? { aliases: aliases.map((alias) => `${id} ${alias}`) } : {}),
    ...(related ? { related: related.filter((other) => other !== id) } : {}),
    ...rest,
  };
}

function isIn(ids: readonly string[]) {
  return (id: string) => ids.includes(id);
}

function same(a: Fact | undefined, b: Fact | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
