import { afterEach, describe, expect, it } from "vitest";
import type { CurationStore, NewItem } from "../../src/knowledge/curation-store.ts";
import { fact } from "./facts.ts";

/** A way to open one store again and again, as a bot that is started again does. */
export interface CurationFixture {
  open(now: () => Date): Promise<CurationStore>;
  /** Whether what was kept is there after `close` and `open`. */
  readonly persistent: boolean;
  cleanUp(): Promise<void>;
}

const DAY_MS = 86_400_000;
const START = Date.parse("2026-11-22T12:00:00Z");
const limits = { openPerAuthor: 3, open: 5 };
const ann = { id: "1".repeat(18), name: "Ann" };
const bob = { id: "2".repeat(18), name: "Bob" };
const curator = { id: "9".repeat(18), name: "Curator" };
const suggestion = (text: string, author = ann): NewItem => ({ kind: "suggestion", text, author });
const upstream = (factId: string, shipped = fact({ id: factId })): NewItem => ({
  kind: "upstream",
  text: "changed in the same place",
  factId,
  shipped,
});

/** What every curation store promises, whatever it is kept in. */
export function describeCurationStore(name: string, create: () => Promise<CurationFixture>): void {
  describe(name, () => {
    let fixture: CurationFixture | undefined;
    let opened: CurationStore[] = [];
    let time = START;
    const open = async () => {
      fixture ??= await create();
      const store = await fixture.open(() => new Date(time));
      opened.push(store);
      return store;
    };
    const reopen = async (store: CurationStore) => {
      if (!fixture?.persistent) return store;
      await store.close();
      opened = [];
      return open();
    };
    afterEach(async () => {
      for (const store of opened) await store.close();
      await fixture?.cleanUp();
      fixture = undefined;
      opened = [];
      time = START;
    });

    describe("the queue", () => {
      it("lists open items oldest first, with short ids and all that was said", async () => {
        let store = await open();
        const first = await store.addItem(
          {
            ...suggestion("one"),
            link: "https://lwn.net/",
            factId: "a-fact",
            revision: 2,
            question: "why?",
          },
          limits,
        );
        time += 1_000;
        const second = await store.addItem(suggestion("two", bob), limits);
        store = await reopen(store);
        expect(await store.listOpen()).toEqual([first, second]);
        expect(first.id).toMatch(/^[a-z0-9]{8}$/);
        expect(first).toMatchObject({ text: "one", revision: 2, question: "why?", told: false });
        expect(await store.findItem(second.id)).toEqual(second);
        expect(await store.findItem("nothing0")).toBeUndefined();
      });

      it("takes three open items of one author, and another once one is decided", async () => {
        const store = await open();
        const first = await store.addItem(suggestion("1"), limits);
        await store.addItem(suggestion("2"), limits);
        await store.addItem({ ...suggestion("3"), kind: "report" }, limits);
        await expect(store.addItem(suggestion("4"), limits)).rejects.toMatchObject({
          code: "too-many",
        });
        await store.closeItem(first.id, { accepted: false, by: curator, reason: "" });
        await store.addItem(suggestion("4"), limits);
        expect((await store.listOpen()).map(({ text }) => text)).toEqual(["2", "3", "4"]);
      });

      it("is full at its limit for what people send, never for what is shipped", async () => {
        const store = await open();
        for (let at = 0; at < limits.open; at++) {
          await store.addItem(suggestion("x", { id: String(at), name: "x" }), limits);
        }
        await expect(store.addItem(suggestion("y", bob), limits)).rejects.toMatchObject({
          code: "too-many",
        });
        await store.addItem(upstream("a-fact"), limits);
        expect(await store.listOpen()).toHaveLength(limits.open + 1);
      });

      it("holds its limits when everything is sent at once", async () => {
        const store = await open();
        const sent = Array.from({ length: 8 }, (_, at) =>
          store.addItem(suggestion(`${at}`), limits),
        );
        const results = await Promise.allSettled(sent);
        expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
        expect(await store.listOpen()).toHaveLength(3);
      });

      it("takes nothing from a blocked author until they are unblocked", async () => {
        let store = await open();
        await store.blockAuthor(ann.id);
        await store.blockAuthor(ann.id);
        store = await reopen(store);
        expect(await store.listBlocked()).toEqual([ann.id]);
        await expect(store.addItem(suggestion("no"), limits)).rejects.toMatchObject({
          code: "not-allowed",
        });
        await store.unblockAuthor(ann.id);
        await store.addItem(suggestion("yes"), limits);
        expect(await store.listBlocked()).toEqual([]);
      });

      it("is decided on once, and tells the author's items until they were told", async () => {
        let store = await open();
        const item = await store.addItem(suggestion("one"), limits);
        time += 5_000;
        const decisions = await Promise.allSettled([
          store.closeItem(item.id, { accepted: true, by: curator, reason: "right" }),
          store.closeItem(item.id, { accepted: false, by: bob, reason: "wrong" }),
        ]);
        expect(decisions.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
        expect(decisions[1]).toMatchObject({ reason: { code: "conflict" } });
        store = await reopen(store);
        const outcome = {
          accepted: true,
          by: curator,
          reason: "right",
          at: new Date(time).toISOString(),
        };
        expect(await store.listOpen()).toEqual([]);
        expect(await store.listUntold(ann.id)).toEqual([{ ...item, outcome }]);
        expect(await store.listUntold(bob.id)).toEqual([]);
        await store.markTold([item.id, "nothing0"]);
        store = await reopen(store);
        expect(await store.listUntold(ann.id)).toEqual([]);
        expect(await store.findItem(item.id)).toEqual({ ...item, outcome, told: true });
      });

      it("refuses a decision on what is not there", async () => {
        const store = await open();
        const decision = { accepted: true, by: curator, reason: "" };
        await expect(store.closeItem("nothing0", decision)).rejects.toMatchObject({
          code: "conflict",
        });
      });

      it("has one open upstream item a fact, and remembers the last decision", async () => {
        let store = await open();
        await store.addItem(upstream("a-fact"), limits);
        const newer = await store.addItem(
          upstream("a-fact", fact({ id: "a-fact", title: "New" })),
          limits,
        );
        const other = await store.addItem(
          { kind: "upstream", text: "gone", factId: "b-fact", shipped: null },
          limits,
        );
        expect(await store.listOpen()).toEqual([newer, other]);
        await store.closeItem(newer.id, { accepted: false, by: curator, reason: "ours is right" });
        store = await reopen(store);
        expect(await store.listUpstream()).toMatchObject([
          { id: newer.id, outcome: { accepted: false } },
          { id: other.id, shipped: null },
        ]);
      });

      it("keeps two hundred decided items, not all of them, and nothing open goes", async () => {
        const store = await open();
        const kept = await store.addItem(upstream("a-fact"), limits);
        await store.closeItem(kept.id, { accepted: false, by: curator, reason: "" });
        const waiting = await store.addItem(suggestion("waits", bob), limits);
        const ids: string[] = [];
        for (let at = 0; at < 220; at++) {
          time += 1_000;
          const { id } = await store.addItem(suggestion(`${at}`), limits);
          await store.closeItem(id, { accepted: false, by: curator, reason: "" });
          ids.push(id);
        }
        const found = await Promise.all(ids.map((id) => store.findItem(id)));
        expect(found.filter((item) => item === undefined)).toHaveLength(20);
        expect(found.slice(0, 20).every((item) => item === undefined)).toBe(true);
        expect(await store.listUpstream()).toHaveLength(1);
        expect(await store.listOpen()).toEqual([waiting]);
      });
    });

    describe("gaps", () => {
      const gap = (key: string, near: readonly string[] = []) => ({
        key,
        question: `${key}?`,
        near,
      });

      it("are counted and listed most asked first", async () => {
        let store = await open();
        await store.countGap(gap("once"));
        time += 1_000;
        await store.countGap(gap("twice", ["old"]));
        await store.countGap({ ...gap("twice", ["new"]), question: "Twice, again?" });
        store = await reopen(store);
        expect(await store.listGaps()).toEqual([
          {
            key: "twice",
            count: 2,
            firstAt: new Date(time).toISOString(),
            lastAt: new Date(time).toISOString(),
            question: "Twice, again?",
            near: ["new"],
            state: "open",
          },
          expect.objectContaining({ key: "once", count: 1 }),
        ]);
      });

      it("stay dismissed, and are open again when an answered one is missed again", async () => {
        let store = await open();
        await store.countGap(gap("dull"));
        await store.countGap(gap("answered"));
        await store.closeGap("dull", "dismissed");
        await store.closeGap("answered", "answered");
        await store.closeGap("unknown", "dismissed");
        store = await reopen(store);
        expect(await store.listGaps()).toEqual([]);
        await store.countGap(gap("dull"));
        await store.countGap(gap("answered"));
        expect(await store.listGaps()).toMatchObject([{ key: "answered", count: 2 }]);
      });

      it("are bounded: what was asked least goes, never what was asked last", async () => {
        const store = await open();
        for (const _ of [1, 2]) {
          for (let at = 0; at < 2_000; at++) await store.countGap(gap(`often ${at}`));
        }
        await store.countGap(gap("new"));
        const listed = await store.listGaps();
        expect(listed).toHaveLength(2_000);
        expect(listed.at(-1)?.key).toBe("new");
        await store.countGap(gap("newer"));
        const keys = (await store.listGaps()).map(({ key }) => key);
        expect([keys.includes("newer"), keys.includes("new")]).toEqual([true, false]);
      });

      it("keep a long question short, cut between graphemes", async () => {
        const store = await open();
        await store.countGap({ ...gap("long"), question: "👩‍👩‍👧‍👦".repeat(400) });
        const [long] = await store.listGaps();
        expect(long?.question).toMatch(/^(?:👩‍👩‍👧‍👦){20,}$/u);
        expect(long?.question?.length).toBeLessThanOrEqual(300);
      });

      it("lose the raw question after 90 days, not the count", async () => {
        let store = await open();
        await store.countGap(gap("old"));
        time += 89 * DAY_MS;
        await store.countGap(gap("young"));
        expect(await store.prune()).toMatchObject({ questions: 0 });
        time += DAY_MS;
        expect(await store.prune()).toMatchObject({ questions: 1 });
        store = await reopen(store);
        const gaps = await store.listGaps();
        expect(gaps.map(({ key, question }) => [key, question]).sort()).toEqual([
          ["old", undefined],
          ["young", "young?"],
        ]);
        expect(await store.prune()).toMatchObject({ questions: 0 });
      });
    });

    it("counts one vote a ballot", async () => {
      let store = await open();
      expect(await store.vote({ factId: "a-fact", ballot: "x" })).toBe(true);
      expect(await store.vote({ factId: "a-fact", ballot: "x" })).toBe(false);
      expect(await store.vote({ factId: "a-fact", ballot: "y" })).toBe(true);
      expect(await store.vote({ factId: "constructor", ballot: "z" })).toBe(true);
      store = await reopen(store);
      expect(await store.vote({ factId: "a-fact", ballot: "y" })).toBe(false);
      expect(Object.fromEntries(await store.countVotes())).toEqual({ "a-fact": 2, constructor: 1 });
    });

    describe("drafts", () => {
      it("are for their author alone, for a day", async () => {
        let store = await open();
        const data = { title: "Half a f\u202eact 👩‍👩‍👧‍👦 \ud800", list: [1, null] };
        const draft = await store.putDraft({ authorId: ann.id, kind: "edit", data });
        expect(draft).toMatchObject({ id: expect.stringMatching(/^[a-z0-9]{8}$/), data });
        store = await reopen(store);
        expect(await store.findDraft(draft.id, ann.id)).toEqual(draft);
        expect(await store.findDraft(draft.id, bob.id)).toBeUndefined();
        expect(await store.findDraft("nothing0", ann.id)).toBeUndefined();
        time += DAY_MS - 1;
        expect(await store.findDraft(draft.id, ann.id)).toEqual(draft);
        time += 1;
        expect(await store.findDraft(draft.id, ann.id)).toBeUndefined();
        expect(await store.prune()).toMatchObject({ drafts: 1 });
        expect(await store.prune()).toMatchObject({ drafts: 0 });
      });

      it("are gone once dropped", async () => {
        let store = await open();
        const { id } = await store.putDraft({ authorId: ann.id, kind: "edit", data: {} });
        await store.dropDraft(id);
        await store.dropDraft(id);
        store = await reopen(store);
        expect(await store.findDraft(id, ann.id)).toBeUndefined();
      });

      it("are twenty an author at most: the oldest goes", async () => {
        const store = await open();
        const ids: string[] = [];
        for (let at = 0; at < 22; at++) {
          const draft = await store.putDraft({ authorId: ann.id, kind: "edit", data: at });
          ids.push(draft.id);
        }
        const found = await Promise.all(ids.map((id) => store.findDraft(id, ann.id)));
        expect(found.map((draft) => draft?.data)).toEqual([
          undefined,
          undefined,
          ...Array.from({ length: 20 }, (_, at) => at + 2),
        ]);
      });
    });

    it("takes authors out 30 days after the outcome, never while an item waits", async () => {
      let store = await open();
      const decided = await store.addItem(suggestion("decided"), limits);
      const waiting = await store.addItem(suggestion("waiting"), limits);
      await store.closeItem(decided.id, { accepted: true, by: curator, reason: "" });
      time += 30 * DAY_MS - 1;
      expect(await store.prune()).toMatchObject({ authors: 0 });
      time += 1;
      expect(await store.prune()).toMatchObject({ authors: 1 });
      store = await reopen(store);
      expect((await store.findItem(decided.id))?.author).toBeUndefined();
      expect((await store.findItem(decided.id))?.outcome?.by).toEqual(curator);
      expect((await store.findItem(waiting.id))?.author).toEqual(ann);
    });

    it("forgets a user everywhere, and nobody else", async () => {
      let store = await open();
      const own = await store.addItem(suggestion("own"), limits);
      const others = await store.addItem(suggestion("others", bob), limits);
      await store.closeItem(others.id, { accepted: true, by: ann, reason: "fine" });
      await store.putDraft({ authorId: ann.id, kind: "edit", data: 1 });
      const draft = await store.putDraft({ authorId: bob.id, kind: "edit", data: 2 });
      await store.blockAuthor(ann.id);
      expect(await store.forget(ann.id)).toBe(4);
      store = await reopen(store);
      expect(await store.forget(ann.id)).toBe(0);
      const { author: _, ...anonymous } = own;
      expect(await store.findItem(own.id)).toEqual(anonymous);
      expect(await store.findItem(others.id)).toMatchObject({
        author: bob,
        outcome: { accepted: true, by: { name: "anonymous" }, reason: "fine" },
      });
      expect((await store.findItem(others.id))?.outcome?.by.id).toBeUndefined();
      expect(await store.listBlocked()).toEqual([]);
      expect(await store.findDraft(draft.id, bob.id)).toEqual(draft);
    });
  });
}
