import { KnowledgeError } from "../knowledge/errors.ts";

/** Takes what the disk refused and nobody waits for: what it was, as a line for the log, and why. */
export type Report = (what: string, cause: unknown) => void;

/**
 * The same port, which also reports what the disk refuses: whoever asked for the change is told in a sentence, and may
 * go on in another way, but whoever runs the bot has to know.
 */
export function reportFailures<Port extends object>(
  port: Port,
  report: (failure: KnowledgeError) => void,
): Port {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function") return member;
      return (...args: readonly unknown[]) => {
        const result: unknown = Reflect.apply(member, target, args);
        if (result instanceof Promise) {
          result.catch((error: unknown) => {
            if (error instanceof KnowledgeError && error.code === "storage-failed") report(error);
          });
        }
        return result;
      };
    },
  });
}
