import { describe, expect, it } from "vitest";
import { EditConflict } from "../../src/knowledge/curation.ts";
import { FACT_LIMITS, type Fact } from "../../src/knowledge/fact.ts";
import type { Revision } from "../../src/knowledge/fact-store.ts";
import { createMemoryCurationStore } from "../../src/stores/memory-curation-store.ts";
import { createMemoryFactStore } from "../../src/stores/memory-fact-store.ts";
import { byModerator, knowledgeOf, startCurating } from "../support/curating.ts";
import { fact } from "../support/facts.ts";

const first = fact({ id: "first", title: "First", aliases: ["one"] });
const second = fact({ id: "second", title: "Second", related: ["first"] });

async function start() {
  const store = createMemoryFactStore();
  const shipped = knowledgeOf([first, second]);
  return { store, ...(await startCurating(store, createMemoryCurationStore(), shipped)) };
}

function removalIn(revisions: readonly Revision[], id: string): Revision {
  const removal = revisions.find((revision) => revision.id === id && revision.after === null);
  if (!removal) throw new Error(`${id} was not removed`);
  return removal;
}

describe("curation", () => {
  it("saves what is there already, and makes no revision", async () => {
    const { curator, store } = await start();
    const saved = await curator.save([{ id: "first", from: first, to: { ...first } }], byModerator);
    expect(saved).toEqual({ revisions: [], merged: false });
    expect(await store.history("first")).toEqual([]);
  });

  it("hands back what was wanted where somebody else changed the same part", async () => {
    const { curator, edit } = await start();
    await edit("first", { body: "Theirs." });
    const wanted = { id: "first", from: first, to: { ...first, body: "Mine." } };
    const error = await curator.save([wanted], byModerator).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EditConflict);
    expect(error).toMatchObject({
      wanted,
      current: { body: "Theirs." },
      fields: ["body"],
      code: "conflict",
    });
  });

  it("says that it merged where somebody else changed another part", async () => {
    const { curator, edit, base } = await start();
    await edit("first", { body: "Theirs." });
    const saved = await curator.save(
      [{ id: "first", from: first, to: { ...first, title: "Mine" } }],
      byModerator,
    );
    expect(saved.merged).toBe(true);
    expect(base.getFact("first")).toMatchObject({ title: "Mine", body: "Theirs." });
  });

  it("leaves no fact dangling and no name with two meanings when two changes are saved at once", async () => {
    const { curator, base } = await start();
    const named = (one: Fact) => ({ ...one, aliases: [...one.aliases, "same name"] });
    const results = await Promise.allSettled([
      curator.save([{ id: "first", from: first, to: named(first) }], byModerator),
      curator.save([{ id: "second", from: second, to: named(second) }], byModerator),
      curator.save(
        [{ id: "new", from: null, to: fact({ id: "new", title: "New", related: ["second"] }) }],
        byModerator,
      ),
      curator.save([{ id: "second", from: second, to: null }], byModerator),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "rejected",
    ]);
    expect(base.getFact("new").related).toEqual(["second"]);
    expect(base.findFact("second")).toEqual(second);
  });

  it("refuses a fact that has the same name twice, as a start would", async () => {
    const { curator } = await start();
    const to = { ...first, aliases: [first.title.toUpperCase()] };
    await expect(
      curator.save([{ id: "first", from: first, to }], byModerator),
    ).rejects.toMatchObject({ code: "invalid", problems: [{ id: "first", field: "aliases" }] });
  });

  it("restores a removed fact and the links to it, and nothing else of the change that removed it", async () => {
    const { curator, edit, base } = await start();
    await edit("first", { related: ["second"] });
    const { revisions } = await curator.save(
      [
        { id: "second", from: second, to: null },
        { id: "first", from: base.getFact("first"), to: { ...first, body: "Corrected upstream." } },
      ],
      byModerator,
    );
    await curator.save(curator.restoring(removalIn(revisions, "second"), revisions), byModerator);
    expect(base.getFact("second")).toEqual(second);
    expect(base.getFact("first")).toMatchObject({
      related: ["second"],
      body: "Corrected upstream.",
    });
  });

  it("restores a link in its place, and keeps the links that the change which took it gave", async () => {
    const { curator, edit, base, add } = await start();
    for (const id of ["third", "fourth"]) await add(fact({ id, title: id }));
    await edit("first", { related: ["second", "third"] });
    const { revisions } = await curator.save(
      [
        { id: "second", from: second, to: null },
        {
          id: "first",
          from: base.getFact("first"),
          to: { ...first, related: ["third", "fourth"] },
        },
      ],
      byModerator,
    );
    await curator.save(curator.restoring(removalIn(revisions, "second"), revisions), byModerator);
    expect(base.getFact("first").related).toEqual(["second", "third", "fourth"]);
  });

  it("restores a fact where what referred to it has become invalid since, without the link from there", async () => {
    const facts = createMemoryFactStore();
    const shipped = [first, { ...second, related: ["first"] }];
    const before = await startCurating(facts, createMemoryCurationStore(), knowledgeOf(shipped));
    const { revisions } = await before.remove("first");
    const taken = fact({ id: "third", title: second.title });
    const { base, curator } = await startCurating(
      facts,
      createMemoryCurationStore(),
      knowledgeOf([...shipped, taken]),
    );
    await curator.save(curator.restoring(removalIn(revisions, "first"), revisions), byModerator);
    expect(base.getFact("first")).toEqual(first);
    expect(base.getFact("second").related).toEqual([]);
  });

  it("restores one of two facts that related to each other and were removed at once, then the other", async () => {
    const { curator, edit, base } = await start();
    await edit("first", { related: ["second"] });
    const gone = ["first", "second"].map((id) => ({ id, from: base.getFact(id), to: null }));
    const { revisions } = await curator.save(gone, byModerator);
    await curator.save(curator.restoring(removalIn(revisions, "first"), revisions), byModerator);
    expect(base.getFact("first")).toEqual(first);
    expect(base.findFact("second")).toBeUndefined();
    await curator.save(curator.restoring(removalIn(revisions, "second"), revisions), byModerator);
    expect(base.getFact("second")).toEqual(second);
  });

  it("restores a fact where what referred to it is gone by now, or has no room for it", async () => {
    const { curator, base, add, edit, remove } = await start();
    await add(fact({ id: "third", title: "Third", related: ["first"] }));
    const { revisions } = await remove("first");
    await remove("third");
    const others = Array.from({ length: FACT_LIMITS.related }, (_, at) => `other-${at}`);
    for (const id of others) await add(fact({ id, title: id }));
    await edit("second", { related: others });
    await curator.save(curator.restoring(removalIn(revisions, "first"), revisions), byModerator);
    expect(base.getFact("first")).toEqual(first);
    expect(base.getFact("second").related).toEqual(others);
    expect(base.findFact("third")).toBeUndefined();
  });

  it("lets two facts of one change trade a name", async () => {
    const { curator, base } = await start();
    await curator.save(
      [
        { id: "first", from: first, to: { ...first, aliases: [] } },
        { id: "second", from: second, to: { ...second, aliases: ["one"] } },
      ],
      byModerator,
    );
    expect(base.getFact("second").aliases).toEqual(["one"]);
  });

  it("refuses two new facts of one change that have the same name, and saves neither", async () => {
    const { curator, base } = await start();
    const edits = ["new-one", "new-two"].map((id) => ({
      id,
      from: null,
      to: fact({ id, title: id, aliases: ["new"] }),
    }));
    await expect(curator.save(edits, byModerator)).rejects.toMatchObject({
      code: "invalid",
      problems: [{ id: "new-one" }, { id: "new-two" }],
    });
    expect(base.findFact("new-one")).toBeUndefined();
  });

  it("takes a removed fact out of what others relate to, in one change that can be undone", async () => {
    const { curator, base, remove } = await start();
    const { revisions } = await remove("first");
    expect(revisions.map(({ id }) => id)).toEqual(["first", "second"]);
    expect(base.getFact("second").related).toEqual([]);
    await curator.save(curator.undoing(revisions), { ...byModerator, kind: "restore" });
    expect([base.getFact("first"), base.getFact("second")]).toEqual([first, second]);
  });

  it("refuses to leave a fact behind that relates to none", async () => {
    const { curator } = await start();
    const gone = [{ id: "first", from: first, to: null }];
    await expect(curator.save(gone, byModerator)).rejects.toMatchObject({
      problems: [{ id: "second", field: "related" }],
    });
  });

  it("takes an added fact out of what relates to it by now when the addition is undone", async () => {
    const { curator, base, add, edit } = await start();
    const { revisions } = await add(fact({ id: "third", title: "Third" }));
    await edit("first", { related: ["third"] });
    await curator.save(curator.undoing(revisions), { ...byModerator, kind: "restore" });
    expect(base.findFact("third")).toBeUndefined();
    expect(base.getFact("first").related).toEqual([]);
  });

  it("refuses to remove what has taken another's place, naming that", async () => {
    const { curator, edit } = await start();
    await edit("second", { status: "superseded", supersededBy: "first" });
    expect(() => curator.removal("first")).toThrow(/`second`/);
  });

  it("brings back the text of any revision", async () => {
    const { curator, edit, base, store } = await start();
    await edit("first", { body: "Two." });
    await edit("first", { body: "Three." });
    const [revision] = await store.history("first");
    if (!revision) throw new Error("no revision");
    await curator.save([curator.bringingBack(revision)], { ...byModerator, kind: "restore" });
    expect(base.getFact("first").body).toBe("Two.");
    expect(await store.history("first")).toHaveLength(3);
  });
});
