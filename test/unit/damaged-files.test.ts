import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { line } from "../../src/stores/log-format.ts";
import { openStores, type Stores } from "../../src/stores/open-stores.ts";
import { byModerator } from "../support/curating.ts";
import { fact } from "../support/facts.ts";
import { createDisk } from "../support/volatile-disk.ts";

const DIR = "/store";
const limits = { openPerAuthor: 99, open: 99 };
const NAMES = ["revisions.log", "queue.json", "gaps.json", "votes.json", "key.json", "state.json"];

/** Bits that damage a byte: the lowest, the one between cases, the one that breaks UTF-8, all. */
const FLIPS = [0x01, 0x20, 0x80, 0xff, 0x02];

async function fill({ facts, curation }: Stores): Promise<string> {
  const add = (id: string) => ({
    id,
    expected: 0,
    before: null,
    after: fact({ id, body: "Ünï \ufffd 👩‍👩‍👧‍👦" }),
    base: null,
  });
  await facts.apply([add("one")], byModerator);
  await facts.apply([add("two")], byModerator);
  await curation.addItem({ kind: "suggestion", text: "waits" }, limits);
  await curation.countGap({ key: "gap", question: "gap?", near: [] });
  await curation.vote({ factId: "one", ballot: "x" });
  return (await curation.putDraft({ authorId: "1".repeat(18), kind: "edit", data: 1 })).id;
}

async function filledDisk() {
  const disk = createDisk();
  const stores = await openStores(DIR, { files: disk.files });
  const draft = await fill(stores);
  await stores.close();
  return { contents: disk.contents(), draft };
}

/** The refusal of a start, after which every file must be as it was. */
async function refusal(contents: ReadonlyMap<string, Buffer>): Promise<unknown> {
  const disk = createDisk(contents);
  const error: unknown = await openStores(DIR, { files: disk.files }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error !== undefined) expect(asText(disk.contents())).toEqual(asText(contents));
  return error;
}

function asText(contents: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...contents].map(([path, content]) => `${path} ${content.toString("latin1")}`);
}

