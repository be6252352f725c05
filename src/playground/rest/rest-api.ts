import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { BotRequest } from "../protocol.ts";
import type { InteractionRecord } from "../state/interaction-record.ts";
import { callbackRoute } from "./callback-route.ts";
import { channelRoutes } from "./channel-routes.ts";
import { commandRoutes } from "./command-routes.ts";
import { DiscordError, describeRefusal, errorBody, refusals } from "./discord-error.ts";
import type { HttpFault, HttpFaults } from "./http-faults.ts";
import { identityRoutes } from "./identity-routes.ts";
import { bucketOf, LIMIT_HEADERS, rateLimitBody, rateLimited, unavailable } from "./rate-limits.ts";
import { type RequestBody, readBody } from "./request-body.ts";
import { type ApiReply, createRouter, type Matched } from "./router.ts";
import type { StandIn } from "./stand-in.ts";
import { webhookRoutes } from "./webhook-routes.ts";

const REQUESTS_KEPT = 1_000;

export type Log = (about: object, message: string) => void;

interface Dependencies {
  readonly standIn: StandIn;
  readonly token: string;
  readonly tokenLifetimeMs: number;
  readonly faults: HttpFaults;
  readonly log: Log;
}

/** Discord's REST API, version 10: as much of it as bots that answer interactions use. */
export interface RestApi {
  /** Answers a request below `/api`. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  /** What the bot has asked for, oldest first; what concerns an interaction counts from its sending. */
  requests(): readonly BotRequest[];
}

export function createRestApi({
  standIn,
  token,
  tokenLifetimeMs,
  faults,
  log,
}: Dependencies): RestApi {
  const startedAt = performance.now();
  const requests: BotRequest[] = [];
  const findRoute = createRouter([
    ...identityRoutes(standIn),
    ...commandRoutes(standIn),
    callbackRoute(standIn),
    ...webhookRoutes(standIn, tokenLifetimeMs),
    ...channelRoutes(standIn),
  ]);

  function authorize({ route }: Matched, request: IncomingMessage): void {
    if (route.open) return;
    if (faults.refusesToken() || request.headers.authorization !== `Bot ${token}`) {
      throw refusals.unauthorized();
    }
  }

  function answer(
    matched: Matched,
    url: URL,
    sent: RequestBody,
    fault: HttpFault | undefined,
  ): ApiReply {
    if (fault?.kind === "rate limit") throw rateLimited(fault);
    if (fault && !fault.applied) throw unavailable(fault.status);
    const reply = matched.route.handle({ param: matched.param, query: url.searchParams, ...sent });
    if (fault) throw unavailable(fault.status);
    return reply;
  }

  function recordOf(matched: Matched): InteractionRecord | undefined {
    const { exchanges } = standIn;
    return (
      exchanges.find(matched.param("interaction")) ?? exchanges.findByToken(matched.param("token"))
    );
  }

  function keep(done: BotRequest, record: InteractionRecord | undefined): void {
    requests.push(done);
    if (requests.length > REQUESTS_KEPT) requests.shift();
    if (record) standIn.exchanges.finish(record, done);
    log({ method: done.method, path: done.path, status: done.status }, "request of the bot");
  }

  async function handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    const method = request.method ?? "GET";
    const path = pathInApi(url);
    let sent: RequestBody = { body: undefined, files: [] };
    let record: InteractionRecord | undefined;
    let reply: ApiReply;
    let error: DiscordError | undefined;
    try {
      const matched = findRoute(method, path);
      authorize(matched, request);
      record = recordOf(matched);
      if (record) standIn.exchanges.begin(record);
      sent = await readBody(request);
      reply = answer(matched, url, sent, faults.take(path));
    } catch (caught) {
      error = asDiscordError(caught, log);
      reply = { status: error.status, body: errorBody(error) };
      if (error.status === 429) reply = { ...reply, body: rateLimitBody(error) };
    }
    const done = {
      method,
      path: `${path}${url.search}`,
      body: withFiles(sent),
      status: reply.status,
      response: reply.body ?? null,
      afterMs: performance.now() - (record?.sentAt ?? startedAt),
      violations: error ? describeRefusal(error) : [],
    };
    keep(done, record);
    const delay = faults.delayOf(path);
    if (delay > 0) await sleep(delay);
    send(response, reply, {
      ...LIMIT_HEADERS,
      "x-ratelimit-bucket": bucketOf(method, path),
      ...error?.headers,
    });
  }

  return { handle, requests: () => [...requests] };
}

/** @see https://discord.com/developers/docs/reference#api-versioning */
function pathInApi(url: URL): string {
  return url.pathname.replace(/^\/api(\/v10)?(?=\/)/, "");
}

function asDiscordError(error: unknown, log: Log): DiscordError {
  if (error instanceof DiscordError) return error;
  log({ err: error }, "the stand-in failed");
  return new DiscordError(500, 0, "500: Internal Server Error");
}

/** Files are named, not shown, where a request is looked at. */
function withFiles({ body, files }: RequestBody): unknown {
  if (files.length === 0) return body ?? null;
  return {
    payload_json: body,
    files: files.map(({ name, bytes }) => `${name} (${bytes.length} bytes)`),
  };
}

function send(
  response: ServerResponse,
  { status, body }: ApiReply,
  headers: Record<string, string>,
): void {
  if (response.destroyed) return;
  if (status === 204) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { ...headers, "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
