type Answer = (request: Request) => Response | Promise<Response>;

export const API = 'https://api.example/api';
const USER = '/api/v2/project/44056/user';
export const LIST = `${USER}/reward_chain`;
export const board = (chainId: number): string => `${USER}/clan/contributors/${chainId}/top`;

/** The LiveOps API as one test wants it. A request that the test did not plan for fails the test. */
export class FakeApi {
  readonly requests: Request[] = [];
  readonly #answers = new Map<string, Answer>();

  /** From now on, requests for `path` get this body, or what this function answers. */
  on(path: string, answer: Answer | object): this {
    this.#answers.set(path, typeof answer === 'function' ? (answer as Answer) : () => Response.json(answer));
    return this;
  }

  /** The paths asked for so far, in order. */
  get paths(): string[] {
    return this.requests.map(({url}) => new URL(url).pathname);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    this.requests.push(request);
    const answer = this.#answers.get(new URL(request.url).pathname);
    if (answer) return answer(request);
    const unplanned = new Error(`Unplanned request: ${request.method} ${request.url}`);
    reportError(unplanned);
    throw unplanned;
  };
}

export const failing = (status: number) => (): Response => Response.json({}, {status});

/** An answer that waits until the test lets it come. */
export function held(body: object): {answer: () => Promise<Response>; release: () => void} {
  let release = (): void => undefined;
  const released = new Promise<void>(resolve => (release = resolve));
  return {answer: () => released.then(() => Response.json(body)), release: () => release()};
}
