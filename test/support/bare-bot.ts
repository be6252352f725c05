import { once } from "node:events";
import { WebSocket } from "ws";
import type { InteractionAction } from "../../src/playground/drive.ts";
import type { Exchange } from "../../src/playground/protocol.ts";
import type { Playground } from "../../src/playground/start-playground.ts";

/** What Discord answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A bot without a library: it only identifies, and tests answer in its place with requests of their own. */
export interface BareBot {
  /** A request below `/api/v10`, with the bot's token. */
  request(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Lets a person act, and does not answer. */
  receive(action: InteractionAction): Exchange;
  /** Sends a first response, and asks for what became of it. */
  respond(exchange: Exchange, callback: object): Promise<Answer>;
  /** A request with the interaction's token, such as `PATCH` of `/messages/@original`. */
  webhook(method: string, exchange: Exchange, rest?: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

const COMMANDS = [
  {
    name: "ask",
    description: "Asks",
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: [{ type: 3, name: "question", description: "What", autocomplete: true }],
  },
  { type: 3, name: "Look", integration_types: [0, 1], contexts: [0, 1, 2] },
];

/** Identified at the gateway, with `/ask question` and the message command *Look* registered. */
export async function startBareBot(playground: Playground): Promise<BareBot> {
  const socket = new WebSocket(`${playground.url.replace("http", "ws")}gateway?v=10&encoding=json`);
  await once(socket, "message");
  socket.send(JSON.stringify({ op: 2, d: { token: playground.token, intents: 0 } }));
  await once(socket, "message");

  async function request(method: string, path: string, body?: unknown): Promise<Answer> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${playground.apiUrl}/v10${path}`, {
      method,
      headers: {
        authorization: `Bot ${playground.token}`,
        ...(!isForm && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  }

  await request("PUT", `/applications/${playground.applicationId}/commands`, COMMANDS);
  return {
    request,
    receive: (action) => playground.drive.send(action, { unchecked: true }),
    respond: ({ interaction: { id, token } }, callback) =>
      request("POST", `/interactions/${id}/${token}/callback?with_response=true`, callback),
    webhook: (method, { interaction: { token } }, rest = "", body = undefined) =>
      request(method, `/webhooks/${playground.applicationId}/${token}${rest}`, body),
    async close() {
      const closed = once(socket, "close");
      socket.close(1000);
      await closed;
    },
  };
}
