import { z } from "zod";
import { AnsweredSchema } from "./answered.ts";
import { FactSchema } from "./fact.ts";
import { OutOfScopeSchema } from "./out-of-scope.ts";
import { ReleaseSchema } from "./release.ts";
import { TOPICS_MAX, TopicSchema } from "./topic.ts";

/** JSON Schemas of the files in `data/`, by file name, made from the definitions that the parser uses. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    "facts.schema.json": schemaOf(z.array(FactSchema), "Facts of one topic"),
    "topics.schema.json": schemaOf(z.array(TopicSchema).max(TOPICS_MAX), "Topics"),
    "releases.schema.json": schemaOf(
      z.array(ReleaseSchema),
      "Mainline kernel releases, oldest first",
    ),
    "questions.schema.json": schemaOf(
      z.array(AnsweredSchema),
      "Questions that facts of one topic answer",
    ),
    "out-of-scope.schema.json": schemaOf(
      z.array(OutOfScopeSchema),
      "Questions that no fact answers",
    ),
  };
}

function schemaOf(schema: z.ZodType, title: string): object {
  return { title, ...z.toJSONSchema(schema, { target: "draft-7", io: "input" }) };
}
