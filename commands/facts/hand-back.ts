import type { MessageBody, Response } from "../../src/discord/command.ts";
import { problemList, refusalText } from "../../src/discord/problem-list.ts";
import { KnowledgeError, type Problem } from "../../src/knowledge/errors.ts";
import { describeTyped, type Typed } from "./form/fact-form.ts";

/** Gives what somebody typed back as a file, where it cannot be kept for them. */
export function handBack(sentence: string, typed: Typed): Response {
  const text = Object.entries(typed)
    .filter(([, value]) => value !== "")
    .map(([input, value]) => `=== ${input} ===\n${value}\n`)
    .join("\n");
  return {
    type: "reply",
    private: true,
    message: {
      content: `${sentence} What you typed is attached.`,
      files: [{ name: "what-you-typed.txt", text }],
    },
  };
}

/** What is wrong with what was typed, one line each. */
export function invalid(problems: readonly Problem[]): MessageBody {
  return problemList("That is not valid yet, and nothing was saved", problems.map(describeTyped));
}

/** What a refusal says to who has a form open. */
export function refused(error: KnowledgeError): MessageBody {
  const isInvalid = error.code === "invalid" && error.problems.length > 0;
  return isInvalid ? invalid(error.problems) : { content: error.message };
}

/** Does what keeps a form; where even that fails, what was typed is handed back. */
export async function orHandBack(typed: Typed, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return handBack(refusalText(error), typed);
  }
}

export const EXPIRED =
  "This form is more than a day old, or was saved already, so it is not known any more what it started from. Nothing was saved.";
