import { describe, expect, it } from "vitest";
import { openStores, type Stores } from "../../src/stores/open-stores.ts";
import { byModerator } from "../support/curating.ts";
import { fact } from "../support/facts.ts";
import { failingFiles } from "../support/failing-files.ts";
import { createDisk } from "../support/volatile-disk.ts";

const DIR = "/store";
const limits = { openPerAuthor: 99, open: 99 };
const author = { id: "2".repeat(18), name: "Reader" };

function edit(id: string, expected = 0) {
  return { id, expected, before: null, after: fact({ id }), base: null };
}

/** Stores on a disk of which each operation is asked about. */
async function open() {
  const disk = createDisk();
  let fails: (what: string) => boolean = () => false;
  const files = failingFiles(disk.files, (operation, path) => fails(`${operation} ${path}`));
  const reported: string[] = [];
  const report = (what: string) => reported.push(what);
  const stores = await openStores(DIR, { files, report });
  await stores.facts.apply([edit("first")], byModerator);
  await stores.curation.addItem({ kind: "suggestion", text: "first" }, limits);
  return {
    disk,
    stores,
    reported,
    fail(next: (what: string) => boolean) {
      fails = next;
    },
  };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function inMemory({ facts, curation }: Stores) {
  return {
    facts: [...(await facts.load()).keys()],
    items: (await curation.listOpen()).map(({ text }) => text),
  };
}

/** What another start would find, of what is written by now. */
async function onDisk({ disk }: Opened) {
  const contents = new Map(disk.contents());
  contents.delete(`${DIR}/lock`);
  const stores = await openStores(DIR, { files: createDisk(contents).files });
  const found = await inMemory(stores);
  await stores.close();
  return found;
}

const attempts = {
  "an edit": ({ facts }: Stores) => facts.apply([edit("second")], byModerator),
  "a suggestion": ({ curation }: Stores) =>
    curation.addItem({ kind: "suggestion", text: "second" }, limits),
  "a draft": ({ curation }: Stores) =>
    curation.putDraft({ authorId: author.id, kind: "edit", data: 1 }),
  "a vote": ({ curation }: Stores) => curation.vote({ factId: "first", ballot: "x" }),
  "making somebody anonymous": ({ facts }: Stores) => facts.forget(byModerator.by.id ?? ""),
  "noting a shipped text": ({ facts }: Stores) =>
    facts.rebase([{ id: "first", base: fact({ id: "first" }) }]),
} as const;

describe("when one operation of the disk fails", () => {
  for (const [name, attempt] of Object.entries(attempts)) {
    it(`keeps ${name} whole or refuses it, memory and disk agree, and the next one works`, async () => {
      let refused = 0;
      for (let failing = 0; ; failing++) {
        const opened = await open();
        const { stores, fail } = opened;
        let operations = 0;
        fail(() => operations++ === failing);
        const error: unknown = await attempt(stores).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error !== undefined) {
          refused += 1;
          expect(error).toMatchObject({ code: "storage-failed", message: /try again later/ });
        }
        expect(await onDisk(opened)).toEqual(await inMemory(stores));
        fail(() => false);
        if (error !== undefined) await attempt(stores);
        await stores.facts.apply([edit("last")], byModerator);
        await stores.curation.addItem({ kind: "suggestion", text: "last" }, limits);
        const memory = await inMemory(stores);
        expect([memory.facts.at(-1), memory.items.at(-1)]).toEqual(["last", "last"]);
        expect(await onDisk(opened)).toEqual(memory);
        await stores.close();
        if (operations <= failing) break;
      }
      expect(refused).toBeGreaterThan(0);
    });
  }
});

describe("when the disk is full for a while", () => {
  it("refuses every change plainly, lets everything be read, and goes on when there is room", async () => {
    const opened = await open();
    const { stores, fail } = opened;
    const before = await inMemory(stores);
    fail((what) => !what.startsWith("remove"));
    for (let round = 0; round < 3; round++) {
      for (const attempt of Object.values(attempts)) {
        await expect(attempt(stores)).rejects.toMatchObject({ code: "storage-failed" });
      }
      expect(await inMemory(stores)).toEqual(before);
      expect(await stores.facts.history("first")).toHaveLength(1);
    }
    await stores.curation.countGap({ key: "gap", question: "gap?", near: [] });
    fail(() => false);
    await attempts["an edit"](stores);
    await attempts["a suggestion"](stores);
    expect(await inMemory(stores)).toEqual({
      facts: ["first", "second"],
      items: ["first", "second"],
    });
    expect(await onDisk(opened)).toEqual(await inMemory(stores));
    await stores.close();
    const again = await openStores(DIR, { files: opened.disk.files });
    expect(await again.curation.listGaps()).toMatchObject([{ key: "gap", count: 1 }]);
    await again.close();
  });

  it("lets go of its lock even where it cannot write at the end", async () => {
    const { stores, fail, disk } = await open();
    await stores.curation.countGap({ key: "gap", question: "gap?", near: [] });
    fail((what) => !what.startsWith("remove"));
    await expect(stores.close()).rejects.toMatchObject({ code: "storage-failed" });
    expect([...disk.contents().keys()]).not.toContain(`${DIR}/lock`);
  });

  it("does not start, and says so, where not even a lock can be made", async () => {
    const files = failingFiles(createDisk().files, () => true);
    await expect(openStores(DIR, { files })).rejects.toMatchObject({
      code: "storage-failed",
      message: /\/store \(DATA_DIR\) cannot be used: ENOSPC/,
    });
  });
});

