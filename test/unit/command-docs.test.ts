import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { createCommands } from "../../commands/index.ts";
import { withCommandList } from "../../scripts/command-list.ts";
import { commandDeps } from "../support/command-deps.ts";

it("docs/commands.md lists the commands as `npx tsx scripts/write-command-docs.ts` writes them", async () => {
  const page = await readFile("docs/commands.md", "utf8");
  expect(page).toBe(withCommandList(page, createCommands(commandDeps())));
});

it("docs/commands.md tells of every subcommand of /facts in its own words", async () => {
  const page = await readFile("docs/commands.md", "utf8");
  const told = page.slice(0, page.indexOf("<!-- commands"));
  const facts = createCommands(commandDeps()).find(({ key }) => key === "facts")?.data;
  const names = facts && "options" in facts ? (facts.options ?? []).map(({ name }) => name) : [];
  expect(names).toHaveLength(12);
  for (const name of names) expect(told).toContain(`\`/facts ${name}`);
});
