import type { UploadedFile } from "../state/attachments.ts";
import { refusals } from "./discord-error.ts";

export interface ApiRequest {
  /** A part of the path by the name that the route gives it. */
  param(name: string): string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface ApiReply {
  readonly status: number;
  /** Sent as JSON; none with status 204. */
  readonly body?: unknown;
}

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Such as `/channels/:channel/messages`. */
  readonly path: string;
  /** Whether it is asked without the bot's token: an interaction's token stands in the path. */
  readonly open?: boolean;
  readonly handle: (request: ApiRequest) => ApiReply;
}

export interface Matched {
  readonly route: Route;
  readonly param: (name: string) => string;
}

/** Finds the route of a request by method and path. */
export function createRouter(routes: readonly Route[]) {
  const compiled = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  return (method: string, path: string): Matched => {
    for (const { route, pattern } of compiled) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match) return { route, param: (name) => decodeURIComponent(match.groups?.[name] ?? "") };
    }
    throw refusals.notFound();
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
}

export const ok = (body: unknown): ApiReply => ({ status: 200, body });
export const noContent: ApiReply = { status: 204 };
