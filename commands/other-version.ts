import { KnowledgeError } from "../src/knowledge/errors.ts";

/** The refusal of a button, menu, form or subcommand that this version does not have. */
export function otherVersion(): KnowledgeError {
  return new KnowledgeError(
    "expired",
    "That belongs to another version of this bot. Call the command again for a current one.",
  );
}
