import type { Action, Exchange, Event as PushedEvent, State } from "../protocol.ts";

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 10_000;

/** What the page asks of the server. */
export interface Api {
  /** Answers `null` to what concerns no bot. Rejects with a sentence that can be shown when the server refuses. */
  act(action: Action): Promise<Exchange | null>;
}

export interface ConnectionListeners {
  /** Connected: everything as it is now, whatever was missed meanwhile. */
  opened(state: State): void;
  event(event: PushedEvent): void;
  /** Another attempt follows at `retryAt` (Unix milliseconds). */
  lost(retryAt: number): void;
}

export const api: Api = {
  async act(action) {
    const response = await fetch("/playground/act", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(action),
    }).catch(() => undefined);
    if (!response) throw new Error("The playground cannot be reached.");
    if (!response.ok) throw new Error(await refusalIn(response));
    return response.json();
  },
};

/**
 * Follows the server's events, again and again with back-off when the socket drops.
 * @returns how to try at once instead of waiting
 */
export function connect(listeners: ConnectionListeners): () => void {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    clearTimeout(timer);
    timer = undefined;
    const socket = new WebSocket(`ws://${location.host}/playground/events`);
    const early: PushedEvent[] = [];
    let ready = false;
    socket.addEventListener("message", ({ data }) => {
      const event: PushedEvent = JSON.parse(String(data));
      if (ready) listeners.event(event);
      else early.push(event);
    });
    socket.addEventListener("open", async () => {
      const state = await readState();
      if (!state || socket.readyState !== WebSocket.OPEN) return socket.close();
      failures = 0;
      ready = true;
      listeners.opened(state);
      early.forEach(listeners.event);
    });
    socket.addEventListener("close", () => {
      const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
      failures += 1;
      timer = setTimeout(open, wait);
      listeners.lost(Date.now() + wait);
    });
  }

  open();
  return () => {
    if (timer !== undefined) open();
  };
}

async function readState(): Promise<State | undefined> {
  const response = await fetch("/playground/state").catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}

/** The server's own words: JSON with a `message`, or plain text. */
async function refusalIn(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body && "message" in body) return String(body.message);
  } catch {
    // Plain text it is.
  }
  return text || `The playground refused this (${response.status}).`;
}
