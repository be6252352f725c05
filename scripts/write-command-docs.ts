import { readFile, writeFile } from "node:fs/promises";
import { createCommands } from "../commands/index.ts";
import { commandDeps } from "../test/support/command-deps.ts";
import { withCommandList } from "./command-list.ts";

const PAGE = "docs/commands.md";

await writeFile(PAGE, withCommandList(await readFile(PAGE, "utf8"), createCommands(commandDeps())));
console.log(PAGE);
