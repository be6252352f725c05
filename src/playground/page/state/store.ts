/** A value that changes as a whole, and those who want to know. */
export interface Store<Value> {
  get(): Value;
  /** Listeners hear of it at once, unless `change` returned the very same value. */
  update(change: (value: Value) => Value): void;
  /** @returns how to stop listening */
  subscribe(listener: (value: Value, before: Value) => void): () => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<(value: Value, before: Value) => void>();
  return {
    get: () => value,
    update(change) {
      const before = value;
      value = change(before);
      if (value === before) return;
      for (const listener of listeners) listener(value, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
