import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { GatewayCloseCodes, GatewayOpcodes, GatewayVersion } from "discord-api-types/v10";
import { type WebSocket, WebSocketServer } from "ws";
import { asRecord } from "../validation/bodies.ts";
import type { Dispatched, Session } from "./session.ts";
import { createSessions, type SessionDependencies, sendFrame } from "./sessions.ts";

/** @see https://discord.com/developers/docs/events/gateway#sending-events */
const PAYLOAD_MAX_BYTES = 4_096;
const MISSED_HEARTBEATS_ALLOWED = 2;

interface Dependencies extends SessionDependencies {
  readonly heartbeatIntervalMs: number;
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
  const { heartbeatIntervalMs, log } = deps;
  const server = new WebSocketServer({ noServer: true, maxPayload: PAYLOAD_MAX_BYTES });
  const sessions = createSessions(deps);

  server.on("connection", (socket: WebSocket) => {
    let session: Session | undefined;
    const watchdog = setTimeout(
      () => socket.close(GatewayCloseCodes.SessionTimedOut, "Session timed out."),
      heartbeatIntervalMs * MISSED_HEARTBEATS_ALLOWED,
    );
    sendFrame(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatIntervalMs });
    socket.on("message", (frame) => {
      const payload = parseFrame(String(frame));
      switch (payload?.op) {
        case GatewayOpcodes.Heartbeat:
          watchdog.refresh();
          return sendFrame(socket, GatewayOpcodes.HeartbeatAck, null);
        case GatewayOpcodes.Identify:
          if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
          session = sessions.identify(socket, asRecord(payload.d));
          return;
        case GatewayOpcodes.Resume:
          if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
          session = sessions.resume(socket, asRecord(payload.d));
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
      if (session) sessions.closed(session, socket, code);
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
      const live = sessions.connected();
      const receivers = live.length > 0 ? live : sessions.all();
      for (const session of receivers) session.dispatch(type, data);
      return receivers.length > 0;
    },
    online: () => sessions.connected().length > 0,
    identifies: sessions.identifies,
    resumes: sessions.resumes,
    drop(resumable) {
      for (const session of sessions.connected()) {
        session.socket?.terminate();
        if (!resumable) sessions.forget(session);
      }
    },
    askToReconnect() {
      for (const { socket } of sessions.connected())
        sendFrame(socket, GatewayOpcodes.Reconnect, null);
    },
    invalidate(resumable) {
      for (const session of sessions.connected()) {
        sendFrame(session.socket, GatewayOpcodes.InvalidSession, resumable);
        if (!resumable) sessions.forget(session);
      }
    },
    close() {
      sessions.close();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function parseFrame(frame: string): { readonly op?: unknown; readonly d?: unknown } | undefined {
  try {
    const payload = asRecord(JSON.parse(frame));
    return { op: payload.op, d: payload.d };
  } catch {
    return undefined;
  }
}
