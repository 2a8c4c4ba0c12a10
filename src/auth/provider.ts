import {LiveOpsError, type LiveOpsErrorCode} from '../errors.js';
import {withTimeout} from '../with-timeout.js';
import {releaseLaunchCode, withLaunchCode} from './launch-code.js';
import type {GetToken, TokenGrant, TokenReason} from './token.js';

type ProviderRequest = {
  readonly reason: TokenReason;
  /** Limit for the answer, milliseconds. */
  readonly timeoutMs: number;
  /** Called with an answer that arrives after the limit. */
  onLate(grant: TokenGrant): void;
};

export const noToken = (code: LiveOpsErrorCode, why: string): LiveOpsError =>
  new LiveOpsError(code, `No token: ${why}.`);

/**
 * Calls the studio's `getToken`. For the player, a provider that throws is the same as one without a token: signed out.
 * Network errors, timeouts and a slow provider count as temporary failures.
 *
 * @throws {LiveOpsError} `timeout`, `network` or `auth-required`, or the provider's own.
 */
export async function askProvider(getToken: GetToken, {reason, timeoutMs, onLate}: ProviderRequest) {
  let hasCode = false;
  const given = withLaunchCode(async code => {
    hasCode = code !== undefined;
    return getToken({reason, code});
  }, isToken);
  const late = noToken('timeout', `getToken did not answer within ${timeoutMs} ms`);
  try {
    return await withTimeout(timeoutMs, () => given, late);
  } catch (error) {
    if (error === late) given.then(onLate, () => undefined);
    if (hasCode) releaseLaunchCode();
    if (error instanceof LiveOpsError) throw error;
    const passes = isOfNetwork(error) || globalThis.navigator?.onLine === false;
    // A provider's error may contain the token or player data, so only our own message is passed on.
    throw noToken(passes ? 'network' : 'auth-required', 'getToken failed');
  }
}

/** The errors of `fetch`, of timeout signals and of common clients if no answer arrives. */
const OF_NETWORK: readonly unknown[] = ['TypeError', 'TimeoutError', 'AbortError', 'NetworkError'];
const CODES_OF_NETWORK: readonly unknown[] = ['ERR_NETWORK', 'ECONNABORTED', 'ETIMEDOUT'];

/** By name, since each frame has its own classes. */
function isOfNetwork(error: unknown): boolean {
  const {name, code} = Object(error) as {name?: unknown; code?: unknown};
  return OF_NETWORK.includes(name) || CODES_OF_NETWORK.includes(code);
}

function isToken(grant: unknown): boolean {
  try {
    return Boolean(toToken(grant));
  } catch {
    return false;
  }
}

/**
 * An HTTP header can contain only visible ASCII; anything else would make fetch throw with the token in its message.
 */
export function toToken(grant: unknown): string {
  const token = typeof grant === 'string' ? grant : (grant as {token?: unknown} | null)?.token;
  if (typeof token === 'string' && /^[\x21-\x7e]{1,16384}$/.test(token)) return token;
  throw noToken('auth-required', 'getToken gave no usable token');
}
