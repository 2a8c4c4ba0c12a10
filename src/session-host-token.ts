import {playerOf} from './auth/player.js';
import type {GetToken, TokenGrant} from './auth/token-broker.js';
import {LiveOpsError} from './errors.js';
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

  const note = (grant: unknown): boolean => {
    const {token = grant} = (grant ?? {}) as {token?: unknown};
    const before = player;
    player = playerOf(String(token), userKey) ?? '';
    return before !== undefined && before !== player;
  };

  const ask = (reason: string): Promise<TokenGrant> =>
    new Promise((resolve, reject) => {
      open = resolve;
      link.request('auth.getToken', {reason}).then(
        grant => {
          note(grant);
          resolve(grant as TokenGrant);
        },
        ({code, message}: LiveOpsError) =>
          reject(new LiveOpsError(code === 'invalid' ? 'auth-required' : code, message)),
      );
    });

  return {
    async getToken({reason}) {
      const grant = pushed;
      pushed = undefined;
      return grant ?? ask(reason);
    },
    push(grant) {
      pushed = grant;
      open?.(grant);
      return note(grant);
    },
    clear() {
      pushed = player = undefined;
    },
  };
}
