import type { Command } from "../src/discord/command.ts";
import { createAboutCommand } from "./about.ts";
import { createAskCommand } from "./ask.ts";
import type { CommandDeps } from "./command-deps.ts";
import { createFactCommand } from "./fact.ts";
import { createFactsCommand } from "./facts/index.ts";
import { createFindFactsCommand } from "./find-facts.ts";
import { createInbox } from "./inbox.ts";
import { createMisses } from "./misses.ts";
import { createRandomCommand } from "./random.ts";
import { createReleaseCommand } from "./release.ts";
import { createSuggestCommand } from "./suggest.ts";
import { createTopicsCommand } from "./topics.ts";

/** Every command there is: the dispatcher, the registration and the documentation all go by this list. */
export function createCommands(deps: CommandDeps): readonly Command[] {
  const misses = createMisses(deps);
  const inbox = createInbox(deps);
  return [
    createAskCommand(deps, misses, inbox),
    createFactCommand(deps, misses),
    createTopicsCommand(deps),
    createReleaseCommand(deps),
    createRandomCommand(deps),
    createSuggestCommand(inbox),
    createAboutCommand(deps),
    createFindFactsCommand(deps),
    createFactsCommand(deps, misses),
  ];
}
