import { z } from "zod";
import type { Caller, MessageBody, ModalCall } from "../src/discord/command.ts";
import { button, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { textField } from "../src/discord/modal.ts";
import { quoteTyped } from "../src/discord/text.ts";
import type { NewItem, QueueItem } from "../src/knowledge/curation-store.ts";
import { KnowledgeError } from "../src/knowledge/errors.ts";
import { FACT_LIMITS, SourceSchema } from "../src/knowledge/fact.ts";
import type { CommandDeps } from "./command-deps.ts";
import { factsId } from "./facts/subcommand.ts";
import { createOutcomes } from "./outcomes.ts";
import { createRateLimit } from "./rate-limit.ts";

/** What an item is about: a report names the fact, and the question that was answered. */
type About = Omit<NewItem, "text" | "author" | "link" | "shipped">;

/** What somebody typed and was refused, kept for a day so that it can be sent again. */
interface InboxDraft {
  readonly about: About;
  readonly text: string;
  readonly link: string;
}

/** Takes what people suggest and report, within limits, and tells the curators of it. */
export interface Inbox {
  /** Puts what was typed into the queue. What is refused is kept under a button, or handed back as a file. */
  take(call: ModalCall, about: About): Promise<MessageBody>;
  /** What the author was refused. */
  findDraft(authorId: string, id: string | undefined): Promise<InboxDraft | undefined>;
  dropDraft(id: string): void;
}

const QUEUE_LIMITS = { openPerAuthor: 3, open: 500 } as const;
const RATE = [
  { max: 1, withinMs: 30_000 },
  { max: 5, withinMs: 60 * 60_000 },
] as const;
const TEXT_MAX = 1_000;

const DRAFT = "inbox";
const DraftSchema: z.ZodType<InboxDraft> = z.object({
  about: z.object({
    kind: z.enum(["suggestion", "report"]),
    factId: z.string().exactOptional(),
    revision: z.number().exactOptional(),
    question: z.string().exactOptional(),
  }),
  text: z.string(),
  link: z.string(),
});

/** The inputs of both forms. The first one's label says what is asked for. */
export function inboxFields(label: string, typed?: Pick<InboxDraft, "text" | "link">) {
  return [
    textField({
      id: "text",
      label,
      description: "Kept with your Discord id until 30 days after the outcome, to tell you of it.",
      required: true,
      long: true,
      maxLength: TEXT_MAX,
      value: typed?.text ?? "",
    }),
    textField({
      id: "link",
      label: "Link",
      description: "Where one can read it, if you know a place.",
      required: false,
      maxLength: FACT_LIMITS.sourceUrlMax,
      value: typed?.link ?? "",
    }),
  ];
}

export function createInbox(deps: CommandDeps): Inbox {
  const { curationStore, outbox, now, afterwards } = deps;
  const takeTurn = createRateLimit(RATE, now);
  const outcomes = createOutcomes(deps);

  async function add(call: ModalCall, about: About): Promise<QueueItem> {
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

  /** A button that opens the form with what was typed; the text as a file where it cannot be kept. */
  async function handBack(
    call: ModalCall,
    about: About,
  ): Promise<MessageBody & { content: string }> {
    const typed = { text: call.text("text"), link: call.text("link") };
    const draft = { kind: DRAFT, authorId: call.userId, data: { about, ...typed } };
    try {
      const { id } = await curationStore.putDraft(draft);
      return { content: "", components: rows([reopenButton(id)]) };
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      const file = { name: "what-you-typed.txt", text: `${typed.text}\n${typed.link}` };
      return { content: " What you typed is attached.", files: [file] };
    }
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
        const back = await handBack(call, about);
        return { ...back, content: [`${error.message}${back.content}`, ...told].join("\n") };
      }
    },
    async findDraft(authorId, id) {
      const draft = id === undefined ? undefined : await curationStore.findDraft(id, authorId);
      return draft?.kind === DRAFT ? DraftSchema.safeParse(draft.data).data : undefined;
    },
    dropDraft: (id) => afterwards(() => curationStore.dropDraft(id)),
  };
}

/** Opens the form with what was typed and refused, a suggestion or a report: `/suggest` has both. */
export function reopenButton(draftId: string) {
  return button(customId("suggest", "again", draftId), "Open the form again");
}

function authorOf({ userId, userName }: Caller) {
  return { id: userId, name: userName };
}

function readLink(typed: string): string | undefined {
  const link = typed.trim();
  if (link === "") return undefined;
  const parsed = SourceSchema.shape.url.safeParse(link);
  if (parsed.success) return parsed.data;
  throw new KnowledgeError(
    "invalid",
    "That link is not an https address. Correct it, or leave it out.",
  );
}

/** Names its author without mentioning anybody, and has no link that could be followed by mistake. */
function announcement({ id, kind, text, factId }: QueueItem, { userName }: Caller): MessageBody {
  const what = kind === "report" ? `New report on \`${factId}\`` : "New suggestion";
  return {
    content: `**${what}** by ${quoteTyped(userName, 80)}: ${quoteTyped(text, 500)}`,
    components: rows([button(factsId("queue", "open", id), "Open in the queue")]),
  };
}
