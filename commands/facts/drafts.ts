import { z } from "zod";
import type { CurationStore } from "../../src/knowledge/curation-store.ts";
import { FactSchema } from "../../src/knowledge/fact.ts";
import { FACT_PARTS } from "./form/fact-form.ts";

const Text = z.record(z.string(), z.string());
const FactOrNone = FactSchema.nullable();

const SCHEMAS = {
  /** A form of one part of a fact. */
  edit: z.object({
    factId: z.string(),
    part: z.enum(FACT_PARTS),
    /** The text that saving starts from. */
    from: FactOrNone,
    /** The fact whose other parts are kept. */
    rest: FactSchema,
    /** What stands in the inputs, where that is not what `rest` says. */
    typed: Text.exactOptional(),
    /** The queue item that the edit takes up. */
    item: z.string().exactOptional(),
  }),
  /** A form of a new fact. */
  add: z.object({
    typed: Text,
    item: z.string().exactOptional(),
    /** The gap that the fact closes. */
    gap: z.string().exactOptional(),
  }),
  /** An import that waits to be confirmed. */
  import: z.object({
    name: z.string(),
    edits: z.array(z.object({ id: z.string(), from: FactOrNone, to: FactOrNone })),
  }),
} as const;

type Kind = keyof typeof SCHEMAS;
type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
export type DraftData<K extends Kind> = DeepReadonly<z.output<(typeof SCHEMAS)[K]>>;

/** What does not fit a custom id, kept for a day and for its author alone. */
export interface Drafts {
  /** The new draft's id. */
  put<K extends Kind>(kind: K, authorId: string, data: DraftData<K>): Promise<string>;
  /** Undefined for one that is expired, somebody else's, of another kind, or of an older shape. */
  find<K extends Kind>(
    kind: K,
    id: string | undefined,
    authorId: string,
  ): Promise<DraftData<K> | undefined>;
  drop(id: string): Promise<void>;
}

export function createDrafts(store: CurationStore): Drafts {
  return {
    put: async (kind, authorId, data) => (await store.putDraft({ kind, authorId, data })).id,
    async find(kind, id, authorId) {
      const draft = id === undefined ? undefined : await store.findDraft(id, authorId);
      if (draft?.kind !== kind) return undefined;
      return parseDraft(kind, draft.data);
    },
    drop: (id) => store.dropDraft(id),
  };
}

function parseDraft<K extends Kind>(kind: K, data: unknown): DraftData<K> | undefined {
  const result = SCHEMAS[kind].safeParse(data);
  // TypeScript does not see that the schema of a kind gives that kind's data.
  return result.success ? (result.data as unknown as DraftData<K>) : undefined;
}
