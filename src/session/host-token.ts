import {playerOf} from '../auth/player.js';
import type {GetToken, TokenGrant} from '../auth/token.js';
import type {HostLink} from '../host/link.js';

/** A pushed token: `same` as the last one, of `another` player, or `new`. */
export type Push = 'same' | 'another' | 'new';

/**
 * Tokens of the host, requested or pushed. A pushed token answers an open request; otherwise it is kept until it is
 * used.
 */
export type HostTokens = {
  getToken: GetToken;
  push(grant: TokenGrant): Push;
  clear(): void;
};

type Pushed = {readonly token: string; readonly expiresInSec: number; readonly at: number};
type Answer = {readonly grant: unknown} | {readonly error: unknown};

export function createHostTokens(link: HostLink, now = (): number => performance.now()): HostTokens {
  const tokens = new LinkTokens(link, now);
  return {
    getToken: ({reason}) => tokens.getToken(reason),
    push: grant => tokens.push(grant),
    clear: () => tokens.clear(),
  };
}

class LinkTokens {
  readonly #link: HostLink;
  readonly #now: () => number;
  #pushed: Pushed | undefined;
  #last: string | undefined;
  /** The player that the last JWT names. An opaque token names nobody. */
  #player: string | undefined;
  /** Answers the newest open request. */
  #answerOpen: ((grant: TokenGrant) => void) | undefined;
  /** Increases when the player leaves: answers to older requests are dropped. */
  #life = 0;

  constructor(link: HostLink, now: () => number) {
    this.#link = link;
    this.#now = now;
  }

  async getToken(reason: string): Promise<TokenGrant> {
    const life = this.#life;
    const grant = this.#takePushed() ?? (await this.#request(reason));
    // The session refuses another player's token; if it is pushed later, it must still count as another player's.
    if (life === this.#life && !this.#isOthers(tokenOf(grant))) this.#note(tokenOf(grant));
    return grant as TokenGrant;
  }

  push(grant: TokenGrant): Push {
    const token = tokenOf(grant);
    const isOther = this.#isOthers(token);
    const isSame = token === this.#last;
    // It must not answer a request for the previous player.
    if (isOther) this.clear();
    this.#note(token);
    if (this.#answerOpen) this.#answerOpen(grant);
    else this.#pushed = {token, expiresInSec: lifeOf(grant), at: this.#now()};
    return isOther ? 'another' : isSame ? 'same' : 'new';
  }

  clear(): void {
    this.#life += 1;
    this.#pushed = this.#last = this.#player = this.#answerOpen = undefined;
  }

  #isOthers(token: string): boolean {
    const named = playerOf(token);
    return this.#player !== undefined && named !== undefined && named !== this.#player;
  }

  #note(token: string): void {
    this.#last = token;
    this.#player = playerOf(token) ?? this.#player;
  }

  /** The pushed token with its remaining life. */
  #takePushed(): TokenGrant | undefined {
    const taken = this.#pushed;
    this.#pushed = undefined;
    if (!taken) return undefined;
    const expiresInSec = taken.expiresInSec - (this.#now() - taken.at) / 1_000;
    if (!taken.expiresInSec) return taken.token;
    return expiresInSec > 0 ? {token: taken.token, expiresInSec} : undefined;
  }

  async #request(reason: string): Promise<unknown> {
    let answerThis: ((grant: TokenGrant) => void) | undefined;
    const byPush = new Promise<Answer>(resolve => {
      this.#answerOpen = answerThis = grant => resolve({grant});
    });
    const byAnswer = this.#link.request('auth.getToken', {reason}).then(
      (grant): Answer => ({grant}),
      (error: unknown): Answer => ({error}),
    );
    const answer = await Promise.race([byPush, byAnswer]);
    if (this.#answerOpen === answerThis) this.#answerOpen = undefined;
    if ('error' in answer) throw answer.error;
    return answer.grant;
  }
}

function tokenOf(grant: unknown): string {
  return String(typeof grant === 'string' ? grant : (grant as {token?: unknown} | null)?.token);
}

function lifeOf(grant: TokenGrant): number {
  return (typeof grant === 'object' && grant.expiresInSec) || 0;
}
