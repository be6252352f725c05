import { z } from "zod";
import { FactIdSchema } from "./fact.ts";

/** At most as many as a select menu has options. */
export const TOPICS_MAX = 25;

/** A shelf that facts stand on. `id` is what a fact's `topic` names. */
export const TopicSchema = z.strictObject({
  id: FactIdSchema,
  title: z.string().min(3).max(60),
  description: z.string().min(3).max(100),
});

export type Topic = Readonly<z.output<typeof TopicSchema>>;
