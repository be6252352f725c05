import type { ComponentCall, MessageBody, ModalCall, Response } from "../../src/discord/command.ts";
import { modal, textField } from "../../src/discord/modal.ts";
import { showPrivately } from "../../src/discord/show.ts";
import { quoteTyped } from "../../src/discord/text.ts";
import type { Gap } from "../../src/knowledge/curation-store.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import { FACT_LIMITS } from "../../src/knowledge/fact.ts";
import { withoutEffect } from "../../src/knowledge/markdown-link.ts";
import { readFact } from "../../src/knowledge/read-fact.ts";
import type { Misses } from "../misses.ts";
import type { Desk } from "./desk.ts";
import type { AddForms } from "./form/add-form.ts";
import { applyTyped, describeTyped, written } from "./form/fact-form.ts";
import { aliasOf, gapId, gapsView, gapView, questionOf, type ShownGap } from "./gaps-view.ts";
import { factField, subcommand } from "./options.ts";
import { factsId, type Subcommand } from "./subcommand.ts";

const NEAR_MAX = 20;
const NOT_COUNTED =
  "Questions without an answer are not counted: `GAPS` is off in the bot's settings.";
const EARLIER = "These were asked before.";

/** `/facts gaps`: the questions that had no answer, and one step from each to a fact, an alias, or its dismissal. */
export function createGaps(desk: Desk, addForms: AddForms, misses: Misses): Subcommand {
  const { base, curationStore, gaps: isCounting } = desk.deps;

  async function list(): Promise<readonly ShownGap[]> {
    const gaps = await curationStore.listGaps();
    const found = new Map(misses.foundLater().map(({ key, factId }) => [key, factId]));
    const shown = gaps.map((gap): ShownGap => {
      const fact = base.findFact(found.get(gap.key) ?? "");
      const near = gap.near.flatMap((id) => base.findFact(id) ?? []);
      return { gap, near, ...(fact ? { found: fact } : {}) };
    });
    return [...shown.filter(({ found }) => found), ...shown.filter(({ found }) => !found)];
  }

  async function view(page?: string): Promise<MessageBody> {
    const shown = await list();
    const message = gapsView(shown, page);
    if (isCounting) return message;
    return { ...message, content: shown.length === 0 ? NOT_COUNTED : `${NOT_COUNTED} ${EARLIER}` };
  }

  async function getGap(id: string | undefined): Promise<ShownGap> {
    const shown = (await list()).find(({ gap }) => gapId(gap) === id);
    if (!shown) throw new KnowledgeError("expired", "That question is not open any more.");
    const fresh = base.search(questionOf(shown.gap), NEAR_MAX).map(({ fact }) => fact);
    return { ...shown, near: [...new Set([...shown.near, ...fresh])].slice(0, NEAR_MAX) };
  }

  function close({ key }: Gap, state: "answered" | "dismissed"): Promise<void> {
    misses.settle(key);
    return curationStore.closeGap(key, state);
  }

  /** The alias in a modal: a question is often too long for one, or better put in fewer words. */
  async function askAlias(call: ComponentCall): Promise<Response> {
    const { gap } = await getGap(call.args[0]);
    const [chosen = ""] = call.values;
    const alias = textField({
      id: "alias",
      label: "Alias",
      description: "The question, in as few words as people would type.",
      required: true,
      maxLength: FACT_LIMITS.aliasMax,
      value: aliasOf(gap),
    });
    const id = factsId("gaps", "alias", gapId(gap));
    return { type: "modal", modal: modal(id, "Make it an alias", [alias, factField(chosen)]) };
  }

  async function addAlias(call: ModalCall): Promise<Response> {
    const { gap } = await getGap(call.args[0]);
    const fact = desk.getCalled(call.text("fact"));
    const alias = call.text("alias");
    const typed = written("text", fact);
    const wanted = { ...typed, aliases: `${typed.aliases}\n${alias}` };
    const parsed = readFact(applyTyped("text", fact, wanted), fact, desk.standard());
    if (!parsed.value) {
      const lines = parsed.problems.map((problem) => `- ${withoutEffect(describeTyped(problem))}`);
      const sentence = `${quoteTyped(alias)} cannot be an alias of \`${fact.id}\`:`;
      throw new KnowledgeError("invalid", [sentence, ...lines].join("\n"));
    }
    const message = await desk.save(call, {
      edits: [{ id: fact.id, from: fact, to: parsed.value }],
      factId: fact.id,
      kind: "edit",
      why: "asked in these words",
      headline: "Saved",
    });
    await close(gap, "answered");
    return showPrivately(call, message);
  }

  return {
    name: "gaps",
    data: subcommand("gaps", "Questions that had no answer, the most asked first"),
    execute: async () => ({ type: "reply", private: true, message: await view() }),
    components: {
      page: async (call) => showPrivately(call, await view(call.args[0])),
      open: async (call) =>
        showPrivately(call, gapView(await getGap(call.values[0]), call.args[0] ?? "0")),
      to: askAlias,
      other: askAlias,
      async write(call) {
        const { gap } = await getGap(call.args[0]);
        return addForms.open(call, { typed: { aliases: aliasOf(gap) }, gap: gap.key });
      },
      async dismiss(call) {
        const { gap } = await getGap(call.args[0]);
        await close(gap, "dismissed");
        return showPrivately(call, await view(call.args[1]));
      },
    },
    modals: { alias: addAlias },
  };
}
