import { z } from "zod";
import { FactIdSchema } from "./fact.ts";

export const QUESTION_MAX_LENGTH = 300;

/**
 * Questions as people type them that a fact answers: examples to learn from, which nobody sees, so they may be as many,
 * as long and as badly typed as people's are. What a fact is called is in its aliases.
 */
export const AnsweredSchema = z.strictObject({
  fact: FactIdSchema,
  questions: z.array(z.string().min(1).max(QUESTION_MAX_LENGTH)).min(1),
});

export type Answered = Readonly<z.output<typeof AnsweredSchema>>;
