import fc from "fast-check";
import { describe, it } from "vitest";
import { createModel } from "../support/revisions-model.ts";
import { arbitraryStep } from "../support/revisions-steps.ts";

describe("the history of facts", () => {
  it("has one revision for each fact changed and none for no change, whatever moderators do at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        const model = await createModel();
        for (const step of steps) await model.take(step);
        await model.end();
      }),
      { numRuns: 300 },
    );
  });
});