describe("the last good copies", () => {
  const both = ({ disk }: Opened, name: string) =>
    [name, `${name}.good`].map((file) => String(disk.contents().get(`${DIR}/${file}`)));

  it("are as new as the last change again with the next one after a failure, which is reported", async () => {
    const opened = await open();
    const { stores, fail, reported } = opened;
    fail((what) => what.startsWith("write") && /\.good(?:\.new)?$/.test(what));
    await stores.facts.apply([edit("second")], byModerator);
    await stores.curation.addItem({ kind: "suggestion", text: "second" }, limits);
    await stores.facts.apply([edit("third")], byModerator);
    await stores.curation.addItem({ kind: "suggestion", text: "third" }, limits);
    await expect.poll(() => reported.length).toBe(4);
    expect(new Set(reported)).toEqual(new Set(["last good copy not written"]));
    fail(() => false);
    await stores.facts.apply([edit("fourth")], byModerator);
    await stores.curation.addItem({ kind: "suggestion", text: "fourth" }, limits);
    await stores.close();
    for (const name of ["revisions.log", "queue.json"]) {
      const [file, copy] = both(opened, name);
      expect(file).toContain("fourth");
      expect(copy).toBe(file);
    }
  });

  it("are what they are copies of, however many changes come at once, and hold nobody who was forgotten", async () => {
    const opened = await open();
    const { stores } = opened;
    const userId = byModerator.by.id ?? "";
    await Promise.all([
      ...["a", "b", "c"].map((id) => stores.facts.apply([edit(id)], byModerator)),
      stores.facts.forget(userId),
      ...["d", "e"].map((id) =>
        stores.facts.apply([edit(id)], { ...byModerator, by: { name: "Other" } }),
      ),
    ]);
    await stores.close();
    const [log, copy] = both(opened, "revisions.log");
    expect(copy).toBe(log);
    expect(log).not.toContain(userId);
  });
});

describe("what nobody waits for", () => {
  it("is reported where the disk refuses it", async () => {
    const { stores, fail, reported } = await open();
    fail((what) => what.startsWith("write") && what.includes("state.json"));
    await stores.facts.apply([edit("second")], byModerator);
    expect(reported).toEqual(["acknowledged length of the log not written"]);
    fail(() => false);
    await stores.close();
  });
});

describe("what a killed or failed write leaves behind", () => {
  const leftovers = ({ disk }: Pick<Opened, "disk">) =>
    [...disk.contents().keys()].filter((path) => path.endsWith(".new"));

  it("is gone after the next start, in every folder, and after forgetting somebody", async () => {
    const disk = createDisk();
    await (await openStores(DIR, { files: disk.files })).close();
    const typed = Buffer.from(`{"authorId":"${author.id}","typed":"private"}`);
    const paths = ["drafts/abcdefgh.json.new", "queue.json.new", "queue.json.good.new"];
    for (const path of paths) await disk.files.write(`${DIR}/${path}`, typed, 0);
    const stores = await openStores(DIR, { files: disk.files });
    await stores.curation.forget(author.id);
    await stores.close();
    expect(leftovers({ disk })).toEqual([]);
    expect(
      [
        ...disk
          .loss()
          .after(() => false)
          .contents()
          .keys(),
      ].join(),
    ).not.toContain(".new");
  });

  it("is taken away at once where the disk refused a part of it", async () => {
    const opened = await open();
    const { stores, fail } = opened;
    fail((what) => /^(?:write|sync|rename) .*\.json/.test(what));
    await expect(attempts["a draft"](stores)).rejects.toMatchObject({ code: "storage-failed" });
    await expect(attempts["a suggestion"](stores)).rejects.toMatchObject({
      code: "storage-failed",
    });
    expect(leftovers(opened)).toEqual([]);
    fail(() => false);
    await stores.close();
  });
});
