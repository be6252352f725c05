import { z } from "zod";
import type { Edit } from "../../src/knowledge/curation.ts";
import type { CurationStore } from "../../src/knowledge/curation-store.ts";
import { type Fact, FactSchema } from "../../src/knowledge/fact.ts";
import { FACT_PARTS, type FactPart } from "./form/fact-form.ts";

type Typed = Readonly<Record<string, string>>;

/** What a draft holds, by its kind. */
interface DraftTypes {
  /** A form of one part of a fact. */
  readonly edit: {
    readonly factId: string;
    readonly part: FactPart;
    /** The text that saving starts from. */
    readonly from: Fact | null;
    /** The fact whose other parts are kept. */
    readonly rest: Fact;
    /** What stands in the inputs, where that is not what `rest` says. */
    readonly typed?: Typed;
    /** The queue item that the edit takes up. */
    readonly item?: string;
  };
  /** A form of a new fact. */
  readonly add: {
    readonly typed: Typed;
    readonly item?: string;
    /** The gap that the fact closes. */
    readonly gap?: string;
  };
  /** An import that waits to be confirmed. */
  readonly import: { readonly name: string; readonly edits: readonly Edit[] };
}

type Kind = keyof DraftTypes;
export type DraftData<K extends Kind> = DraftTypes[K];

const TypedSchema = z.record(z.string(), z.string());
const FactOrNoneSchema = FactSchema.nullable();
const EditSchema = z.object({ id: z.string(), from: FactOrNoneSchema, to: FactOrNoneSchema });

const SCHEMAS: { readonly [K in Kind]: z.ZodType<DraftTypes[K]> } = {
  edit: z.object({
    factId: z.string(),
    part: z.enum(FACT_PARTS),
    from: FactOrNoneSchema,
    rest: FactSchema,
    typed: TypedSchema.exactOptional(),
    item: z.string().exactOptional(),
  }),
  add: z.object({
    typed: TypedSchema,
    item: z.string().exactOptional(),
    gap: z.string().exactOptional(),
  }),
  import: z.object({ name: z.string(), edits: z.array(EditSchema) }),
};

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
      return SCHEMAS[kind].safeParse(draft.data).data;
    },
    drop: (id) => store.dropDraft(id),
  };
}
