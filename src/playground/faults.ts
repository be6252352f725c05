import type { DeliveryFaults } from "./gateway/delivery-faults.ts";
import type { Gateway } from "./gateway/gateway.ts";
import type { PlaygroundServer } from "./http/server.ts";
import type { HttpFaults } from "./rest/http-faults.ts";

/** What can go wrong between a bot and Discord, at a test's command. */
export interface Faults {
  /** REST answers 401, and the gateway closes with 4004. */
  refuseToken(refuse: boolean): void;
  /** The next `count` callbacks fail with a 5xx; with `applied` they take effect, and only the answer is lost. */
  failCallbacks(count: number, options?: { status?: number; applied?: boolean }): void;
  /** The same for requests whose path matches. */
  failRequests(
    route: RegExp,
    count: number,
    options?: { status?: number; applied?: boolean },
  ): void;
  /** The next `count` requests (whose path matches) are told to come later; all routes share a `global` limit. */
  rateLimit(
    count: number,
    retryAfterSeconds: number,
    options?: { route?: RegExp; global?: boolean },
  ): void;
  /** Answers come this much later, until set to 0. */
  delayResponses(ms: number, route?: RegExp): void;
  /** Cuts the gateway's connections without a word. */
  dropGateway(options?: { resumable?: boolean }): void;
  /** Opcode 7: asks the bot to reconnect and resume. */
  askToReconnect(): void;
  /** Opcode 9. */
  invalidateSession(options?: { resumable?: boolean }): void;
  /** Discord is out of reach: connections are cut, and new ones as they come. */
  refuseConnections(refuse: boolean): void;
  /** The next `count` interactions arrive twice. */
  deliverTwice(count: number): void;
  /** The next `count` interactions arrive this late, while their deadline runs. */
  deliverLate(ms: number, count: number): void;
}

interface Parts {
  readonly http: HttpFaults;
  readonly delivery: DeliveryFaults;
  readonly gateway: Gateway;
  readonly server: PlaygroundServer;
}

const CALLBACKS = /^\/interactions\//;

export function createFaults({ http, delivery, gateway, server }: Parts): Faults {
  const failRequests: Faults["failRequests"] = (route, count, options = {}) => {
    const { status = 503, applied = false } = options;
    http.plan({ kind: "failure", route, count, status, applied });
  };
  return {
    refuseToken: http.refuseToken,
    failCallbacks: (count, options) => failRequests(CALLBACKS, count, options),
    failRequests,
    rateLimit(count, retryAfterSeconds, { route, global = false } = {}) {
      http.plan({ kind: "rate limit", count, retryAfterSeconds, global, ...(route && { route }) });
    },
    delayResponses: http.delay,
    dropGateway: ({ resumable = true } = {}) => gateway.drop(resumable),
    askToReconnect: gateway.askToReconnect,
    invalidateSession: ({ resumable = false } = {}) => gateway.invalidate(resumable),
    refuseConnections: server.refuseConnections,
    deliverTwice: delivery.twice,
    deliverLate: delivery.late,
  };
}
