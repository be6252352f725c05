/** A small value that is kept as a whole. It never changes, it is replaced. */
export interface Document<Data> {
  /** What was kept last. */
  readonly data: Data;
  /**
   * Keeps what `change` makes of the value, one change at a time; durable when it resolves. Where `change` throws or
   * gives back the same value, nothing is kept. Rejects with KnowledgeError `storage-failed` where the storage does.
   */
  update(change: (data: Data) => Data): Promise<Data>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** A document that is forgotten when the process ends. */
export function createMemoryDocument<Data>(initial: Data): Document<Data> {
  let data = initial;
  return {
    get data() {
      return data;
    },
    async update(change) {
      data = change(data);
      return data;
    },
    close: async () => undefined,
  };
}
