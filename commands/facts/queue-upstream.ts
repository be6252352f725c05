import type { ComponentCall, MessageBody, Response } from "../../src/discord/command.ts";
import { showPrivately } from "../../src/discord/show.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { Desk } from "./desk.ts";
import { seenText } from "./text-hash.ts";

/** The two answers to a shipped text that does not agree with ours; `next` shows what waits after it. */
export function createUpstreamAnswers(
  desk: Desk,
  next: (lead: string, id?: string) => Promise<MessageBody>,
) {
  const { base, curation } = desk.deps;

  /** The shipped text, or its removal, in place of ours. */
  async function take(call: ComponentCall): Promise<Response> {
    const item = await openUpstream(call);
    const { factId, shipped } = item;
    const from = base.findFact(factId) ?? null;
    if (seenText(from ?? undefined) !== call.args[1]) {
      const lead = "Somebody has changed our text since you looked. This is how it stands now.";
      return showPrivately(call, await next(lead, item.id));
    }
    const removed = shipped === null && from !== null;
    const message = await desk.save(call, {
      edits: removed ? curation.removal(factId) : [{ id: factId, from, to: shipped }],
      factId,
      kind: "merge",
      why: "took the shipped text",
      headline: removed ? "Removed" : "Saved",
      item: item.id,
    });
    return showPrivately(call, message);
  }

  async function keep(call: ComponentCall): Promise<Response> {
    const item = await openUpstream(call);
    await desk.decide(item, call, { accepted: false, reason: "kept the local text" });
    return showPrivately(call, await next("Our text stays."));
  }

  async function openUpstream(call: ComponentCall) {
    const item = await desk.openItem(call.args[0] ?? "");
    const { factId, shipped } = item;
    if (item.kind !== "upstream" || factId === undefined || shipped === undefined) {
      throw new KnowledgeError("invalid", "That is about no shipped text.");
    }
    return { ...item, factId, shipped };
  }

  return { take, keep };
}
