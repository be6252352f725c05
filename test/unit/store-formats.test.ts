import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStores } from "../../src/stores/open-stores.ts";

/** Folders as released versions wrote them, by the format of their log. They are never written anew. */
const FIXTURES = { 1: "test/fixtures/store-format-1" } as const;
const MODERATOR = { id: "1".repeat(18), name: "Moderator" };
const READER = { id: "2".repeat(18), name: "Reader" };
const EDITED = "Edited here: **bold** 👩‍👩‍👧‍👦 \u202eشمس <@1>\n```c\nint x;\n```";
const DRAFT = { id: "jee8o1az", at: "2026-11-22T10:10:00.000Z" };

describe.each(Object.entries(FIXTURES))("a store of format %s", (_, fixture) => {
  let dir = "";
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "format-"));
    await cp(fixture, dir, { recursive: true });
  });
  afterEach(() => rm(dir, { recursive: true }));
  const open = () => openStores(dir, { now: () => new Date("2026-11-22T12:00:00Z") });

  it("is read with everything in it", async () => {
    const { facts, curation, close } = await open();
    const local = await facts.load();
    expect([...local].map(([id, { revision }]) => [id, revision])).toEqual([
      ["shipped-fact", 1],
      ["added-here", 2],
      ["other-fact", 1],
    ]);
    expect(local.get("shipped-fact")).toMatchObject({
      fact: { body: EDITED },
      base: { title: "Shipped, newer" },
    });
    expect(local.get("other-fact")).toMatchObject({ fact: null });
    expect(await facts.history("added-here")).toMatchObject([
      { number: 1, by: MODERATOR, before: null, after: { related: ["other-fact"] } },
      { number: 2, kind: "remove", before: { related: ["other-fact"] }, after: { related: [] } },
    ]);
    const [suggestion] = await curation.listOpen();
    expect(suggestion).toMatchObject({ text: "Say more.", author: READER });
    expect(await curation.listUntold(READER.id)).toMatchObject([
      { kind: "report", outcome: { accepted: false, by: MODERATOR, reason: "It is right." } },
    ]);
    expect(await curation.listGaps()).toMatchObject([
      { key: "pin rust", count: 1, question: "what is pin in rust", near: ["shipped-fact"] },
    ]);
    expect(Object.fromEntries(await curation.countVotes())).toEqual({ "shipped-fact": 1 });
    expect(await curation.findDraft(DRAFT.id, MODERATOR.id)).toMatchObject({
      ...DRAFT,
      data: { title: "Half" },
    });
    await close();
  });

  it("is gone on with: what is there already is kept, and what is new as well", async () => {
    const before = await readFile(join(dir, "revisions.log"), "utf8");
    const first = await open();
    const about = { kind: "edit", by: MODERATOR, why: "" } as const;
    const change = { id: "new", expected: 0, before: null, after: null, base: null };
    await first.facts.apply([change], about);
    await first.close();
    const second = await open();
    expect((await second.facts.load()).size).toBe(4);
    await second.close();
    const after = await readFile(join(dir, "revisions.log"), "utf8");
    expect(after.split("\n").slice(1).join("\n")).toContain(before.split("\n").slice(1).join("\n"));
  });
});
