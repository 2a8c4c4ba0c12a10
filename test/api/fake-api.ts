/** Where the requests of these tests go; nothing is there. */
export const API = 'https://liveops.test/api';

type Answer = (request: Request) => Response | Promise<Response>;

/** A stand-in for `fetch`: routes by method and path, keeps every request, and throws on one that no test planned. */
export class FakeApi {
  readonly requests: Request[] = [];
  readonly #answers = new Map<string, Answer>();

  /** `call` is a method and a path below the base, as in `GET v2/project/1`. The last plan for a call holds. */
  on(call: string, answer: Answer): this {
    this.#answers.set(call, answer);
    return this;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    this.requests.push(request);
    const call = `${request.method} ${new URL(request.url).pathname.replace('/api/', '')}`;
    const answer = this.#answers.get(call);
    if (!answer) throw new Error(`No test planned ${call}.`);
    return answer(request);
  };
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json'}});
}
