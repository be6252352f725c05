import type { ComponentCall, MessageBody, ModalCall, Response } from "../../src/discord/command.ts";
import { modal } from "../../src/discord/modal.ts";
import { showPrivately } from "../../src/discord/show.ts";
import type { QueueItem } from "../../src/knowledge/curation-store.ts";
import type { Desk } from "./desk.ts";
import type { AddForms } from "./form/add-form.ts";
import type { EditForms } from "./form/edit-form.ts";
import { isFactPart, reasonField, reasonOf } from "./form/fact-form.ts";
import { factField, subcommand } from "./options.ts";
import { createUpstreamAnswers } from "./queue-upstream.ts";
import { nearView, queueView } from "./queue-view.ts";
import { factsId, type Subcommand } from "./subcommand.ts";
import { textHash } from "./text-hash.ts";
import type { Verify } from "./verify.ts";

const NEAR_MAX = 25;

/** `/facts queue`: suggestions, reports and upstream conflicts, one at a time, oldest first. */
export function createQueue(
  desk: Desk,
  forms: { readonly edit: EditForms; readonly add: AddForms; readonly verify: Verify },
): Subcommand {
  const { base, curationStore, factStore } = desk.deps;

  async function page(
    item: QueueItem,
    open: readonly QueueItem[],
    lead = "",
  ): Promise<MessageBody> {
    const { id, kind, factId = "", author } = item;
    const near = kind === "suggestion" ? base.search(item.text, NEAR_MAX) : [];
    const local = kind === "upstream" ? (await factStore.load()).get(factId) : undefined;
    const view = queueView(base, {
      item,
      position: open.findIndex((other) => other.id === id),
      open,
      near: near.map(({ fact }) => fact),
      base: local?.base ?? null,
      blocked: (await curationStore.listBlocked()).includes(author?.id ?? ""),
    });
    return { ...view, content: [lead, view.content].filter(Boolean).join("\n") };
  }

  /** This item if it is still open, or else the oldest that is. */
  async function show(id?: string, lead = ""): Promise<MessageBody> {
    const open = await curationStore.listOpen();
    const item = open.find((other) => other.id === id) ?? open[0];
    if (!item) return { content: [lead, "The queue is empty."].filter(Boolean).join("\n") };
    const gone = id !== undefined && item.id !== id;
    return page(item, open, gone ? "That is in the queue no more. This is:" : lead);
  }

  const shown = async (call: ComponentCall) => showPrivately(call, await show(call.args[0]));

  /** Opens the modal only on what can be accepted: a form filled in for nothing is a poor way to hear it. */
  async function write(call: ComponentCall): Promise<Response> {
    const item = await desk.acceptable(call.args[0] ?? "", call);
    const sources = item.link === undefined ? "" : `website | | ${item.link}`;
    return forms.add.open(call, { typed: { body: item.text, sources }, item: item.id });
  }

  async function edit(call: ComponentCall): Promise<Response> {
    const [id = "", factId = ""] = call.args;
    const item = await desk.acceptable(id, call);
    const [part] = call.values;
    return forms.edit.open(call, base.getFact(factId), isFactPart(part) ? part : "text", item.id);
  }

  async function rejected(call: ModalCall): Promise<Response> {
    const item = await desk.openItem(call.args[0] ?? "");
    const reason = reasonOf({ reason: call.text("reason") });
    await desk.decide(item, call, { accepted: false, reason });
    return showPrivately(call, await show(undefined, "Rejected."));
  }

  async function right(call: ComponentCall): Promise<Response> {
    const [id = "", seen] = call.args;
    const item = await desk.openItem(id);
    const fact = base.getFact(item.factId ?? "");
    if (textHash(fact) !== seen) {
      const lead = "Somebody has changed the fact since you looked. Is it right as it is now?";
      return showPrivately(call, await show(id, lead));
    }
    return showPrivately(call, await forms.verify(call, fact, { report: item.id }));
  }

  async function setBlocked(call: ComponentCall, blocked: boolean): Promise<Response> {
    const item = await desk.openItem(call.args[0] ?? "");
    const author = item.author?.id;
    if (author !== undefined && blocked) await curationStore.blockAuthor(author);
    else if (author !== undefined) await curationStore.unblockAuthor(author);
    const lead = blocked
      ? "Nothing more is taken of this author. What waits already still does."
      : "Suggestions of this author are taken again.";
    return showPrivately(call, await show(item.id, lead));
  }

  return {
    name: "queue",
    data: subcommand("queue", "Suggestions, reports and conflicts that wait for a decision"),
    execute: async () => ({ type: "reply", private: true, message: await show() }),
    components: {
      open: shown,
      before: shown,
      after: shown,
      write,
      edit,
      async near(call) {
        const item = await desk.openItem(call.args[0] ?? "");
        return showPrivately(call, nearView(base, item, base.getFact(call.values[0] ?? "")));
      },
      async other(call) {
        const item = await desk.openItem(call.args[0] ?? "");
        const id = factsId("queue", "named", item.id);
        return { type: "modal", modal: modal(id, "Edit a fact", [factField()]) };
      },
      async reject(call) {
        const item = await desk.openItem(call.args[0] ?? "");
        const id = factsId("queue", "rejected", item.id);
        return { type: "modal", modal: modal(id, "Reject", [reasonField("", true)]) };
      },
      right,
      ...createUpstreamAnswers(desk, (lead, id) => show(id, lead)),
      block: (call) => setBlocked(call, true),
      unblock: (call) => setBlocked(call, false),
    },
    modals: {
      rejected,
      async named(call) {
        const item = await desk.openItem(call.args[0] ?? "");
        return showPrivately(call, nearView(base, item, desk.resolveFact(call.text("fact"))));
      },
    },
  };
}
