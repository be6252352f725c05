import { ButtonStyle } from "discord.js";
import type {
  Caller,
  ComponentCall,
  MessageBody,
  ModalCall,
  Response,
} from "../../../src/discord/command.ts";
import { button, rows } from "../../../src/discord/components.ts";
import { showPrivately } from "../../../src/discord/show.ts";
import { EditConflict } from "../../../src/knowledge/curation.ts";
import { KnowledgeError } from "../../../src/knowledge/errors.ts";
import { newFactId } from "../../../src/knowledge/fact-id.ts";
import { readFact } from "../../../src/knowledge/read-fact.ts";
import type { Desk } from "../desk.ts";
import type { DraftData } from "../drafts.ts";
import { EXPIRED, handBack, invalid, orHandBack, refused } from "../hand-back.ts";
import { factsId } from "../subcommand.ts";
import { applyTyped, factForm, type Typed, typedInto } from "./fact-form.ts";

type AddDraft = DraftData<"add">;

/** The form of a new fact. */
export interface AddForms {
  /** Opens it with what is known already: for a queue item, or for an unanswered question. */
  open(caller: Caller, draft: AddDraft): Promise<Response>;
  reopen(call: ComponentCall): Promise<Response>;
  save(call: ModalCall): Promise<Response>;
}

export function createAddForms(desk: Desk): AddForms {
  const { base, curationStore } = desk.deps;

  function show(id: string, typed: Typed): Response {
    const topics = base.listTopics().map(({ topic }) => topic);
    const form = { id: factsId("add", "save", id), title: "A new fact" };
    return {
      type: "modal",
      modal: factForm({ ...form, part: "new", typed, topics }),
      instead: { content: "The form is ready.", components: reopenRow(id, "Open the form") },
    };
  }

  async function again(call: ModalCall, draft: AddDraft, typed: Typed, message: MessageBody) {
    const id = await desk.drafts.put("add", call.userId, { ...draft, typed });
    const components = reopenRow(id, "Open the form again");
    return showPrivately(call, { ...message, components });
  }

  /** Ids of removed facts stay theirs: a new fact does not take up the history of another. */
  const isTaken = (id: string) => base.findFact(id) !== undefined || base.revisionOf(id) > 0;

  async function save(call: ModalCall, draft: AddDraft, typed: Typed): Promise<Response> {
    const id = newFactId(typed.title ?? "", isTaken);
    const against = base.listReleases()[0]?.version ?? "";
    const start = { id, status: "current", checked: { on: desk.today(), against } };
    const parsed = readFact(applyTyped("new", start, typed), null, desk.standard());
    if (!parsed.value) return again(call, draft, typed, invalid(parsed.problems));
    const { item, gap } = draft;
    try {
      const message = await desk.save(call, {
        edits: [{ id, from: null, to: parsed.value }],
        factId: id,
        kind: item === undefined ? "add" : "suggestion",
        why: "",
        headline: "Added",
        ...(item === undefined ? {} : { item }),
      });
      if (gap !== undefined) {
        desk.deps.afterwards(() => curationStore.closeGap(gap, "answered"));
      }
      return showPrivately(call, message);
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      const { item: taken, ...rest } = draft;
      // Another fact may have taken the id in the same moment: that decides nothing about the item.
      const isDecided = error.code === "conflict" && !(error instanceof EditConflict);
      const next = taken !== undefined && isDecided ? rest : draft;
      return again(call, next, typed, refused(error));
    }
  }

  return {
    open: async (caller, draft) =>
      show(await desk.drafts.put("add", caller.userId, draft), draft.typed),

    async reopen(call) {
      const [id = ""] = call.args;
      const draft = await desk.drafts.find("add", id, call.userId);
      if (!draft) throw new KnowledgeError("expired", EXPIRED);
      return show(id, draft.typed);
    },

    save(call) {
      const [id = ""] = call.args;
      const typed = typedInto("new", call.text);
      return orHandBack(typed, async () => {
        const draft = await desk.drafts.find("add", id, call.userId);
        if (!draft) return handBack(EXPIRED, typed);
        const response = await save(call, draft, typed);
        desk.deps.afterwards(() => desk.drafts.drop(id));
        return response;
      });
    },
  };
}

function reopenRow(draftId: string, label: string) {
  const id = factsId("add", "reopen", draftId);
  return rows([button(id, label, { style: ButtonStyle.Primary })]);
}
