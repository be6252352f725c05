import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Gateway } from "../gateway/gateway.ts";
import type { Log, RestApi } from "../rest/rest-api.ts";
import { isOurOwn } from "./guard.ts";
import type { PageRoutes } from "./page-routes.ts";

const LOOPBACK = "127.0.0.1";

interface Parts {
  readonly api: RestApi;
  readonly gateway: Gateway;
  readonly page: PageRoutes;
  readonly log: Log;
}

/** One port for Discord's API, its gateway, and the page. */
export interface PlaygroundServer {
  readonly port: number;
  /** Takes requests from now on. */
  serve(parts: Parts): void;
  /** Cuts every connection, and the new ones as they come, until told otherwise. */
  refuseConnections(refuse: boolean): void;
  close(): Promise<void>;
}

/** Listens on this machine alone. Rejects with a sentence for people when the port cannot be had. */
export async function listen(port: number): Promise<PlaygroundServer> {
  const server = createServer();
  const connections = new Set<Socket>();
  let refusing = false;
  server.on("connection", (socket) => {
    if (refusing) return socket.destroy();
    connections.add(socket);
    return socket.once("close", () => connections.delete(socket));
  });
  const bound = await bind(server, port);

  function cutAll(): void {
    for (const socket of connections) socket.destroy();
  }

  return {
    port: bound,
    serve: (parts) => serve(server, bound, parts),
    refuseConnections(refuse) {
      refusing = refuse;
      if (refuse) cutAll();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cutAll();
      }),
  };
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Error(inUse(port), { cause: error }) : error);
    });
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(isAddress(address) ? address.port : port);
    });
  });
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

function inUse(port: number): string {
  return `Port ${port} is already in use. Stop what uses it, or set PLAYGROUND_PORT to another one (0 picks one).`;
}

function serve(server: Server, port: number, { api, gateway, page, log }: Parts): void {
  server.on("request", (request, response) => {
    if (!isOurOwn(request, port)) {
      response.writeHead(403, { "content-type": "application/json" });
      response.end(JSON.stringify({ message: "The playground answers its own page only." }));
      return;
    }
    const url = urlOf(request, port);
    if (!url) {
      response.writeHead(400, { "content-type": "application/json" });
      response.end(JSON.stringify({ message: "This is not an address." }));
      return;
    }
    const routes = url.pathname.startsWith("/api/") ? api : page;
    routes.handle(request, response, url).catch((error) => {
      log({ err: error }, "the stand-in failed");
      response.destroy();
    });
  });

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", (error) => log({ err: error }, "connection failed"));
    if (!isOurOwn(request, port)) {
      socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
      return;
    }
    const pathname = urlOf(request, port)?.pathname;
    if (pathname === "/gateway" || pathname === "/gateway/") gateway.upgrade(request, socket, head);
    else if (pathname === "/playground/events") page.upgrade(request, socket, head);
    else socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
  });
}

/** Undefined where what is asked for is no path, or one that is not encoded as paths are. */
function urlOf({ url: target = "" }: IncomingMessage, port: number): URL | undefined {
  // Not as an address relative to ours: two slashes would begin another host.
  const address = `http://${LOOPBACK}:${port}${target}`;
  if (!target.startsWith("/") || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return isEncoded(url.pathname) ? url : undefined;
}

function isEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
