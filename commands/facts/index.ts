import { PermissionFlagsBits } from "discord.js";
import type { Command, MessageBody, Response } from "../../src/discord/command.ts";
import { DISCORD_LIMITS } from "../../src/discord/limits.ts";
import { count, truncate } from "../../src/discord/text.ts";
import { EditConflict } from "../../src/knowledge/curation.ts";
import type { CommandDeps } from "../command-deps.ts";
import type { Misses } from "../misses.ts";
import { otherVersion } from "../other-version.ts";
import { createAdd } from "./add.ts";
import { conflictView } from "./conflict-view.ts";
import { createDesk } from "./desk.ts";
import { createEdit } from "./edit.ts";
import { createExport } from "./export.ts";
import { createAddForms } from "./form/add-form.ts";
import { createEditForms } from "./form/edit-form.ts";
import { createGaps } from "./gaps.ts";
import { createHistory } from "./history.ts";
import { createImport } from "./import.ts";
import { createQueue } from "./queue.ts";
import { createRemove } from "./remove.ts";
import { createRestore } from "./restore.ts";
import { createStale } from "./stale.ts";
import { createStats } from "./stats.ts";
import { FACTS_KEY, type Subcommand } from "./subcommand.ts";
import { createUndo } from "./undo.ts";
import { createVerify, createVerifying } from "./verify.ts";

/** `/facts`: what curators change facts with. Private throughout; the dispatcher lets nobody else in. */
export function createFactsCommand(deps: CommandDeps, misses: Misses): Command {
  const desk = createDesk(deps);
  const edit = createEditForms(desk);
  const add = createAddForms(desk);
  const verify = createVerifying(desk);
  const subcommands: readonly Subcommand[] = [
    createAdd(add),
    createEdit(desk, edit),
    createRemove(desk),
    createRestore(desk),
    createHistory(desk),
    createVerify(desk, verify),
    createStale(desk, edit, verify),
    createQueue(desk, { edit, add, verify }),
    createGaps(desk, add, misses),
    createStats(desk),
    createExport(desk),
    createImport(desk),
    createUndo(desk),
  ];

  function find(name: string | undefined): Subcommand | undefined {
    return subcommands.find((subcommand) => subcommand.name === name);
  }

  /** A change that somebody else has overtaken is answered with both. Every answer ends with how much waits. */
  async function answer(work: () => Promise<Response>): Promise<Response> {
    const response = await work().catch((error: unknown): Response => {
      if (!(error instanceof EditConflict)) throw error;
      return { type: "reply", private: true, message: conflictView(error) };
    });
    switch (response.type) {
      case "reply":
      case "update":
        return { ...response, message: await saying(response.message) };
      default:
        return response;
    }
  }

  async function saying(message: MessageBody): Promise<MessageBody> {
    const [queue, gaps] = await Promise.all([
      deps.curationStore.listOpen(),
      deps.curationStore.listGaps(),
    ]);
    const line = `-# ${count(queue.length, "item")} in the queue · ${count(gaps.length, "question")} without an answer`;
    const room = DISCORD_LIMITS.contentMax - line.length - 1;
    const content = truncate(message.content ?? "", room);
    return { ...message, content: [content, line].filter(Boolean).join("\n") };
  }

  return {
    key: FACTS_KEY,
    scope: "curators",
    // A server's own command: contexts and kinds of installation are for commands everywhere, and refused here.
    data: {
      name: "facts",
      description: "Keep the facts right: for curators",
      default_member_permissions: deps.curatorsByRole
        ? null
        : PermissionFlagsBits.ManageGuild.toString(),
      options: subcommands.flatMap(({ data }) => (data ? [data] : [])),
    },
    async execute(call) {
      const subcommand = find(call.options.subcommand);
      if (!subcommand?.execute) throw otherVersion();
      const { execute } = subcommand;
      return answer(async () => execute(call));
    },
    autocomplete: (call) => find(call.subcommand)?.autocomplete?.(call) ?? [],
    async component(call) {
      const { name, what } = readAction(call.action);
      const press = getHandler(find(name)?.components, what);
      return answer(async () => press(call));
    },
    async submit(call) {
      const { name, what } = readAction(call.action);
      const submit = getHandler(find(name)?.modals, what);
      return answer(async () => submit(call));
    },
  };
}

/** `edit.save` is what the subcommand `edit` does about `save`. */
function readAction(action: string): { readonly name: string; readonly what: string } {
  const [name = "", what = ""] = action.split(".");
  return { name, what };
}

/** Custom ids come from outside: what they name may not exist, or be what every object has. */
function getHandler<Handler>(
  handlers: Readonly<Record<string, Handler>> | undefined,
  what: string,
): Handler {
  const handler = handlers && Object.hasOwn(handlers, what) ? handlers[what] : undefined;
  if (handler) return handler;
  throw otherVersion();
}
