import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStores } from "../../src/stores/open-stores.ts";
import { byModerator } from "../support/curating.ts";

describe("docs/operations.md", () => {
  it("tells of every file that the stores make", async () => {
    const docs = await readFile("docs/operations.md", "utf8");
    const dir = await mkdtemp(join(tmpdir(), "operations-"));
    const { facts, curation, close } = await openStores(dir);
    const change = { id: "one", expected: 0, before: null, after: null, base: null };
    await facts.apply([change], byModerator);
    const limits = { openPerAuthor: 1, open: 1 };
    await curation.addItem({ kind: "suggestion", text: "text" }, limits);
    await curation.countGap({ key: "gap", question: "gap?", near: [] });
    await curation.vote({ factId: "one", ballot: "x" });
    await curation.putDraft({ authorId: "1".repeat(18), kind: "edit", data: {} });
    await curation.closeGap("gap", "dismissed");
    const names = (await readdir(dir)).filter((name) => !name.endsWith(".good"));
    expect(names.length).toBeGreaterThan(7);
    for (const name of names) expect(docs).toMatch(new RegExp(`\`${name.replace(".", "\\.")}/?\``));
    await close();
    const [, copied = ""] = /^\| `\*\.good` \| (.*) \|$/m.exec(docs) ?? [];
    const told = [...copied.matchAll(/`([^`]+)`/g)].map(([, name]) => `${name}.good`);
    const made = (await readdir(dir)).filter((name) => name.endsWith(".good"));
    expect(told.sort()).toEqual(made.sort());
    await rm(dir, { recursive: true });
  });

  it("tells of every verb of the command line", async () => {
    const docs = await readFile("docs/operations.md", "utf8");
    const main = await readFile("src/cli/main.ts", "utf8");
    const [, list = ""] = /VERBS[^=]*= \{([^}]*)\}/.exec(main) ?? [];
    const verbs = list.match(/\w+(?=[,:])/g) ?? [];
    expect(verbs).toContain("forget");
    const documented = verbs.filter((verb) => !/Facts$/.test(verb));
    for (const verb of documented) expect(docs).toMatch(new RegExp(`^\\| \`${verb}\\b`, "m"));
  });
});
