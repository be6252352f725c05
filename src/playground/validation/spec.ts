import * as spec from "discord-api-spec/zod";
import type { ZodMiniType } from "zod/mini";
import { type Violation, violation } from "./violation.ts";

/** The request bodies that Discord's OpenAPI description is asked about, by the request. */
const SCHEMAS = {
  "autocomplete callback": spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  "channel message": spec.MessageCreateRequestSchema,
  "channel message edit": spec.MessageEditRequestPartialSchema,
  command: spec.ApplicationCommandCreateRequestSchema,
  "command in a list": spec.ApplicationCommandUpdateRequestSchema,
  "command edit": spec.ApplicationCommandPatchRequestPartialSchema,
  "direct message": spec.CreatePrivateChannelRequestSchema,
  "follow-up": spec.IncomingWebhookInteractionRequestSchema,
  "message callback": spec.CreateMessageInteractionCallbackRequestSchema,
  "modal callback": spec.ModalInteractionCallbackRequestSchema,
  "update callback": spec.UpdateMessageInteractionCallbackRequestSchema,
  "webhook message edit": spec.IncomingWebhookUpdateRequestPartialSchema,
} satisfies Record<string, ZodMiniType>;

export type SpecName = keyof typeof SCHEMAS;

/**
 * What is wrong with a request body by Discord's OpenAPI description; empty when it fits. Keys that Discord does not know
 * are ignored, as Discord does.
 */
export function checkSpec(
  name: SpecName,
  body: unknown,
  at: readonly (string | number)[] = [],
): Violation[] {
  const result = SCHEMAS[name].safeParse(body);
  return result.success ? [] : result.error.issues.flatMap((issue) => violationsIn(issue, at));
}

type Issue = NonNullable<ReturnType<ZodMiniType["safeParse"]>["error"]>["issues"][number];

function violationsIn(issue: Issue, above: readonly (string | number)[]): Violation[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === "symbol" ? "" : part))];
  if (issue.code === "invalid_union") return violationsInUnion(issue.errors, path);
  return [violation(path, ...explain(issue))];
}

/**
 * A union is told apart by `type`: what is wrong with the alternatives of another type is of no interest. Without any of the
 * right type, the nearest one explains.
 */
function violationsInUnion(
  alternatives: readonly (readonly Issue[])[],
  path: readonly (string | number)[],
): Violation[] {
  const ofType = alternatives.filter((issues) => !issues.some(({ path: [key] }) => key === "type"));
  if (ofType.length === 0 && alternatives.some((issues) => issues.some(isAboutType))) {
    return [violation([...path, "type"], "UNION_TYPE_CHOICES", "Value is not one that fits here.")];
  }
  const [nearest = []] = (ofType.length > 0 ? ofType : alternatives).toSorted(
    (a, b) => a.length - b.length,
  );
  return nearest.flatMap((issue) => violationsIn(issue, path));
}

function isAboutType({ path: [key] }: Issue): boolean {
  return key === "type";
}

/** Code and sentence, in Discord's words where they are known. */
function explain(issue: Issue): [code: string, message: string] {
  switch (issue.code) {
    case "too_big":
      return issue.origin === "number"
        ? ["NUMBER_TYPE_MAX", `Value should be at most ${issue.maximum}.`]
        : ["BASE_TYPE_BAD_LENGTH", `Must be at most ${issue.maximum} in length.`];
    case "too_small":
      return issue.origin === "number"
        ? ["NUMBER_TYPE_MIN", `Value should be at least ${issue.minimum}.`]
        : ["BASE_TYPE_BAD_LENGTH", `Must be at least ${issue.minimum} in length.`];
    case "invalid_value":
      return ["BASE_TYPE_CHOICES", `Value must be one of ${issue.values.map(String).join(", ")}.`];
    case "invalid_type":
      return ["BASE_TYPE_INVALID", `This must be a value of type ${issue.expected}.`];
    case "invalid_format":
      return ["BASE_TYPE_INVALID", `Not a well formed ${issue.format}.`];
    default:
      return ["BASE_TYPE_INVALID", "Not what Discord's description of its API asks for."];
  }
}
