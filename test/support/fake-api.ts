/** The base URL of these tests; no server runs there. */
export const API = 'https://liveops.test/api';

type Answer = (request: Request) => Response | Promise<Response>;

/** A page or test runner that is notified of an unplanned request, even if its sender catches the error. */
const report = (globalThis as {reportError?: (error: unknown) => void}).reportError;

/** The LiveOps API as one test defines it, in place of `fetch`. An unplanned request fails the test. */
export class FakeApi {
  readonly requests: Request[] = [];
  readonly #answers = new Map<string, Answer>();

  /**
   * From now on, this call is answered with this body, or by this function. `call` is a path below the base, as in
   * `v2/project/1`, or a full path, as in `/api/v2/project/1`; with a method before it (`PUT v2/project/1`), it is for
   * that method only.
   */
  on(call: string, answer: Answer | object): this {
    this.#answers.set(toKey(call), typeof answer === 'function' ? (answer as Answer) : () => json(answer));
    return this;
  }

  /** The paths requested so far, in order. */
  get paths(): string[] {
    return this.requests.map(({url}) => new URL(url).pathname);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    this.requests.push(request);
    const {pathname} = new URL(request.url);
    const answer = this.#answers.get(`${request.method} ${pathname}`) ?? this.#answers.get(pathname);
    if (answer) return answer(request);
    const unplanned = new Error(`No test planned ${request.method} ${request.url}.`);
    report?.(unplanned);
    throw unplanned;
  };
}

function toKey(call: string): string {
  const [, method = '', path = ''] = /^([A-Z]+ )?(.*)$/.exec(call) ?? [];
  return method + (path.startsWith('/') ? path : `/api/${path}`);
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json'}});
}
