import { describe, expect, it } from "vitest";
import { ANONYMOUS, type Revision } from "../../src/knowledge/fact-store.ts";
import { openStores, type Stores } from "../../src/stores/open-stores.ts";
import { byModerator } from "../support/curating.ts";
import { fact } from "../support/facts.ts";
import { createDisk, type Disk, type Loss } from "../support/volatile-disk.ts";

/** What a moderator was told is kept, and what was asked for and not answered yet. */
interface Told {
  readonly titles: ReadonlyMap<string, string | null>;
  readonly suggestions: readonly string[];
}

const limits = { openPerAuthor: 99, open: 99 };
const DIR = "/store";
/** Longer than a disk's block, so that a line of the log can be torn in several places. */
const LONG = "x".repeat(700);

/** One thing after another, as moderators and readers do; `told` is moved on when it is acknowledged. */
const history: readonly ((stores: Stores) => Promise<unknown>)[] = [
  ({ facts }) => facts.apply([edit("one", 0, "One")], byModerator),
  ({ curation }) => curation.addItem({ kind: "suggestion", text: "first" }, limits),
  ({ facts }) => facts.apply([edit("one", 1, "One, edited"), edit("two", 0, "Two")], byModerator),
  ({ facts }) => facts.rebase([{ id: "one", base: fact({ id: "one", title: "Shipped" }) }]),
  ({ facts }) => facts.apply([{ ...edit("one", 2, ""), after: null }], byModerator),
  ({ curation }) => curation.addItem({ kind: "suggestion", text: "second" }, limits),
  ({ facts }) => facts.forget(byModerator.by.id ?? ""),
  ({ facts }) => facts.apply([edit("two", 1, "Two, edited")], byModerator),
];

function edit(id: string, expected: number, title: string) {
  const after = fact({ id, title, body: LONG });
  return { id, expected, before: null, after, base: null };
}

async function look({ facts, curation }: Stores): Promise<Told> {
  const titles = [...(await facts.load())].map(([id, local]) => [id, local.fact?.title ?? null]);
  const suggestions = (await curation.listOpen()).map(({ text }) => text);
  return { titles: new Map(titles as [string, string | null][]), suggestions };
}

/** Every set of changes where they are few, else the ones most likely to hurt: prefixes, single losses, and a sample. */
function* waysToLose({ changes }: Loss): Generator<(change: number) => boolean> {
  if (changes <= EXHAUSTIVE_CHANGES) {
    for (let set = 0; set < 2 ** changes; set++) yield (change) => ((set >> change) & 1) === 1;
    return;
  }
  for (let at = 0; at <= changes; at++) {
    yield (change) => change < at;
    yield (change) => change !== at;
    yield (change) => change === at;
  }
  let seed = 1;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const bits = Array.from({ length: changes }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 2 === 1;
    });
    yield (change) => bits[change] ?? false;
  }
}

const EXHAUSTIVE_CHANGES = 7;
const SAMPLES = 30;

/** The moments at which the power can go: before each operation that changes the disk, and at the end. */
async function moments() {
  const found: { readonly loss: Loss; readonly done: number; readonly what: string }[] = [];
  let done = 0;
  const disk = createDisk(new Map(), (what, path) => {
    found.push({ loss: disk.loss(), done, what: `${what} ${path}` });
  });
  const states: Told[] = [{ titles: new Map(), suggestions: [] }];
  const stores = await openStores(DIR, { files: disk.files });
  for (const step of history) {
    await step(stores);
    states.push(await look(stores));
    done += 1;
  }
  await stores.close();
  found.push({ loss: disk.loss(), done, what: "the end" });
  return { found, states };
}

/** Starts on what is left, as the process that had the lock is gone. */
async function restart(disk: Disk): Promise<Stores> {
  const contents = new Map(disk.contents());
  contents.delete(`${DIR}/lock`);
  return openStores(DIR, { files: createDisk(contents).files });
}

describe("when the power is lost", () => {
  it("keeps every acknowledged change and none by half, whatever part of the rest reached the disk", async () => {
    const { found, states } = await moments();
    let lost = 0;
    for (const { loss, done, what } of found) {
      const possible = [states[done], states[done + 1]].filter((state) => state !== undefined);
      for (const reached of waysToLose(loss)) {
        const stores = await restart(loss.after(reached));
        const now = await look(stores);
        expect(possible, `power lost before ${what}`).toContainEqual(now);
        lost += 1;
        await stores.close();
      }
    }
    expect(found.length).toBeGreaterThan(80);
    expect(lost).toBeGreaterThan(2_000);
  });

  it("goes on from what is left: the next change is kept over another loss", async () => {
    const { found } = await moments();
    for (const { loss } of found) {
      const halves = [0, 1].map((half) => (change: number) => change % 2 === half);
      for (const reached of [...halves, () => true, () => false]) {
        const contents = new Map(loss.after(reached).contents());
        contents.delete(`${DIR}/lock`);
        const disk = createDisk(contents);
        const stores = await openStores(DIR, { files: disk.files });
        // Shorter than what may be left of a line before.
        const next = { ...edit("next", 0, ""), after: null };
        await stores.facts.apply([next], byModerator);
        const before = await look(stores);
        const again = await restart(disk.loss().after(() => false));
        expect(await look(again)).toEqual(before);
        await again.close();
      }
    }
  });

  it("leaves nobody's name behind where they were forgotten", async () => {
    const { found } = await moments();
    const forgotten = found.filter(({ done }) => done === history.length - 1);
    expect(forgotten.length).toBeGreaterThan(0);
    for (const { loss } of forgotten) {
      for (const reached of waysToLose(loss)) {
        const stores = await restart(loss.after(reached));
        const made: Revision[] = [];
        for await (const revision of stores.facts.revisions()) made.push(revision);
        expect(made.slice(0, 4).map(({ by }) => by)).toEqual(Array(4).fill(ANONYMOUS));
        await stores.close();
      }
    }
  });
});
