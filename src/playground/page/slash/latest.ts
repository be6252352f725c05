/**
 * Runs a lookup for the newest input only: waits a moment for the next keystroke, and drops a reply that a newer
 * lookup has overtaken.
 * @param delayMs how long to wait for another keystroke
 */
export function createLatest<Input, Output>(
  run: (input: Input) => Promise<Output>,
  delayMs: number,
  listeners: { done(output: Output, input: Input): void; failed(error: unknown): void },
) {
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function start(input: Input, turn: number) {
    try {
      const output = await run(input);
      if (turn === newest) listeners.done(output, input);
    } catch (error) {
      if (turn === newest) listeners.failed(error);
    }
  }

  return {
    ask(input: Input) {
      newest += 1;
      const turn = newest;
      clearTimeout(timer);
      timer = setTimeout(() => void start(input, turn), delayMs);
    },
    /** Nothing that is under way is heard of any more. */
    cancel() {
      newest += 1;
      clearTimeout(timer);
    },
  };
}
