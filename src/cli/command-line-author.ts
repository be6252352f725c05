import type { Author } from "../knowledge/fact-store.ts";

/** Who makes the changes that are made here: the command line knows nobody's name. */
export const COMMAND_LINE: Author = { name: "command line" };
