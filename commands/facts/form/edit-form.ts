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
import type { Fact } from "../../../src/knowledge/fact.ts";
import { readFact } from "../../../src/knowledge/read-fact.ts";
import { formConflictView } from "../conflict-view.ts";
import type { Desk } from "../desk.ts";
import type { DraftData } from "../drafts.ts";
import { EXPIRED, handBack, invalid, orHandBack, refused } from "../hand-back.ts";
import { factsId } from "../subcommand.ts";
import {
  applyTyped,
  type FactPart,
  factForm,
  isFactPart,
  PART_LABELS,
  reasonOf,
  type Typed,
  typedAfterConflict,
  typedInto,
  written,
} from "./fact-form.ts";

type EditDraft = DraftData<"edit">;

/** The forms that edit a part of a fact: opened, refused with what was typed, opened again, saved. */
export interface EditForms {
  /** Opens the form on the fact as it stands; `item` is the queue item that the edit takes up. */
  open(caller: Caller, fact: Fact, part: FactPart, item?: string): Promise<Response>;
  reopen(call: ComponentCall): Promise<Response>;
  save(call: ModalCall): Promise<Response>;
}

export function createEditForms(desk: Desk): EditForms {
  const { base } = desk.deps;

  function show(id: string, draft: EditDraft): Response {
    const { factId, part } = draft;
    const typed = draft.typed ?? written(part, draft.rest);
    const topics = base.listTopics().map(({ topic }) => topic);
    const form = { id: factsId("edit", "save", part, id, factId), title: titleOf(part) };
    return {
      type: "modal",
      modal: factForm({ ...form, part, typed, topics }),
      instead: { content: "The form is ready.", components: reopenRow(id, "Open the form") },
    };
  }

  /** Keeps what was typed under a button that opens the form with it. */
  async function again(call: ModalCall, draft: EditDraft, typed: Typed, message: MessageBody) {
    return orHandBack(typed, async () => {
      const id = await desk.drafts.put("edit", call.userId, { ...draft, typed });
      const components = reopenRow(id, "Open the form again");
      return showPrivately(call, { ...message, components });
    });
  }

  /** Shows both changes; the form opens again on what is in force now. */
  async function conflict(call: ModalCall, draft: EditDraft, typed: Typed, error: EditConflict) {
    const { wanted, current, fields } = error;
    const kept =
      current && wanted.from && wanted.to
        ? typedAfterConflict(draft.part, {
            from: wanted.from,
            wanted: wanted.to,
            current,
            fields,
            typed,
          })
        : typed;
    const next = { ...draft, from: current, rest: current ?? draft.rest };
    return again(call, next, kept, formConflictView(error));
  }

  async function save(call: ModalCall, draft: EditDraft, typed: Typed): Promise<Response> {
    const { factId, part, from, rest, item } = draft;
    const parsed = readFact(applyTyped(part, rest, typed), rest, desk.standard());
    if (!parsed.value) return again(call, draft, typed, invalid(parsed.problems));
    try {
      const message = await desk.save(call, {
        edits: [{ id: factId, from, to: parsed.value }],
        factId,
        kind: item === undefined ? "edit" : "suggestion",
        why: reasonOf(typed),
        headline: "Saved",
        ...(item === undefined ? {} : { item }),
      });
      return showPrivately(call, message);
    } catch (error) {
      if (error instanceof EditConflict) return conflict(call, draft, typed, error);
      if (!(error instanceof KnowledgeError)) throw error;
      return again(call, withoutDecided(draft, error), typed, refused(error));
    }
  }

  return {
    async open(caller, fact, part, item) {
      const draft: EditDraft = {
        factId: fact.id,
        part,
        from: fact,
        rest: fact,
        ...(item === undefined ? {} : { item }),
      };
      return show(await desk.drafts.put("edit", caller.userId, draft), draft);
    },

    async reopen(call) {
      const [id = ""] = call.args;
      const draft = await desk.drafts.find("edit", id, call.userId);
      if (!draft) throw new KnowledgeError("expired", EXPIRED);
      return show(id, draft);
    },

    async save(call) {
      const [part, id = ""] = call.args;
      if (!isFactPart(part)) throw new KnowledgeError("expired", EXPIRED);
      const typed = typedInto(part, call.text);
      return orHandBack(typed, async () => {
        const draft = await desk.drafts.find("edit", id, call.userId);
        if (!draft) return handBack(EXPIRED, typed);
        const response = await save(call, { ...draft, part }, typed);
        desk.deps.afterwards(() => desk.drafts.drop(id));
        return response;
      });
    },
  };
}

/** A queue item that somebody decided on meanwhile is let go of: what was typed can still be saved for itself. */
function withoutDecided(draft: EditDraft, error: KnowledgeError): EditDraft {
  const { item, ...rest } = draft;
  return item !== undefined && error.code === "conflict" ? rest : draft;
}

function reopenRow(draftId: string, label: string) {
  const id = factsId("edit", "reopen", draftId);
  return rows([button(id, label, { style: ButtonStyle.Primary })]);
}

function titleOf(part: FactPart): string {
  return `Edit: ${PART_LABELS[part].split(":")[0]?.toLowerCase()}`;
}
