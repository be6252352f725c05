import { afterEach, describe, expect, it } from "vitest";
import type { About, FactStore } from "../../src/knowledge/fact-store.ts";
import { fact } from "./facts.ts";

/** A way to open one store again and again, as a bot that is started again does. */
export interface StoreFixture {
  open(): Promise<FactStore>;
  /** Whether what was kept is there after `close` and `open`. */
  readonly persistent: boolean;
  cleanUp(): Promise<void>;
}

const about: About = {
  kind: "edit",
  by: { id: "1".repeat(18), name: "Moderator" },
  why: "because",
};

/** What every store promises, whatever it keeps its revisions in. */
export function describeFactStore(name: string, create: () => Promise<StoreFixture>): void {
  describe(name, () => {
    let fixture: StoreFixture | undefined;
    const open = async () => {
      fixture ??= await create();
      return fixture.open();
    };
    afterEach(async () => {
      await fixture?.cleanUp();
      fixture = undefined;
    });

    const added = fact({ id: "added", title: "Added" });
    const add = { id: "added", expected: 0, before: null, after: added, base: null };

    it("begins without any local change", async () => {
      const store = await open();
      expect([...(await store.load())]).toEqual([]);
      expect(await store.history("added")).toEqual([]);
      await store.close();
    });

    it("makes a revision that says who, when, why, before and after", async () => {
      const store = await open();
      const [revision] = await store.apply([add], about);
      expect(revision).toMatchObject({
        ...about,
        id: "added",
        number: 1,
        before: null,
        after: added,
      });
      expect(Date.parse(revision?.at ?? "")).not.toBeNaN();
      expect(await store.history("added")).toEqual([revision]);
      expect((await store.load()).get("added")).toEqual({
        id: "added",
        revision: 1,
        fact: added,
        base: null,
      });
      await store.close();
    });

    it("refuses a change that starts from an older revision, and keeps nothing of it", async () => {
      const store = await open();
      await store.apply([add], about);
      const other = {
        id: "other",
        expected: 0,
        before: null,
        after: fact({ id: "other" }),
        base: null,
      };
      const late = { ...add, after: fact({ id: "added", title: "Late" }) };
      await expect(store.apply([other, late], about)).rejects.toMatchObject({ code: "conflict" });
      expect(await store.history("other")).toEqual([]);
      expect(await store.history("added")).toHaveLength(1);
      await store.close();
    });

    it("lets one of two changes from the same revision win, however close they are", async () => {
      const store = await open();
      await store.apply([add], about);
      const edit = (title: string) =>
        store.apply(
          [{ ...add, expected: 1, before: added, after: fact({ id: "added", title }) }],
          about,
        );
      const results = await Promise.allSettled([edit("First"), edit("Second"), edit("Third")]);
      expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "rejected"]);
      expect((await store.load()).get("added")?.fact?.title).toBe("First");
      await store.close();
    });

    it("makes out a planned change when all before it are kept and told, and keeps none between", async () => {
      const store = await open();
      const told: string[] = [];
      store.watch((revisions) => told.push(...revisions.map(({ id }) => id)));
      const seen: (readonly string[])[] = [];
      const plan = (id: string) =>
        store.apply((local) => {
          expect([...local.keys()]).toEqual(told);
          seen.push([...told]);
          return [{ ...add, id, after: fact({ id }) }];
        }, about);
      await Promise.all([plan("first"), store.apply([add], about), plan("second")]);
      expect(seen).toEqual([[], ["first", "added"]]);
      expect(told).toEqual(["first", "added", "second"]);
      await store.close();
    });

    it("keeps nothing of a change whose plan throws, and goes on", async () => {
      const store = await open();
      const refused = store.apply(() => {
        throw new Error("does not fit");
      }, about);
      await expect(refused).rejects.toThrow("does not fit");
      expect(await store.apply(() => [], about)).toEqual([]);
      expect([...(await store.load())]).toEqual([]);
      expect(await store.apply([add], about)).toHaveLength(1);
      await store.close();
    });

    it("gives the revisions of one change the same change id", async () => {
      const store = await open();
      const second = {
        id: "second",
        expected: 0,
        before: null,
        after: fact({ id: "second" }),
        base: null,
      };
      const made = await store.apply([add, second], about);
      const later = await store.apply([{ ...add, expected: 1, after: null, before: added }], about);
      expect(new Set(made.map((revision) => revision.change)).size).toBe(1);
      expect(later[0]?.change).not.toBe(made[0]?.change);
      await store.close();
    });

    it("keeps a removed fact's history", async () => {
      const store = await open();
      await store.apply([add], about);
      await store.apply([{ ...add, expected: 1, before: added, after: null }], about);
      expect((await store.load()).get("added")).toMatchObject({ revision: 2, fact: null });
      expect(await store.history("added")).toHaveLength(2);
      await store.close();
    });

    it("tells its watchers of each change once, until they stop", async () => {
      const store = await open();
      const seen: string[] = [];
      const stop = store.watch((revisions) => seen.push(...revisions.map(({ id }) => id)));
      await store.apply([add], about);
      stop();
      await store.apply([{ ...add, expected: 1, before: added, after: null }], about);
      expect(seen).toEqual(["added"]);
      await store.close();
    });

    it("lists all revisions in the order they were made", async () => {
      const store = await open();
      await store.apply([add], about);
      await store.apply([{ ...add, expected: 1, before: added, after: null }], about);
      const numbers: number[] = [];
      for await (const revision of store.revisions()) numbers.push(revision.number);
      const later: number[] = [];
      for await (const revision of store.revisions(1)) later.push(revision.number);
      expect([numbers, later]).toEqual([[1, 2], [2]]);
      await store.close();
    });

    it("makes nothing of a change without facts", async () => {
      const store = await open();
      expect(await store.apply([], about)).toEqual([]);
      await store.close();
    });

    it("refuses two changes of one fact at once", async () => {
      const store = await open();
      await expect(store.apply([add, add], about)).rejects.toMatchObject({ code: "conflict" });
      expect(await store.history("added")).toEqual([]);
      await store.close();
    });

    it("notes another shipped text without a revision, for facts that were changed here", async () => {
      let store = await open();
      await store.apply([add], about);
      const base = fact({ id: "added", title: "Shipped" });
      const seen: string[] = [];
      store.watch((revisions) => seen.push(...revisions.map(({ id }) => id)));
      await store.rebase([
        { id: "added", base },
        { id: "never-changed", base },
      ]);
      if (fixture?.persistent) {
        await store.close();
        store = await open();
      }
      const local = await store.load();
      expect([...local]).toEqual([["added", { id: "added", revision: 1, fact: added, base }]]);
      expect(await store.history("added")).toHaveLength(1);
      expect(seen).toEqual([]);
      await store.close();
    });

    it("makes a user anonymous in every revision, and goes on from there", async () => {
      let store = await open();
      const other = { id: "2".repeat(18), name: "Other" };
      await store.apply([add], about);
      const removal = { ...add, expected: 1, before: added, after: null };
      await store.apply([removal], { ...about, by: other, credit: about.by });
      await store.rebase([{ id: "added", base: added }]);
      expect(await store.forget(about.by.id ?? "")).toBe(2);
      expect(await store.forget(about.by.id ?? "")).toBe(0);
      await store.apply([{ ...add, expected: 2 }], { ...about, by: other });
      if (fixture?.persistent) {
        await store.close();
        store = await open();
      }
      const history = await store.history("added");
      expect(history.map(({ by, credit }) => [by, credit])).toEqual([
        [{ name: "anonymous" }, undefined],
        [other, { name: "anonymous" }],
        [other, undefined],
      ]);
      expect(history.map(({ after }) => after)).toEqual([added, null, added]);
      expect((await store.load()).get("added")).toMatchObject({ revision: 3, base: null });
      await store.close();
    });

    it("holds everything when it is opened again, if it is one that lasts", async () => {
      const store = await open();
      if (!fixture?.persistent) return store.close();
      const made = await store.apply([add], about);
      await store.close();
      const again = await open();
      expect(await again.history("added")).toEqual(made);
      expect((await again.load()).get("added")?.fact).toEqual(added);
      await again.close();
    });
  });
}
