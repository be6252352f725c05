import { describeProblem, type KnowledgeError } from "../knowledge/errors.ts";
import { withoutEffect } from "../knowledge/markdown-link.ts";
import type { MessageBody } from "./command.ts";

/** Leaves room in a message for what stands around the lines. */
const LINES_MAX = 1_800;

/** What is wrong, a line each, with the effect taken from what was typed: in a file where there is too much of it. */
export function problemList(sentence: string, problems: readonly string[]): MessageBody {
  const lines = problems.map((problem) => `- ${withoutEffect(problem)}`);
  const content = [`${sentence}:`, ...lines].join("\n");
  if (content.length <= LINES_MAX) return { content };
  const text = problems.map((problem) => `- ${problem}\n`).join("");
  return { content: `${sentence}.`, files: [{ name: "problems.txt", text }] };
}

/** What a refusal says, with the effect taken from what was typed. */
export function refusalText({ code, message, problems }: KnowledgeError): string {
  if (code !== "invalid" || problems.length === 0) return message;
  const [sentence = ""] = message.split("\n");
  const lines = problems.map((problem) => `- ${describeInMessage(problem)}`);
  return [sentence, ...lines].join("\n");
}

function describeInMessage(problem: KnowledgeError["problems"][number]): string {
  return withoutEffect(describeProblem({ ...problem, where: "" }));
}
