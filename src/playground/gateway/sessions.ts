import { randomUUID } from "node:crypto";
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayOpcodes,
  GatewayVersion,
} from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { Log } from "../rest/rest-api.ts";
import { createSession, type Session } from "./session.ts";

const MS_TO_RESUME = 60_000;
const NORMAL_CLOSES = [1000, 1001];

export interface SessionDependencies {
  readonly token: string;
  readonly refusesToken: () => boolean;
  /** The data of READY, without what belongs to the session. */
  readonly ready: () => object;
  readonly url: () => string;
  readonly presenceChanged: (online: boolean) => void;
  readonly log: Log;
}

/** The bot's sessions, connected or waiting to be resumed. */
export interface Sessions {
  all(): readonly Session[];
  connected(): readonly Session[];
  /** Begins a session, or closes the connection. */
  identify(socket: WebSocket, data: Record<string, unknown>): Session | undefined;
  /** Goes on with a session, sends opcode 9, or closes the connection. */
  resume(socket: WebSocket, data: Record<string, unknown>): Session | undefined;
  /** After a normal close the session ends; after any other it waits to be resumed. */
  closed(session: Session, socket: WebSocket, code: number): void;
  forget(session: Session): void;
  identifies(): readonly number[];
  resumes(): number;
  close(): void;
}

export function createSessions(deps: SessionDependencies): Sessions {
  const { presenceChanged, log } = deps;
  const sessions = new Map<string, Session>();
  const expiries = new Map<string, NodeJS.Timeout>();
  const identifies: number[] = [];
  let resumed = 0;

  const all = () => [...sessions.values()];
  const connected = () => all().filter(({ socket }) => socket !== undefined);

  function forget(session: Session): void {
    clearTimeout(expiries.get(session.id));
    expiries.delete(session.id);
    sessions.delete(session.id);
  }

  function isAuthentic(socket: WebSocket, { token }: Record<string, unknown>): boolean {
    const isRight = token === deps.token && !deps.refusesToken();
    if (!isRight) socket.close(GatewayCloseCodes.AuthenticationFailed, "Authentication failed.");
    return isRight;
  }

  return {
    all,
    connected,
    forget,
    identify(socket, data) {
      if (!isAuthentic(socket, data)) return undefined;
      for (const old of all()) if (!old.socket) forget(old);
      const session = createSession(randomUUID(), Number(data.intents), socket);
      sessions.set(session.id, session);
      identifies.push(session.intents);
      session.dispatch(GatewayDispatchEvents.Ready, {
        ...deps.ready(),
        v: Number(GatewayVersion),
        session_id: session.id,
        resume_gateway_url: deps.url(),
        shard: data.shard ?? [0, 1],
      });
      log({ intents: session.intents }, "bot identified");
      presenceChanged(true);
      return session;
    },
    resume(socket, data) {
      if (!isAuthentic(socket, data)) return undefined;
      const session = sessions.get(String(data.session_id));
      if (!session) {
        sendFrame(socket, GatewayOpcodes.InvalidSession, false);
        return undefined;
      }
      clearTimeout(expiries.get(session.id));
      session.socket = socket;
      if (!session.replay(Number(data.seq))) {
        forget(session);
        socket.close(GatewayCloseCodes.InvalidSeq, "Invalid seq.");
        return undefined;
      }
      resumed += 1;
      session.dispatch(GatewayDispatchEvents.Resumed, {});
      log({}, "bot resumed");
      presenceChanged(true);
      return session;
    },
    closed(session, socket, code) {
      if (session.socket !== socket) return;
      session.socket = undefined;
      if (NORMAL_CLOSES.includes(code)) forget(session);
      else if (sessions.has(session.id)) {
        expiries.set(session.id, setTimeout(() => forget(session), MS_TO_RESUME).unref());
      }
      log({ code }, "bot disconnected");
      presenceChanged(connected().length > 0);
    },
    identifies: () => [...identifies],
    resumes: () => resumed,
    close() {
      for (const timer of expiries.values()) clearTimeout(timer);
    },
  };
}

export function sendFrame(socket: WebSocket | undefined, op: GatewayOpcodes, d: unknown): void {
  socket?.send(JSON.stringify({ op, d, s: null, t: null }));
}
