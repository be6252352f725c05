import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayOpcodes,
  GatewayVersion,
} from "discord-api-types/v10";
import { type WebSocket, WebSocketServer } from "ws";
import type { Log } from "../rest/rest-api.ts";
import { asRecord } from "../validation/bodies.ts";
import { createSession, type Dispatched, type Session } from "./session.ts";

/** @see https://discord.com/developers/docs/events/gateway#sending-events */
const PAYLOAD_MAX_BYTES = 4_096;
const MISSED_HEARTBEATS_ALLOWED = 2;
const MS_TO_RESUME = 60_000;

interface Dependencies {
  readonly token: string;
  readonly refusesToken: () => boolean;
  readonly heartbeatIntervalMs: number;
  /** The data of READY, without what belongs to the session. */
  readonly ready: () => object;
  readonly url: () => string;
  readonly presenceChanged: (online: boolean) => void;
  readonly log: Log;
}

/** Discord's gateway, version 10, JSON without compression, as discord.js asks for it. */
export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends an event to the bot, or keeps it for a session that may resume; `false` when there is neither. */
  dispatch(type: Dispatched, data: unknown): boolean;
  online(): boolean;
  /** The intents of each IDENTIFY so far. */
  identifies(): readonly number[];
  /** How often a session was resumed. */
  resumes(): number;
  /** Cuts the connections without a close frame; sessions that are not resumable are forgotten. */
  drop(resumable: boolean): void;
  /** Sends opcode 7. */
  askToReconnect(): void;
  /** Sends opcode 9. */
  invalidate(resumable: boolean): void;
  close(): void;
}

export function createGateway(deps: Dependencies): Gateway {
  const { token, refusesToken, heartbeatIntervalMs, presenceChanged, log } = deps;
  const server = new WebSocketServer({ noServer: true, maxPayload: PAYLOAD_MAX_BYTES });
  const sessions = new Map<string, Session>();
  const expiries = new Map<string, NodeJS.Timeout>();
  const identifies: number[] = [];
  let resumed = 0;

  const connected = () => [...sessions.values()].filter(({ socket }) => socket !== undefined);

  function forget(session: Session): void {
    clearTimeout(expiries.get(session.id));
    expiries.delete(session.id);
    sessions.delete(session.id);
  }

  function identify(socket: WebSocket, data: Record<string, unknown>): Session | undefined {
    if (data.token !== token || refusesToken()) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, "Authentication failed.");
      return undefined;
    }
    for (const old of sessions.values()) if (!old.socket) forget(old);
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
  }

  function resume(socket: WebSocket, data: Record<string, unknown>): Session | undefined {
    const session = sessions.get(String(data.session_id));
    if (data.token !== token || refusesToken()) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, "Authentication failed.");
      return undefined;
    }
    if (!session) {
      send(socket, GatewayOpcodes.InvalidSession, false);
      return undefined;
    }
    clearTimeout(expiries.get(session.id));
    session.socket = socket;
    if (!session.replay(Number(data.seq))) {
      socket.close(GatewayCloseCodes.InvalidSeq, "Invalid seq.");
      return undefined;
    }
    resumed += 1;
    session.dispatch(GatewayDispatchEvents.Resumed, {});
    log({}, "bot resumed");
    presenceChanged(true);
    return session;
  }

  /** After a normal close the session ends; after any other it waits to be resumed. */
  function closed(session: Session, socket: WebSocket, code: number): void {
    if (session.socket !== socket) return;
    session.socket = undefined;
    if (code === 1000 || code === 1001) forget(session);
    else if (sessions.has(session.id)) {
      expiries.set(session.id, setTimeout(() => forget(session), MS_TO_RESUME).unref());
    }
    log({ code }, "bot disconnected");
    presenceChanged(connected().length > 0);
  }

  server.on("connection", (socket: WebSocket) => {
    let session: Session | undefined;
    const watchdog = setTimeout(
      () => socket.close(GatewayCloseCodes.SessionTimedOut, "Session timed out."),
      heartbeatIntervalMs * MISSED_HEARTBEATS_ALLOWED,
    );
    send(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatIntervalMs });
    socket.on("message", (frame) => {
      const payload = parseFrame(String(frame));
      switch (payload?.op) {
        case GatewayOpcodes.Heartbeat:
          watchdog.refresh();
          return send(socket, GatewayOpcodes.HeartbeatAck, null);
        case GatewayOpcodes.Identify:
          if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
          session = identify(socket, asRecord(payload.d));
          return;
        case GatewayOpcodes.Resume:
          if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
          session = resume(socket, asRecord(payload.d));
          return;
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.VoiceStateUpdate:
        case GatewayOpcodes.RequestGuildMembers:
          if (!session) socket.close(GatewayCloseCodes.NotAuthenticated, "Not authenticated.");
          return;
        case undefined:
          return socket.close(GatewayCloseCodes.DecodeError, "Error while decoding payload.");
        default:
          return socket.close(GatewayCloseCodes.UnknownOpcode, "Unknown opcode.");
      }
    });
    socket.on("close", (code) => {
      clearTimeout(watchdog);
      if (session) closed(session, socket, code);
    });
    socket.on("error", (error) => log({ err: error }, "gateway connection failed"));
  });

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const query = new URL(request.url ?? "/", "ws://localhost").searchParams;
        if (query.get("v") !== GatewayVersion) {
          return webSocket.close(GatewayCloseCodes.InvalidAPIVersion, "Invalid API version.");
        }
        if (query.get("encoding") !== "json" || query.has("compress")) {
          return webSocket.close(GatewayCloseCodes.DecodeError, "Only JSON without compression.");
        }
        server.emit("connection", webSocket, request);
      });
    },
    dispatch(type, data) {
      const live = connected();
      const receivers = live.length > 0 ? live : [...sessions.values()];
      for (const session of receivers) session.dispatch(type, data);
      return receivers.length > 0;
    },
    online: () => connected().length > 0,
    identifies: () => [...identifies],
    resumes: () => resumed,
    drop(resumable) {
      for (const session of connected()) {
        session.socket?.terminate();
        if (!resumable) forget(session);
      }
    },
    askToReconnect() {
      for (const { socket } of connected()) {
        if (socket) send(socket, GatewayOpcodes.Reconnect, null);
      }
    },
    invalidate(resumable) {
      for (const session of connected()) {
        if (session.socket) send(session.socket, GatewayOpcodes.InvalidSession, resumable);
        if (!resumable) forget(session);
      }
    },
    close() {
      for (const timer of expiries.values()) clearTimeout(timer);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function send(socket: WebSocket, op: GatewayOpcodes, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parseFrame(frame: string): { readonly op?: unknown; readonly d?: unknown } | undefined {
  try {
    const payload = asRecord(JSON.parse(frame));
    return { op: payload.op, d: payload.d };
  } catch {
    return undefined;
  }
}
