import {createHttp, type Http, type HttpOptions, type TokenSource} from '../../src/api/http.js';
import {API} from './fake-api.js';
import {impatient} from './impatient.js';

/** A client over a stand-in for `fetch`, with one token that nobody refreshes. */
export function httpOver(fetch: typeof globalThis.fetch, options: Partial<HttpOptions> = {}): Http {
  return createHttp({base: API, tokens: new GivenTokens('token-1'), fetch, timing: impatient, ...options});
}

/** Gives its first token until that is refused, then the next. */
export class GivenTokens implements TokenSource {
  readonly refused: string[] = [];
  readonly #tokens: string[];

  constructor(...tokens: string[]) {
    this.#tokens = tokens;
  }

  async token(): Promise<string> {
    return this.#tokens[0] ?? '';
  }

  async refresh(rejected: string): Promise<string> {
    this.refused.push(rejected);
    this.#tokens.shift();
    return this.token();
  }
}
