import {playerOf} from './auth/player.js';
import type {GetToken, TokenGrant} from './auth/token-broker.js';
import type {HostLink} from './host/link.js';

/** Tokens of the host: asked for, or pushed by it, which answers a question that is open. Kept until it is used. */
export type HostTokens = {
  getToken: GetToken;
  /** Takes a pushed token; whether it is of another player than the last one. */
  push(grant: TokenGrant): boolean;
  clear(): void;
};

export function createHostTokens(link: HostLink, userKey: string | undefined): HostTokens {
  let pushed: TokenGrant | undefined;
  let player: string | undefined;
  let open: ((grant: TokenGrant) => void) | undefined;

  const note = (grant: unknown): void => {
    player = playerOf(String((grant as {token?: unknown} | null)?.token), userKey);
  };

  return {
    async getToken({reason}) {
      const grant =
        pushed ??
        (await Promise.race([new Promise(resolve => (open = resolve)), link.request('auth.getToken', {reason})]));
      pushed = undefined;
      note(grant);
      return grant as TokenGrant;
    },
    push(grant) {
      const before = player;
      note(grant);
      pushed = grant;
      open?.(grant);
      return before !== undefined && before !== player;
    },
    clear() {
      pushed = player = undefined;
    },
  };
}
