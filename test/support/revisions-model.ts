import { expect } from "vitest";
import { checkKnowledge } from "../../src/knowledge/check-knowledge.ts";
import { type Edit, EditConflict, type Saved } from "../../src/knowledge/curation.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import { importEdits } from "../../src/knowledge/fact-export.ts";
import type { Revision } from "../../src/knowledge/fact-store.ts";
import { openStores, type Stores } from "../../src/stores/open-stores.ts";
import { byModerator, knowledgeOf, startCurating } from "./curating.ts";
import { naiveMerge } from "./naive-merge.ts";
import { changed, clashes, IDS, type Sent, type Step, shippable } from "./revisions-steps.ts";
import { createDisk, type Disk } from "./volatile-disk.ts";

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
    const isChanged = (one: Fact) => !same(one, facts.get(one.id));
    const dangling = [...next.values()].some((one) =>
      one.related.some((other) =>
        isChanged(one) ? !next.has(other) : facts.has(other) && !next.has(other),
      ),
    );
    const clashing = [...next.values()].some(
      (one) => isChanged(one) && clashes(one, next.values()),
    );
    return dangling || clashing ? "invalid" : next;
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
      expect(error instanceof EditConflict ? "conflict" : "invalid").toBe(outcome);
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

  /** Brings one fact back as it was, but for links to what is gone; of others that are fit, links to it alone change. */
  async function restore(id: string): Promise<void> {
    const removal = (await stores.facts.history(id)).at(-1);
    if (facts.has(id) || !removal?.before) return;
    const made = (await allRevisions()).filter(({ change }) => change === removal.change);
    const before = new Map(facts);
    const { related, ...text } = removal.before;
    const back = { ...text, related: related.filter((other) => facts.has(other)) };
    await save(bot.curator.restoring(removal, made));
    if (clashes({ ...back, related: [] }, before.values())) return expect(facts).toEqual(before);
    expect(facts.get(id)).toEqual(back);
    const after = [...before.values(), back];
    const ids = new Set(after.map((one) => one.id));
    for (const other of before.values()) {
      const now = facts.get(other.id);
      const isFit = !clashes(other, after) && other.related.every((one) => ids.has(one));
      const links = made.some(
        (revision) =>
          isFit &&
          revision.id === other.id &&
          revision.before?.related.includes(id) &&
          revision.after?.related.includes(id) === false,
      );
      expect(now && { ...now, related: [] }).toEqual({ ...other, related: [] });
      expect([...(now?.related ?? [])].sort()).toEqual(
        [...other.related, ...(links ? [id] : [])].sort(),
      );
    }
  }

  /** What does not fit together is left so by what ships alone, and a curator is asked about it. */
  async function checkWhole(): Promise<void> {
    const asked = new Set((await stores.curation.listOpen()).map(({ factId }) => factId));
    const knowledge = { ...knowledgeOf(shipped), facts: bot.base.listFacts() };
    for (const { id, field, message } of checkKnowledge(knowledge, () => "")) {
      const other =
        field === "related" ? undefined : /is a name of (fact-.) too/.exec(message)?.[1];
      expect([id, other].some((one) => asked.has(one)) ? "" : `${id}: ${message}`).toBe("");
    }
  }

  async function allRevisions(): Promise<readonly Revision[]> {
    const all: Revision[] = [];
    for await (const revision of stores.facts.revisions()) all.push(revision);
    return all;
  }

  function countUnfit(): number {
    const has = (id: string) => facts.has(id);
    return [...facts.values()].filter(
      (one) => clashes(one, facts.values()) || !one.related.every(has),
    ).length;
  }

  function editOf({ id, change }: Sent): Edit {
    const from = facts.get(id) ?? null;
    return { id, from, to: change && changed(id, from, change) };
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
      case "at-once": {
        const wanted = step.sent.map((one) =>
          one.change === null && facts.has(one.id) ? bot.curator.removal(one.id) : [editOf(one)],
        );
        // All are sent before any is saved; the first to be sent is the first to be saved.
        const saves = wanted.map((edits) => bot.curator.save(edits, byModerator));
        await Promise.allSettled(saves);
        for (const [at, edits] of wanted.entries()) await save(edits, saves[at]);
        return;
      }
      case "together":
        return save(step.sent.map(editOf));
      case "remove":
        return facts.has(step.id) ? save(bot.curator.removal(step.id)) : undefined;
      case "restore": {
        const removed = IDS.filter((id) => revisions.has(id) && !facts.has(id));
        const id = removed[step.removed % removed.length];
        return id && restore(id);
      }
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
        return upgrade(shippable(step.facts.map(([id, own]) => changed(id, null, own))));
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
      const unfit = countUnfit();
      await perform(step);
      if (STARTS.includes(step.kind)) await checkWhole();
      else expect(countUnfit()).toBeLessThanOrEqual(unfit);
      for (const id of IDS) expect(bot.base.findFact(id)).toEqual(facts.get(id));
    },
    /** The whole history, held against what was counted on the way. */
    async end(): Promise<void> {
      await restart();
      await checkWhole();
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

/** At every start what ships is merged: also what an edit since the last one has made possible. */
const STARTS: readonly Step["kind"][] = ["upgrade", "restart", "lose-power"];

function same(a: Fact | undefined, b: Fact | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
