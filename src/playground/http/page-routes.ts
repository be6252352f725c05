import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Drive } from "../drive.ts";
import { RefusedAct } from "../interactions/refused-act.ts";
import { DiscordError } from "../rest/discord-error.ts";
import { readBytes } from "../rest/request-body.ts";
import type { Log } from "../rest/rest-api.ts";
import type { Attachments } from "../state/attachments.ts";
import { securityHeaders } from "./guard.ts";
import type { PageBundle } from "./page-bundle.ts";
import { parseAction } from "./parse-action.ts";

const ACTION_MAX_BYTES = 16 * 1024 * 1024;
const FRAME_MAX_BYTES = 1_024;

interface Dependencies {
  readonly drive: Drive;
  readonly attachments: Attachments;
  readonly page: PageBundle;
  readonly log: Log;
}

/** The page, what it asks for, and what it is told. Its requests are known to come from the page itself. */
export interface PageRoutes {
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createPageRoutes({ drive, attachments, page, log }: Dependencies): PageRoutes {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME_MAX_BYTES });
  const stop = drive.listen((event) => {
    const frame = JSON.stringify(event);
    for (const socket of sockets.clients) socket.send(frame);
  });

  async function act(request: IncomingMessage): Promise<Answer> {
    if (!request.headers["content-type"]?.startsWith("application/json")) {
      return refusal(415, "Send JSON.");
    }
    const action = parseAction((await readBytes(request, ACTION_MAX_BYTES)).toString("utf8"));
    if (!action) return refusal(400, "This is not an action.");
    if (action.type !== "say") return json(200, await drive.act(action));
    drive.say(action);
    return json(200, null);
  }

  async function answer(request: IncomingMessage, path: string): Promise<Answer> {
    if (request.method === "POST" && path === "/playground/act") return act(request);
    if (request.method !== "GET") return refusal(405, "Not here.");
    if (path === "/playground/state") return json(200, drive.state());
    const file = attachments.find(decodeURIComponent(path)) ?? (await page.find(path));
    if (!file) return refusal(404, "There is nothing at this address.");
    const isAttachment = "name" in file;
    return { status: 200, contentType: file.contentType, body: file.bytes, isAttachment };
  }

  return {
    async handle(request, response, url) {
      const { status, contentType, body, isAttachment } = await answer(request, url.pathname).catch(
        (error) => refusalOf(error, log),
      );
      response.writeHead(status, {
        ...securityHeaders(request.headers.host ?? ""),
        "content-type": contentType,
        // What a bot uploads must not run as a page of ours.
        ...(isAttachment && { "content-security-policy": "sandbox; default-src 'none'" }),
      });
      response.end(body);
    },
    upgrade(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        sockets.emit("connection", webSocket, request);
        webSocket.on("error", (error) => log({ err: error }, "connection of the page failed"));
      });
    },
    close() {
      stop();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly isAttachment?: boolean;
}

function json(status: number, body: unknown): Answer {
  return { status, contentType: "application/json; charset=utf-8", body: JSON.stringify(body) };
}

function refusal(status: number, message: string): Answer {
  return json(status, { message });
}

function refusalOf(error: unknown, log: Log): Answer {
  if (error instanceof RefusedAct) return refusal(400, error.message);
  if (error instanceof DiscordError) return refusal(error.status, error.message);
  log({ err: error }, "the playground's page failed");
  return refusal(500, error instanceof Error ? error.message : "The playground failed.");
}
