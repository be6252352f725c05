/** What goes wrong with the next requests. `route` limits it to paths that match, such as `/callback$/`. */
interface Planned {
  readonly route?: RegExp;
  count: number;
}

interface Failure extends Planned {
  readonly kind: "failure";
  readonly status: number;
  /** The request takes effect, and only its answer is lost. */
  readonly applied: boolean;
}

interface RateLimit extends Planned {
  readonly kind: "rate limit";
  readonly retryAfterSeconds: number;
  readonly global: boolean;
}

export type HttpFault = Failure | RateLimit;

/** Faults of the HTTP side, as tests plan them. */
export interface HttpFaults {
  plan(fault: HttpFault): void;
  /** What goes wrong with this request, if anything; it is used up by asking. */
  take(path: string): HttpFault | undefined;
  /** Answers come this much later; 0 stops that. */
  delay(ms: number, route?: RegExp): void;
  delayOf(path: string): number;
  refuseToken(refuse: boolean): void;
  readonly refusesToken: () => boolean;
}

export function createHttpFaults(): HttpFaults {
  const planned: HttpFault[] = [];
  let refused = false;
  let delay: { readonly ms: number; readonly route?: RegExp } = { ms: 0 };
  const applies = (route: RegExp | undefined, path: string) => route?.test(path) ?? true;
  return {
    plan(fault) {
      planned.push(fault);
    },
    take(path) {
      const fault = planned.find(({ route, count }) => count > 0 && applies(route, path));
      if (fault) fault.count -= 1;
      return fault;
    },
    delay(ms, route) {
      delay = { ms, ...(route && { route }) };
    },
    delayOf: (path) => (applies(delay.route, path) ? delay.ms : 0),
    refuseToken(refuse) {
      refused = refuse;
    },
    refusesToken: () => refused,
  };
}
