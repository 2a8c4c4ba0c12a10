/** An answer made up by a test. Without `body` it is an error envelope; a string is sent as it is, else JSON. */
export type MadeUpAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * What goes wrong with one request. `status` and `drop-request` keep it from being applied; all others apply it at
 * once and then change the answer:
 *
 * - `status-after`: another answer is sent;
 * - `delay`: the answer is delayed by `ms` milliseconds;
 * - `drop-answer`: the connection is closed with no byte sent;
 * - `truncate`: the headers and the first `bytes` of the body are sent, then the connection is closed;
 * - `stall`: the same, but the connection stays open and silent;
 * - `body`: another body is sent, with the true status (200 where that was 204);
 * - `stale`: a read is answered from the state of `seconds` ago, as by a replica or a cache that lags, and boards in it from
 *   that of `boards_seconds` ago, by default the same. Calls that change something are answered as ever.
 *
 * An answer without a body has no part to send: under `truncate` and `stall` none of it is sent.
 */
export type Fault =
  | ({readonly fault: 'status'} & MadeUpAnswer)
  | ({readonly fault: 'status-after'} & MadeUpAnswer)
  | {readonly fault: 'delay'; readonly ms: number}
  | {readonly fault: 'drop-request'}
  | {readonly fault: 'drop-answer'}
  | {readonly fault: 'truncate'; readonly bytes: number}
  | {readonly fault: 'stall'; readonly bytes: number}
  | {readonly fault: 'body'; readonly contentType: string; readonly body: string}
  | StaleFault;

/** How old an answer is, seconds of the sandbox's clock. */
export type StaleFault = {readonly fault: 'stale'; readonly seconds: number; readonly boards_seconds?: number};

/** A fault and the requests it meets. */
export type FaultRule = Fault & {
  /** Any letter case; absent is any method. */
  readonly method?: string;
  /** A prefix of the request's path without its query, `/api` included. */
  readonly path: string;
  /** How many requests it meets; absent is all until cleared. */
  readonly times?: number;
};

/** The rules in force. The first that matches and is not used up meets the request. */
export class Faults {
  #entries: {readonly rule: FaultRule; left: number}[] = [];

  /** Those that are not used up, each with the requests that it will still meet. */
  get rules(): readonly FaultRule[] {
    const inForce = this.#entries.filter(({left}) => left > 0);
    return inForce.map(({rule, left}) => (rule.times === undefined ? rule : {...rule, times: left}));
  }

  /** Replaces all rules. */
  set(rules: readonly FaultRule[]): void {
    this.#entries = rules.map(rule => ({rule, left: rule.times ?? Infinity}));
  }

  /** The fault that meets this request, which uses it up once; `undefined` when all goes well. */
  take(method: string, path: string): Fault | undefined {
    const entry = this.#entries.find(({rule, left}) => left > 0 && matches(rule, method, path));
    if (entry) entry.left -= 1;
    return entry?.rule;
  }
}

function matches(rule: FaultRule, method: string, path: string): boolean {
  const sameMethod = rule.method === undefined || rule.method.toUpperCase() === method.toUpperCase();
  return sameMethod && path.startsWith(rule.path);
}
