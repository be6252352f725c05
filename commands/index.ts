import type { Command } from "../src/discord/command.ts";
import { createAboutCommand } from "./about.ts";
import { createAskCommand } from "./ask.ts";
import type { CommandDeps } from "./command-deps.ts";
import { createFactCommand } from "./fact.ts";
import { createFindFactsCommand } from "./find-facts.ts";
import { createRandomCommand } from "./random.ts";
import { createReleaseCommand } from "./release.ts";
import { createTopicsCommand } from "./topics.ts";

/** Every command there is: the dispatcher, the registration and the documentation all go by this list. */
export function createCommands(deps: CommandDeps): readonly Command[] {
  return [
    createAskCommand(deps),
    createFactCommand(deps),
    createTopicsCommand(deps),
    createReleaseCommand(deps),
    createRandomCommand(deps),
    createAboutCommand(deps),
    createFindFactsCommand(deps),
  ];
}
