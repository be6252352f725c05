import { expect, it } from "vitest";
import { readKnowledge } from "../../src/stores/read-knowledge.ts";

it("facts that are not there are named by the path that was looked at", async () => {
  await expect(readKnowledge("/no-such-folder")).rejects.toThrow(
    [
      "The facts in /no-such-folder cannot be used (FACTS_DIR names their folder):",
      "- /no-such-folder/topics.json: does not exist",
      "- /no-such-folder/releases.json: does not exist",
      "- /no-such-folder/facts: does not exist",
    ].join("\n"),
  );
});
