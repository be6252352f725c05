import { ButtonStyle } from "discord.js";
import { z } from "zod";
import type { ComponentCall, ModalCall, Response } from "../src/discord/command.ts";
import { button, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { modal } from "../src/discord/modal.ts";
import { cut } from "../src/knowledge/cut.ts";
import type { Fact } from "../src/knowledge/fact.ts";
import type { CommandDeps } from "./command-deps.ts";
import { type Inbox, inboxFields } from "./inbox.ts";

/** What readers say of an answer: that it helped, or that it is wrong. */
export interface Feedback {
  /** The buttons under an answer; `thanked` once its reader found it helpful. */
  buttons(fact: Fact, thanked: boolean): ReturnType<typeof button>[];
  isThanked(call: ComponentCall): boolean;
  /** Counts a vote: one a reader and revision. */
  vote(call: ComponentCall): Promise<void>;
  /** Asks what is wrong. */
  ask(call: ComponentCall): Promise<Response>;
  take(call: ModalCall): Promise<Response>;
  /** Remembers, in memory alone, which question an answer was given to. */
  remember(messageId: string, question: string): void;
}

const QUESTIONS_KEPT = 1_000;
const QUESTION_MAX = 300;
/** The question that an answer was given to, while its reader writes what is wrong with it. */
const QUESTION_DRAFT = "question";
const QuestionDraft = z.object({ question: z.string() });

export function createFeedback(key: string, deps: CommandDeps, inbox: Inbox): Feedback {
  const { base, ballotOf, curationStore, afterwards } = deps;
  const questions = new Map<string, string>();
  const named = (action: string, { id }: Fact) => customId(key, action, id, base.revisionOf(id));

  /** The id of the draft; none where the question is not known any more, or cannot be kept. */
  async function keepQuestion({ userId, message }: ComponentCall): Promise<readonly string[]> {
    const question = questions.get(message.id);
    if (question === undefined) return [];
    const draft = { kind: QUESTION_DRAFT, authorId: userId, data: { question } };
    // A report is worth having without the question.
    return curationStore.putDraft(draft).then(
      ({ id }) => [id],
      () => [],
    );
  }

  async function findQuestion(userId: string, draftId: string | undefined) {
    const draft = draftId && (await curationStore.findDraft(draftId, userId));
    if (!draft || draft.kind !== QUESTION_DRAFT) return {};
    const { data } = QuestionDraft.safeParse(draft.data);
    return data ?? {};
  }

  return {
    buttons: (fact, thanked) => [
      button(named("helpful", fact), thanked ? "Thanks!" : "Helpful", { disabled: thanked }),
      button(named("wrong", fact), "Wrong or outdated"),
    ],
    isThanked: ({ message }) => message.findButton(key, "helpful")?.disabled ?? false,
    async vote({ userId, args: [factId = "", revision = "0"] }) {
      const { id } = base.getFact(factId);
      await curationStore.vote({ factId: id, ballot: ballotOf(userId, id, Number(revision)) });
    },
    async ask(call) {
      const [factId = "", revision = "0", kept] = call.args;
      const { id } = base.getFact(factId);
      const drafts = kept === undefined ? await keepQuestion(call) : [kept];
      const form = (action: string) => customId(key, action, id, Number(revision), ...drafts);
      const fields = inboxFields("What is wrong with the answer?");
      return {
        type: "modal",
        modal: modal(form("report"), "Wrong or outdated", fields),
        instead: {
          content: "The form is ready.",
          components: rows([
            button(form("wrong"), "Open the form", { style: ButtonStyle.Primary }),
          ]),
        },
      };
    },
    async take(call) {
      const [factId = "", revision = "0", draftId] = call.args;
      // Also where the fact is gone by now: what was typed is worth reading.
      const message = await inbox.take(call, {
        kind: "report",
        factId,
        revision: Number(revision),
        ...(await findQuestion(call.userId, draftId)),
      });
      if (draftId !== undefined) afterwards(() => curationStore.dropDraft(draftId));
      return { type: "reply", private: true, message };
    },
    remember(messageId, question) {
      questions.set(messageId, cut(question, QUESTION_MAX).toWellFormed());
      const [oldest] = questions.keys();
      if (questions.size > QUESTIONS_KEPT && oldest !== undefined) questions.delete(oldest);
    },
  };
}
