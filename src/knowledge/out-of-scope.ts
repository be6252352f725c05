import { z } from "zod";
import { QUESTION_MAX_LENGTH } from "./answered.ts";

/**
 * Questions as people type them that no fact answers, grouped by what they are about. They are examples to learn from, not
 * a list of what is refused: what is asked in much the same words is less likely to be answered.
 */
export const OutOfScopeSchema = z.strictObject({
  about: z.string().min(3).max(100),
  questions: z.array(z.string().min(1).max(QUESTION_MAX_LENGTH)).min(1),
});

export type OutOfScope = Readonly<z.output<typeof OutOfScopeSchema>>;
