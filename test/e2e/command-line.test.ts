import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fact } from "../../src/knowledge/fact.ts";
import { openStores } from "../../src/stores/open-stores.ts";
import { readKnowledge } from "../../src/stores/read-knowledge.ts";
import { startCurating } from "../support/curating.ts";
import { fact } from "../support/facts.ts";
import { writeShipped } from "../support/shipped-files.ts";

const run = promisify(execFile);
const tsx = resolve("node_modules/.bin/tsx");
const main = resolve("src/cli/main.ts");
const titled = (id: string, changes: Partial<Fact> = {}) =>
  fact({ id, title: `About ${id}`, ...changes });
const shippedFiles = {
  "history.json": [titled("kept"), titled("edited"), titled("removed")],
  "other.json": [titled("elsewhere")],
};
/** Odd on purpose: Markdown, a fence, a mention, right-to-left, emoji, no line break at its end. */
const ODD = "**Ours** <@1> ```rust\n// شمس\n``` \u202e 👩‍👩‍👧‍👦 ".concat("🦀".repeat(600)).trim();

describe("the command line", () => {
  let dir = "";
  const inDir = (name: string) => join(dir, name);
  const env = () => ({
    ...process.env,
    FACTS_DIR: inDir("data"),
    DATA_DIR: inDir("store"),
    DISCORD_TOKEN: "",
  });
  const facts = async (...args: readonly string[]) => {
    const child = run(tsx, [main, ...args], { cwd: dir, env: env(), maxBuffer: 1e8 });
    return child.then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );
  };

  /** The same through a shell, for what it alone can do to the input and output; settings come first. */
  const inShell = (line: string) => {
    const [, settings = "", rest = ""] = /^((?:[A-Z_]+=\S+ )*)(.*)$/.exec(line) ?? [];
    const command = `set -o pipefail; ${settings}${tsx} ${main} ${rest}`;
    return run("bash", ["-c", command], { cwd: dir, env: env(), maxBuffer: 1e8 }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );
  };

  async function curating<Result>(
    work: (curating: Awaited<ReturnType<typeof startCurating>>) => Promise<Result>,
    store = "store",
  ): Promise<Result> {
    const stores = await openStores(inDir(store));
    const shipped = await readKnowledge(inDir("data"));
    const result = await work(await startCurating(stores.facts, stores.curation, shipped));
    await stores.close();
    return result;
  }

  /** Facts of the kinds that a patch and an export have to tell apart. */
  const changeFacts = () =>
    curating(async ({ edit, add, remove }) => {
      await edit("edited", { body: ODD, tags: ["new"] });
      await remove("removed");
      await add(titled("added", { related: ["edited"] }));
    });

  const inForce = (store?: string) => curating(async ({ base }) => base.listFacts(), store);

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "command-line-"));
    await writeShipped(inDir("data"), shippedFiles);
  });
  afterEach(() => rm(dir, { recursive: true }));

  it("exports all that ships with what was changed, and imports it elsewhere, however large", async () => {
    await rm(inDir("data"), { recursive: true });
    await cp("data", inDir("data"), { recursive: true });
    const id = "rust-merged-6-1";
    await curating(({ edit }) => edit(id, { body: ODD }));
    const all = await inForce();
    expect(await facts("export", "all.json")).toMatchObject({ code: 0 });
    expect((await stat(inDir("all.json"))).size).toBeGreaterThan(1_024 * 1_024);
    await rm(inDir("store"), { recursive: true });
    const done = await facts("import", "all.json", "--yes");
    expect(done.stdout).toContain("Facts imported: 1.");
    expect(await inForce()).toEqual(all);
  });

  it("exports what it imports again elsewhere, byte for byte", async () => {
    await changeFacts();
    const all = await inForce();
    expect(await facts("export", "--revisions", "all.json")).toMatchObject({ code: 0, stdout: "" });
    const document = JSON.parse(await readFile(inDir("all.json"), "utf8"));
    expect(document.revisions).toHaveLength(3);
    const onOutput = JSON.parse((await facts("export")).stdout);
    expect(onOutput.facts).toEqual(document.facts);

    await rm(inDir("store"), { recursive: true });
    const shown = await facts("import", "all.json");
    expect(shown.stdout).toContain("@@ added @@");
    expect(shown.stdout).toContain("Nothing was changed.");
    expect(shown.stdout).toContain("The 3 revisions in it are not taken over");
    expect(await inForce()).not.toEqual(all);
    const done = await facts("import", "all.json", "--yes");
    expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining("Facts imported: 2.") });
    const after = (await inForce()).filter(({ id }) => id !== "removed");
    expect(after).toEqual(all);
    const again = await facts("import", "all.json", "--yes");
    expect(again.stdout).toMatch(
      /^The 3 revisions in it .*\nThat is what stands here already\.\n$/,
    );
    const ofImport = JSON.parse((await facts("export", "--revisions")).stdout).revisions;
    expect(ofImport.map(({ kind }: { readonly kind: string }) => kind)).toEqual([
      "import",
      "import",
    ]);
  });

  it("imports nothing of a file in which one fact is wrong, and names every problem", async () => {
    const wrong = [
      titled("new-one"),
      { ...titled("new-two"), body: "" },
      { ...titled("new-three"), since: "six" },
    ];
    await writeFile(inDir("wrong.json"), JSON.stringify(wrong));
    const { code, stdout, stderr } = await facts("import", "wrong.json", "--yes");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("new-two: body");
    expect(stderr).toContain("new-three: since");
    const dangling = [titled("new-one", { related: ["nowhere"] })];
    await writeFile(inDir("wrong.json"), JSON.stringify(dangling));
    const second = await facts("import", "wrong.json", "--yes");
    expect([second.code, second.stdout]).toEqual([1, ""]);
    expect(second.stderr).toContain('new-one: related: names "nowhere"');
    expect((await inForce()).map(({ id }) => id)).not.toContain("new-one");
  });

  it("exports a patch with which git makes the shipped facts what they are here", async () => {
    await changeFacts();
    const wanted = await inForce();
    await run("git", ["init", "-q"], { cwd: dir });
    await facts("export", "--patch", "local.patch");
    await run("git", ["apply", "--whitespace=error-all", "local.patch"], { cwd: dir });
    const now = await readKnowledge(inDir("data"));
    const byId = (a: Fact, b: Fact) => (a.id < b.id ? -1 : 1);
    expect([...now.facts].sort(byId)).toEqual([...wanted].sort(byId));
    expect((await facts("diff")).stdout).toBe("");
    expect((await facts("export", "--patch")).stdout).toBe("");
    const other = await readFile(inDir("data/facts/other.json"), "utf8");
    expect(other).toBe(`${JSON.stringify(shippedFiles["other.json"], undefined, 2)}\n`);
  });

  it("makes a file for the first fact of a topic that has none", async () => {
    await rm(inDir("data/facts/history.json"));
    await curating(({ add }) => add(titled("added")));
    await run("git", ["init", "-q"], { cwd: dir });
    await facts("export", "--patch", "local.patch");
    await run("git", ["apply", "local.patch"], { cwd: dir });
    const written = await readFile(inDir("data/facts/history.json"), "utf8");
    expect(JSON.parse(written)).toMatchObject([{ id: "added" }]);
  });

  it("shows what is different here from what ships", async () => {
    await changeFacts();
    const { stdout } = await facts("diff");
    expect(stdout.match(/^@@ .* @@$/gm)).toEqual(["@@ added @@", "@@ edited @@", "@@ removed @@"]);
    expect(stdout).toContain("+  new");
  });

  it("merges what ships now, as the bot does at start", async () => {
    await curating(({ edit }) => edit("edited", { body: "Ours." }));
    await curating(({ edit }) => edit("elsewhere", { tags: ["ours"] }));
    await writeShipped(inDir("data"), {
      "history.json": [titled("kept"), titled("edited", { body: "Theirs." }), titled("removed")],
      "other.json": [titled("elsewhere", { body: "Theirs." })],
    });
    const { stdout } = await facts("merge");
    expect(stdout).toContain("merged: elsewhere\n");
    expect(stdout).toContain("to decide: edited: ");
    expect(stdout).toContain("Facts merged: 1. Waiting in the review queue: 1.");
    expect((await facts("merge")).stdout).toBe(
      "Facts merged: 0. Waiting in the review queue: 1.\n",
    );
  });

  it("lists stale facts, the longest unchecked first", async () => {
    await curating(({ edit }) => edit("kept", { checked: { on: "2020-01-01", against: "6.1" } }));
    const { stdout } = await facts("stale");
    expect(stdout.split("\n")[0]).toMatch(/^kept: checked 2020-01-01 against 6\.1, \d+ days and 3/);
  });

  it("makes a user anonymous in everything, for good", async () => {
    await changeFacts();
    const userId = "1".repeat(18);
    const { stdout } = await facts("forget", userId);
    expect(stdout).toMatch(/^Made anonymous in 3 revisions/);
    for (const name of ["revisions.log", "revisions.log.good"]) {
      const text = await readFile(join(dir, "store", name), "utf8");
      expect(text).not.toContain(userId);
      expect(text).not.toContain("Moderator");
      expect(text).toContain('"name":"anonymous"');
    }
    expect((await facts("forget", userId)).stdout).toMatch(/^Made anonymous in 0 revisions/);
    expect((await facts("forget", "somebody")).code).toBe(2);
  });

  it("changes nothing and exits with 3 while the bot runs, and reads all the same", async () => {
    await changeFacts();
    await facts("export", "all.json");
    const bot = await openStores(inDir("store"));
    const attempts = [["import", "all.json", "--yes"], ["merge"], ["forget", "1".repeat(18)]];
    for (const args of attempts) {
      const { code, stdout, stderr } = await facts(...args);
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toContain("in use by another process");
    }
    expect((await facts("export")).code).toBe(0);
    expect((await facts("diff")).code).toBe(0);
    await bot.close();
  });

  it("does not wait for the lock of a process that was killed", async () => {
    const holder = spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        "-e",
        `import { openStores } from ${JSON.stringify(resolve("src/stores/open-stores.ts"))};
         await openStores(${JSON.stringify(inDir("store"))});
         process.stdout.write("held");
         setInterval(() => undefined, 1_000);`,
        "--input-type=module",
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    await once(holder.stdout, "data");
    expect((await facts("merge")).code).toBe(3);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect((await facts("merge")).code).toBe(0);
  });

  it("finds a fact that was checked in days to come when it lints", async () => {
    const checked = { on: "2099-01-01", against: "6.18" };
    await writeShipped(inDir("data"), { "history.json": [titled("early", { checked })] });
    const { code, stdout } = await facts("lint");
    expect(code).toBe(1);
    expect(stdout).toMatch(/error: facts\/history\.json: early: checked\.on: is 2099-01-01, a day/);
  });

  it("says in one sentence what the system refuses, and exits with 1", async () => {
    await mkdir(inDir("folder"));
    await writeFile(inDir("plain"), "");
    await changeFacts();
    for (const [args, sentence] of [
      ["export no/such/x", "no/such/x cannot be used: no such file or directory (ENOENT)."],
      ["export folder", "folder cannot be used: illegal operation on a directory (EISDIR)."],
      [
        "export --patch folder",
        "folder cannot be used: illegal operation on a directory (EISDIR).",
      ],
      ["import no-such-file", "no-such-file cannot be used: no such file or directory (ENOENT)."],
      ["import folder", "folder cannot be used: illegal operation on a directory (EISDIR)."],
      ["export > /dev/full", "Standard output cannot be used: no space left on device (ENOSPC)."],
      [
        "complete a > /dev/full",
        "Standard output cannot be used: no space left on device (ENOSPC).",
      ],
      ...["ask", "complete"].map(
        (verb) =>
          [
            `${verb} --stdin < folder`,
            "Standard input cannot be used: illegal operation on a directory (EISDIR).",
          ] as const,
      ),
    ] as const) {
      expect(await inShell(args), args).toEqual({ code: 1, stdout: "", stderr: `${sentence}\n` });
    }
    await writeFile(inDir("data/accepted-warnings.json"), "{");
    const { code, stderr } = await facts("lint");
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^\S+ is not valid JSON: .*\n$/)]);
  });

  it("says of every verb that uses a store where DATA_DIR is none, and makes none but for an import", async () => {
    await writeFile(inDir("plain"), "");
    await facts("export", "all.json");
    const userId = "1".repeat(18);
    for (const verb of [
      "ask x",
      "complete x",
      "diff",
      "stale",
      "export",
      "merge",
      `forget ${userId}`,
      "import all.json",
    ]) {
      const { code, stdout, stderr } = await inShell(`DATA_DIR=plain ${verb}`);
      expect([verb, code, stdout], verb).toEqual([verb, 1, ""]);
      expect(stderr, verb).toMatch(/^The store in plain \(DATA_DIR\) cannot be used: .*\n$/);
    }
    const nothing = "Nothing is kept in slip (DATA_DIR): no bot has run on it.\n";
    for (const verb of ["complete x", "diff", "stale", "export"]) {
      expect(await inShell(`DATA_DIR=slip ${verb}`), verb).toMatchObject({
        code: 0,
        stderr: nothing,
      });
    }
    for (const verb of ["merge", `forget ${userId}`]) {
      expect(await inShell(`DATA_DIR=slip ${verb}`), verb).toEqual({
        code: 1,
        stdout: "",
        stderr: nothing,
      });
    }
    await expect(stat(inDir("slip"))).rejects.toThrow("ENOENT");
    expect(await inShell("DATA_DIR=slip import all.json --yes")).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(await inShell("DATA_DIR=slip diff")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("names the folder of the playground where only that has kept something, and nothing before the first start", async () => {
    expect(await inShell("DATA_DIR=var diff")).toEqual({ code: 0, stdout: "", stderr: "" });
    await curating(({ edit }) => edit("edited", { body: "Ours." }), "var/playground");
    expect((await inShell("DATA_DIR=var diff")).stderr).toContain("is in var/playground.\n");
    expect((await inShell("DATA_DIR=var/playground diff")).stdout).toContain("@@ edited @@");
  });

  it("finishes what changes something when nobody reads what it says, and stops where nothing is changed", async () => {
    await changeFacts();
    await facts("export", "all.json");
    await rm(inDir("store"), { recursive: true });
    expect(await inShell("import all.json --yes | true")).toMatchObject({ code: 0, stderr: "" });
    expect((await inForce()).map(({ id }) => id)).toContain("added");
    expect(await inShell("export | head -c 1")).toEqual({ code: 0, stdout: "{", stderr: "" });
  });

  it("answers as /ask does: in which releases it holds, and first that it is no longer true, with what is", async () => {
    await writeShipped(inDir("data"), {
      "history.json": [
        titled("then", {
          title: "Frobnicators are experimental",
          since: "6.1",
          until: "6.18",
          status: "superseded",
          supersededBy: "now",
        }),
        titled("now", { title: "The experiment is over" }),
      ],
    });
    const { code, stdout } = await facts("ask", "are frobnicators experimental");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Frobnicators are experimental\n\n⚠️ \*\*No longer true\*\*/);
    expect(stdout).toContain("See instead: **The experiment is over**\n\n");
    expect(stdout).toMatch(
      /\nLinux 6\.1 to 6\.18 · checked \d+ \w+ \d{4} against Linux \S+ · .+\n/,
    );
  });

  it("says which ways there are to who asks for help, of one verb or of all", async () => {
    for (const args of [["--help"], ["-h"]]) {
      const { code, stdout, stderr } = await facts(...args);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("  facts import FILE [--yes]\n  facts diff\n");
    }
    expect(await facts("import", "--help")).toEqual({
      code: 0,
      stdout: "Usage:\n  facts import FILE [--yes]\n",
      stderr: "",
    });
  });

  it("says which ways there are for a call that it does not have", async () => {
    for (const args of [
      ["import"],
      ["export", "a", "b"],
      ["export", "--patch", "--revisions"],
      ["diff", "x"],
      ["nothing"],
    ]) {
      const { code, stdout, stderr } = await facts(...args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("facts ");
    }
  });
});
