/**
 * An answer defined by a test. Without `body` it is an error envelope; a string is sent unchanged, anything else as
 * JSON.
 */
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
 * - `stale`: a read is answered from the state of `seconds` ago, as by a lagging replica or cache, and its boards from
 *   that of `boards_seconds` ago, by default the same. Calls that change something are answered as usual.
 *
 * An answer without a body can't be cut: with `truncate` and `stall`, nothing is sent.
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

/** The age of an answer, seconds of the sandbox's clock. */
export type StaleFault = {readonly fault: 'stale'; readonly seconds: number; readonly boards_seconds?: number};

/** A fault and the requests that it applies to. */
export type FaultRule = Fault & {
  /** Case-insensitive; absent means any method. */
  readonly method?: string;
  /** A prefix of the request's path without its query, `/api` included. */
  readonly path: string;
  /** The number of requests that it applies to; absent means all until cleared. */
  readonly times?: number;
};

/** The active rules. The first one that matches and is not used up applies to the request. */
export class Faults {
  #entries: {readonly rule: FaultRule; left: number}[] = [];

  /** The rules that are not used up, each with its remaining number of requests. */
  get rules(): readonly FaultRule[] {
    const inForce = this.#entries.filter(({left}) => left > 0);
    return inForce.map(({rule, left}) => (rule.times === undefined ? rule : {...rule, times: left}));
  }

  /** Replaces all rules. */
  set(rules: readonly FaultRule[]): void {
    this.#entries = rules.map(rule => ({rule, left: rule.times ?? Infinity}));
  }

  /** The fault for this request, which counts as one use; `undefined` if there is none. */
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
