import {createHttp, type Http, type HttpOptions, type TokenSource} from '../../../src/http/http.js';
import {API} from '../../support/fake-api.js';

/** A client over a stand-in for `fetch`, with one token that nobody refreshes. Nothing waits before a retry. */
export function httpOver(fetch: typeof globalThis.fetch, options: Partial<HttpOptions> = {}): Http {
  return createHttp({base: API, tokens: new GivenTokens('token-1'), fetch, random: () => 0, ...options});
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
