import type { Caller, MessageBody, ModalCall } from "../src/discord/command.ts";
import { button, rows } from "../src/discord/components.ts";
import { textField } from "../src/discord/modal.ts";
import { quoteTyped } from "../src/discord/text.ts";
import type { NewItem, QueueItem } from "../src/knowledge/curation-store.ts";
import { KnowledgeError } from "../src/knowledge/errors.ts";
import { FACT_LIMITS, SourceSchema } from "../src/knowledge/fact.ts";
import type { CommandDeps } from "./command-deps.ts";
import { factsId } from "./facts/subcommand.ts";
import { createOutcomes } from "./outcomes.ts";
import { createRateLimit } from "./rate-limit.ts";

/** Takes what people suggest and report, within limits, and tells the curators of it. */
export interface Inbox {
  /** Puts what was typed into the queue. What is refused is handed back with the reason. */
  take(call: ModalCall, about: Omit<NewItem, "text" | "author" | "link">): Promise<MessageBody>;
}

const QUEUE_LIMITS = { openPerAuthor: 3, open: 500 } as const;
const RATE = [
  { max: 1, withinMs: 30_000 },
  { max: 5, withinMs: 60 * 60_000 },
] as const;
const TEXT_MAX = 1_000;

/** The inputs of both forms. The first one's label says what is asked for. */
export function inboxFields(label: string) {
  return [
    textField({
      id: "text",
      label,
      description: "Kept with your Discord id until 30 days after the outcome, to tell you of it.",
      required: true,
      long: true,
      maxLength: TEXT_MAX,
    }),
    textField({
      id: "link",
      label: "Link",
      description: "Where one can read it, if you know a place.",
      required: false,
      maxLength: FACT_LIMITS.sourceUrlMax,
    }),
  ];
}

export function createInbox(deps: CommandDeps): Inbox {
  const { curationStore, outbox, now, afterwards } = deps;
  const takeTurn = createRateLimit(RATE, now);
  const outcomes = createOutcomes(deps);

  async function add(call: ModalCall, about: Parameters<Inbox["take"]>[1]): Promise<QueueItem> {
    const link = readLink(call.text("link"));
    const text = call.text("text");
    if (text.trim() === "") throw new KnowledgeError("invalid", "There is nothing in it yet.");
    if (!takeTurn(call.userId)) {
      throw new KnowledgeError(
        "too-many",
        "That was a little fast: one every 30 seconds and five an hour are taken. Send it again later.",
      );
    }
    return curationStore.addItem(
      { ...about, text, author: authorOf(call), ...(link === undefined ? {} : { link }) },
      QUEUE_LIMITS,
    );
  }

  return {
    async take(call, about) {
      const untold = await outcomes.takeUntold(call.userId);
      const told = untold.map((line) => `\n${line}`);
      try {
        const item = await add(call, about);
        afterwards(() => outbox.toCurators(announcement(item, call)));
        return { content: ["Thank you. The curators will look at it.", ...told].join("\n") };
      } catch (error) {
        if (!(error instanceof KnowledgeError)) throw error;
        return {
          content: [`${error.message} What you typed is attached.`, ...told].join("\n"),
          files: [
            { name: "what-you-typed.txt", text: `${call.text("text")}\n${call.text("link")}` },
          ],
        };
      }
    },
  };
}

function authorOf({ userId, userName }: Caller) {
  return { id: userId, name: userName };
}

function readLink(typed: string): string | undefined {
  const link = typed.trim();
  if (link === "") return undefined;
  const parsed = SourceSchema.shape.url.safeParse(link);
  if (parsed.success) return parsed.data;
  throw new KnowledgeError("invalid", "The link is none: an https address is taken, or nothing.");
}

/** Names its author without mentioning anybody, and has no link that could be followed by mistake. */
function announcement({ id, kind, text, factId }: QueueItem, { userName }: Caller): MessageBody {
  const what = kind === "report" ? `New report on \`${factId}\`` : "New suggestion";
  return {
    content: `**${what}** by ${quoteTyped(userName, 80)}: ${quoteTyped(text, 500)}`,
    components: rows([button(factsId("queue", "open", id), "Open in the queue")]),
  };
}
