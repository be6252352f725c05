import type { APIButtonComponent } from "discord.js";
import type { Caller, MessageBody } from "../../src/discord/command.ts";
import { quoteTyped } from "../../src/discord/text.ts";
import { alreadyDecided } from "../../src/knowledge/already-decided.ts";
import type { Edit, Saved } from "../../src/knowledge/curation.ts";
import type { QueueItem } from "../../src/knowledge/curation-store.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import type { ChangeKind } from "../../src/knowledge/fact-store.ts";
import { nameKey } from "../../src/knowledge/name-key.ts";
import type { Standard } from "../../src/knowledge/read-fact.ts";
import type { CommandDeps } from "../command-deps.ts";
import { createOutcomes } from "../outcomes.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import { savedView } from "./saved-view.ts";

/** A change that a curator wants, and how the answer begins. */
interface Change {
  readonly edits: readonly Edit[];
  /** The fact that the answer shows. */
  readonly factId: string;
  readonly kind: ChangeKind;
  readonly why: string;
  readonly headline: string;
  /** The answer counts its facts, since none of them is what it is about. */
  readonly asMany?: boolean;
  /** Where to go on from the answer. */
  readonly more?: readonly APIButtonComponent[];
  /** The queue item that the change takes up. */
  readonly item?: string;
  /** What is decided on the item by that; it is accepted unless told otherwise. */
  readonly decision?: Decision;
}

interface Decision {
  readonly accepted: boolean;
  readonly reason: string;
}

/** What the subcommands of `/facts` work with. */
export interface Desk {
  readonly deps: CommandDeps;
  readonly drafts: Drafts;
  /** Saves a change, closes the queue item that it takes up, and shows what came of it. */
  save(caller: Caller, change: Change): Promise<MessageBody>;
  /** An item that is still to be decided. Throws KnowledgeError `conflict` where somebody has. */
  openItem(id: string): Promise<QueueItem>;
  /** The same for who wants to accept it. Throws `not-allowed` where it takes somebody else. */
  acceptable(id: string, caller: Caller): Promise<QueueItem>;
  /** Decides on an item, and tells its author. */
  decide(item: QueueItem, caller: Caller, decision: Decision): Promise<void>;
  /** The fact of this id, or the one that a name surely means: to show it. Throws KnowledgeError `unknown-fact`. */
  resolveFact(name: string): Fact;
  /** The fact of exactly this id, title or alias: to change it unseen. Throws `unknown-fact`, with the nearest ones. */
  getCalled(name: string): Fact;
  /** Today, as facts write it. */
  today(): string;
  /** What facts that are handed in are held against. */
  standard(): Standard;
}

/** Facts that a name may mean. */
const NEAR_MAX = 3;

export function createDesk(deps: CommandDeps): Desk {
  const { base, curation, curationStore } = deps;
  const outcomes = createOutcomes(deps);

  const today = () => new Date(deps.now()).toISOString().slice(0, 10);

  async function openItem(id: string): Promise<QueueItem> {
    const item = await curationStore.findItem(id);
    if (!item || item.outcome) throw alreadyDecided(item);
    return item;
  }

  async function acceptable(id: string, caller: Caller): Promise<QueueItem> {
    const item = await openItem(id);
    if (deps.requireSecondCurator && item.author?.id === caller.userId) {
      throw new KnowledgeError(
        "not-allowed",
        "What you suggested yourself is for another curator to accept.",
      );
    }
    return item;
  }

  async function decide(item: QueueItem, caller: Caller, decision: Decision): Promise<void> {
    if (item.kind === "upstream" && item.factId !== undefined) {
      await curation.acknowledgeShipped(item.factId);
    }
    const closed = await curationStore.closeItem(item.id, { ...decision, by: authorOf(caller) });
    deps.afterwards(() => outcomes.tell(closed));
  }

  /** The change is kept by now: that somebody else decided in the same moment takes nothing from it. */
  async function settle(item: QueueItem, caller: Caller, decision: Decision): Promise<string> {
    try {
      await decide(item, caller, decision);
      return "That closes the queue item.";
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      return error.code === "conflict"
        ? "Somebody else has decided on the queue item meanwhile."
        : "The queue item could not be closed, and is still open.";
    }
  }

  /** Somebody who gives the id of a fact that was removed here means no other one, however near. */
  function refuseRemoved(name: string): void {
    const id = name.trim();
    if (base.findFact(id) || base.revisionOf(id) === 0) return;
    throw new KnowledgeError(
      "unknown-fact",
      `\`${id}\` was removed, so it is no longer in the knowledge base. \`/facts restore\` brings it back.`,
    );
  }

  return {
    deps,
    drafts: createDrafts(curationStore),
    openItem,
    acceptable,
    decide,
    async save(caller, change) {
      const { edits, kind, why, item, decision } = change;
      const { accepted, reason } = decision ?? { accepted: true, reason: why };
      const find = accepted ? acceptable : openItem;
      const taken = item === undefined ? undefined : await find(item, caller);
      const saved: Saved = await curation.save(edits, {
        kind,
        by: authorOf(caller),
        why,
        ...(accepted && taken?.author ? { credit: taken.author } : {}),
      });
      const settled = taken ? await settle(taken, caller, { accepted, reason }) : "";
      const view = savedView(base, saved, change);
      return { ...view, content: [view.content, settled].filter(Boolean).join("\n") };
    },
    resolveFact(name) {
      refuseRemoved(name);
      const found = base.resolve(name);
      if (found.known) return found.fact;
      throw new KnowledgeError(
        "unknown-fact",
        "No fact is surely meant by that. Pick one of the suggestions.",
      );
    },
    getCalled(name) {
      refuseRemoved(name);
      const fact = base.findFact(name.trim());
      const [called, ...others] = fact ? [fact] : base.called(nameKey(name));
      if (called && others.length === 0) return called;
      const near = base
        .search(name, NEAR_MAX)
        .map(({ fact: { id, title } }) => `- \`${id}\`: ${title}`);
      const lines = near.length > 0 ? ["Did you mean one of these?", ...near] : [];
      const sentence = [`No fact is called ${quoteTyped(name)}.`, ...lines].join("\n");
      throw new KnowledgeError("unknown-fact", sentence);
    },
    today,
    standard: () => ({ known: base, today: today() }),
  };
}

export function authorOf(caller: Caller) {
  return { id: caller.userId, name: caller.userName };
}
