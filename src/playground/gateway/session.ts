import { type GatewayDispatchEvents, GatewayOpcodes } from "discord-api-types/v10";
import type { WebSocket } from "ws";

const EVENTS_KEPT = 1_000;

/** A bot's session at the gateway: it outlives its connection, and events wait in it to be replayed. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** The connection; absent between a drop and a resume. */
  socket: WebSocket | undefined;
  /** Numbers the event, sends it when connected, and keeps it for a resume. */
  dispatch(type: Dispatched, data: unknown): void;
  /** Sends again all that came after `seq`; `false` when that is more than is kept, or was never sent. */
  replay(seq: number): boolean;
}

export type Dispatched =
  | GatewayDispatchEvents.Ready
  | GatewayDispatchEvents.Resumed
  | GatewayDispatchEvents.InteractionCreate;

export function createSession(id: string, intents: number, socket: WebSocket): Session {
  const sent: { readonly seq: number; readonly frame: string }[] = [];
  let seq = 0;
  const session: Session = {
    id,
    intents,
    socket,
    dispatch(type, data) {
      seq += 1;
      const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: type, s: seq, d: data });
      sent.push({ seq, frame });
      if (sent.length > EVENTS_KEPT) sent.shift();
      session.socket?.send(frame);
    },
    replay(from) {
      const oldest = sent[0]?.seq ?? 1;
      if (from > seq || from < oldest - 1) return false;
      for (const event of sent) if (event.seq > from) session.socket?.send(event.frame);
      return true;
    },
  };
  return session;
}
