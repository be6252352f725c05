import type { InteractionAction } from "../../../src/playground/drive.ts";
import type { Exchange, ShownMessage } from "../../../src/playground/protocol.ts";
import { contentOf, inputsOf } from "../curating-bot.ts";
import { buttonOf } from "../running-bot.ts";
import type { Acknowledged, Ask, Turn } from "./crash-driver.ts";

type Placeless<One> = One extends InteractionAction ? Omit<One, "as" | "in"> : never;
/** What somebody does, wherever they are. */
export type Deed = Placeless<InteractionAction>;

/** Does it and resolves with the bot's whole answer. Rejects with Gone where none comes. */
export type Act = (deed: Deed) => Promise<Exchange>;

interface Options {
  readonly index: number;
  /** Facts that all moderators change. */
  readonly facts: readonly string[];
  /** A fact that this moderator alone removes and brings back, and one that refers to it. */
  readonly own: string;
  readonly referring: string;
  /** Counts up over all moderators. */
  readonly nextNumber: () => number;
  /** Releases that facts can be verified against, one a call, while there are any. */
  readonly nextRelease: () => string | undefined;
}

const SAVED = /^(?:Saved|Checked|Removed|Restored|Undone:) `([^`]+)`: revision (\d+)\./;
const REFUSED =
  /nothing was (?:saved|changed)|it was not removed|surely meant|no fact is called|no longer in the/i;

/**
 * A moderator who goes on where they were when the bot was gone: sends a form again that got no answer, and brings back
 * what they have removed.
 */
export function createWireModerator(options: Options) {
  const { index, facts, own, referring, nextNumber, nextRelease } = options;
  let form: { readonly opened: Exchange; readonly fact: string; readonly mark: string } | undefined;
  let removed: { readonly mark: string; readonly answer?: ShownMessage | undefined } | undefined;

  const command = (act: Act, subcommand: string, values: Readonly<Record<string, string>>) =>
    act({ type: "command", command: "facts", subcommand, options: values });

  async function edit(act: Act, ask: Ask, fact: string): Promise<void> {
    const opened = await command(act, "edit", { fact });
    if (opened.outcome !== "modal") {
      readAnswer(opened, () => undefined);
      return;
    }
    form = { opened, fact, mark: `Edit ${nextNumber()} by ${index}.` };
    await sendForm(act, ask, form);
  }

  async function sendForm(act: Act, ask: Ask, sent: NonNullable<typeof form>): Promise<void> {
    const { opened, fact, mark } = sent;
    const fields = { ...inputsOf(opened), body: mark, reason: mark };
    const answered = ask({ mark, facts: [fact] });
    readAnswer(await act({ type: "modal", exchange: opened.id, fields }), answered);
    form = undefined;
  }

  async function verify(act: Act, ask: Ask, fact: string, against: string): Promise<void> {
    const answered = ask({ mark: `verify ${against}`, facts: [fact] });
    readAnswer(await command(act, "verify", { fact, against }), answered);
  }

  async function remove(act: Act, ask: Ask): Promise<void> {
    const preview = await command(act, "remove", { fact: own });
    const asking = await press(act, preview.message, "Remove…");
    const mark = `Removal ${nextNumber()} by ${index}.`;
    const answered = ask({ mark, facts: [own, referring] });
    removed = { mark };
    const answer = await act({ type: "modal", exchange: asking.id, fields: { reason: mark } });
    const isRemoved = readAnswer(answer, answered);
    removed = isRemoved ? { mark, answer: answer.message } : undefined;
  }

  /** By the button of the answer, or by the command where there was no answer. */
  async function bringBack(act: Act, ask: Ask, what: NonNullable<typeof removed>): Promise<void> {
    const answered = ask({ mark: `bring back ${what.mark}`, facts: [own, referring] });
    const answer = what.answer
      ? await press(act, what.answer, "Undo")
      : await command(act, "restore", { fact: own });
    readAnswer(answer, answered);
    removed = undefined;
  }

  return async (act: Act, { ask, random }: Turn): Promise<void> => {
    if (form) return sendForm(act, ask, form);
    const chance = random();
    const fact = facts[Math.floor(random() * facts.length)] ?? own;
    if (chance < 0.25) return removed ? bringBack(act, ask, removed) : remove(act, ask);
    const release = chance < 0.4 ? nextRelease() : undefined;
    return release ? verify(act, ask, fact, release) : edit(act, ask, fact);
  };
}

function press(act: Act, shown: ShownMessage | undefined, label: string): Promise<Exchange> {
  const customId = buttonOf(shown, label).custom_id;
  return act({ type: "component", message: shown?.message.id ?? "", customId });
}

/** Passes on what an answer says of a change. Throws where it says neither that it was saved nor that it was not. */
function readAnswer(exchange: Exchange, answered: (answer: Acknowledged | null) => void): boolean {
  const content = contentOf(exchange);
  const [, id, number] = SAVED.exec(content) ?? [];
  if (id === undefined && !REFUSED.test(content)) throw new Error(`unexpected: ${content}`);
  answered(id === undefined ? null : { id, number: Number(number) });
  return id !== undefined;
}