describe("a damaged file", () => {
  it("is found whichever byte is damaged, named with the way back, and nothing is written over", async () => {
    const { contents, draft } = await filledDisk();
    for (const name of [...NAMES, `drafts/${draft}.json`]) {
      const path = `${DIR}/${name}`;
      const content = contents.get(path) ?? Buffer.alloc(0);
      expect(content.length).toBeGreaterThan(40);
      for (let at = 0; at < content.length; at++) {
        const flipped = Buffer.from(content);
        flipped[at] = (flipped[at] ?? 0) ^ (FLIPS[at % FLIPS.length] ?? 0);
        const error = await refusal(new Map(contents).set(path, flipped));
        expect(error, `byte ${at} of ${name}`).toMatchObject({
          code: "storage-damaged",
          message: expect.stringContaining(path),
        });
        expect(String(error)).toMatch(/^ {2}(?:cp|mv) /m);
      }
    }
  });

  it("is found when it is cut short or gone", async () => {
    const { contents } = await filledDisk();
    for (const name of NAMES.filter((name) => name !== "state.json")) {
      const path = `${DIR}/${name}`;
      const content = contents.get(path) ?? Buffer.alloc(0);
      for (let length = 0; length < content.length; length += 7) {
        const short = new Map(contents).set(path, content.subarray(0, length));
        expect(await refusal(short)).toMatchObject({ code: "storage-damaged" });
      }
      const without = new Map(contents);
      without.delete(path);
      expect(await refusal(without)).toMatchObject({ code: "storage-damaged" });
    }
  });

  it("drops a last line that was torn before it was acknowledged, and nothing else", async () => {
    const { contents } = await filledDisk();
    const path = `${DIR}/revisions.log`;
    const log = contents.get(path) ?? Buffer.alloc(0);
    const lines = log.subarray(log.indexOf("\n") + 1);
    const first = lines.subarray(0, lines.indexOf("\n"));
    for (let length = 0; length <= first.length; length += 11) {
      const torn = Buffer.concat([log, first.subarray(0, length)]);
      const disk = createDisk(new Map(contents).set(path, torn));
      const stores = await openStores(DIR, { files: disk.files });
      expect([...(await stores.facts.load()).keys()]).toEqual(["one", "two"]);
      await stores.close();
      expect(String(disk.contents().get(path))).toBe(String(log));
    }
  });

  it("is found where a line is whole and says nothing that a log says", async () => {
    const { contents } = await filledDisk();
    const path = `${DIR}/revisions.log`;
    const log = contents.get(path) ?? Buffer.alloc(0);
    const kept = JSON.parse(String(log).split("\n")[1]?.slice(9) ?? "")[0];
    for (const data of [
      { something: "else" },
      { rebased: [{ id: "one" }] },
      [{ ...kept, number: "1" }],
      [{ ...kept, after: { ...kept.after, aliases: "none" } }],
      [kept, 5],
      null,
    ]) {
      const odd = Buffer.concat([log, line(data)]);
      expect(await refusal(new Map(contents).set(path, odd))).toMatchObject({
        code: "storage-damaged",
        message: expect.stringContaining("line 4"),
      });
    }
  });

  it("of a later version is left to that version", async () => {
    const { contents } = await filledDisk();
    const later = createDisk();
    const stores = await openStores("/later", { files: later.files });
    await stores.close();
    const header = (later.contents().get("/later/revisions.log") ?? "").toString();
    expect(header).toBe('af1ec339 {"format":1}\n');
    // The checksums are those of the texts with the number 2.
    for (const [name, text] of Object.entries({
      "revisions.log": '843390fa {"format":2}\n',
      "gaps.json": '{"format":2,"checksum":"0fbe0000","data":[]}\n',
    })) {
      const path = `${DIR}/${name}`;
      const error = await refusal(new Map(contents).set(path, Buffer.from(text)));
      expect(error).toMatchObject({
        code: "storage-damaged",
        message: expect.stringMatching(/was written by a later version.*format 2/),
      });
    }
  });
});

describe("the command that a refusal names", () => {
  let dir = "";
  beforeEach(async () => {
    // A name that a shell would take apart.
    dir = await mkdtemp(join(tmpdir(), "it's damaged "));
    const stores = await openStores(dir);
    await fill(stores);
    await stores.close();
  });
  afterEach(() => rm(dir, { recursive: true }));

  async function openAndObey(): Promise<Stores> {
    const error: unknown = await openStores(dir).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const [command] = /^ {2}(?:cp|mv) .*$/m.exec(String(error)) ?? [];
    await promisify(execFile)("sh", ["-c", command ?? "false"]);
    return openStores(dir);
  }

  it.each(NAMES)("brings back what was in %s, up to the last change", async (name) => {
    const content = await readFile(join(dir, name));
    content[20] = (content[20] ?? 0) ^ 0xff;
    await writeFile(join(dir, name), content);
    const { facts, curation, close } = await openAndObey();
    expect([...(await facts.load()).keys()]).toEqual(["one", "two"]);
    expect(await curation.listOpen()).toMatchObject([{ text: "waits" }]);
    expect(await curation.listGaps()).toMatchObject([{ key: "gap" }]);
    expect(await curation.vote({ factId: "one", ballot: "x" })).toBe(false);
    await close();
  });

  it("goes on without a draft that has no copy, and keeps the damaged file", async () => {
    const [name = ""] = await readdir(join(dir, "drafts"));
    await writeFile(join(dir, "drafts", name), "damaged");
    const { curation, close } = await openAndObey();
    expect(await curation.findDraft(name.replace(".json", ""), "1".repeat(18))).toBeUndefined();
    await close();
    expect(await readFile(join(dir, "drafts", `${name}.damaged`), "utf8")).toBe("damaged");
  });
});
