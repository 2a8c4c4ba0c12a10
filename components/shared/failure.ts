import type {LiveOpsError, LiveOpsErrorCode} from '../../src/errors.js';
import {type MessageKey, messages} from '../../src/text/messages.js';

/** Why something failed. */
export type Failure = Pick<LiveOpsError, 'code'> & Partial<Pick<LiveOpsError, 'retryAfterSec'>>;

/** A network failure is shown as being offline only if the browser says so: it may be the server's failure. */
export function isOffline(failure: Failure | undefined): boolean {
  return failure?.code === 'network' && navigator.onLine === false;
}

/** Whether asking again can help. */
export function isMendable({code}: Failure): boolean {
  return code !== 'config' && code !== 'host';
}

/** Why the server, or something before it, did not do what the player asked for. */
const REFUSALS: Readonly<Record<LiveOpsErrorCode, MessageKey>> = {
  config: 'refusedConfig',
  'auth-required': 'signedOut',
  forbidden: 'refusedForbidden',
  'not-found': 'refusedNotFound',
  invalid: 'refusedInvalid',
  'already-claimed': 'refusedAlreadyClaimed',
  'not-enough-points': 'refusedPoints',
  'not-available': 'refusedAvailable',
  'rate-limited': 'refusedRate',
  server: 'refusedServer',
  network: 'refusedNetwork',
  timeout: 'refusedTimeout',
  'bad-answer': 'refusedAnswer',
  'outcome-unknown': 'refusedUnknown',
  'storage-unavailable': 'refusedStorage',
  'limit-exceeded': 'refusedLimit',
  'payment-open': 'refusedOpen',
  'code-unknown': 'codeUnknown',
  'code-limit': 'codeLimit',
  'code-expired': 'codeExpired',
  'code-region': 'codeRegion',
  host: 'refusedHost',
  aborted: 'refusedAborted',
};

/** The reason in words, for what the player asked for and did not get. */
export function refusalText(failure: Failure): string {
  // An element of another copy of this package may bring a code that is newer.
  return isOffline(failure) ? messages.offline : messages[REFUSALS[failure.code] ?? 'refusedServer'];
}

/** The words for something that could not be loaded; `signedOut` are those for a player who has to sign in. */
export function failureText(failure: Failure, signedOut: string = messages.signedOut): string {
  if (failure.code === 'auth-required') return signedOut;
  return isOffline(failure) ? messages.offline : messages.failed;
}

/** The words for a claim that failed, with the reason; what is not known is not called a failure. */
export function claimFailureText(failure: Failure): string {
  if (failure.code === 'outcome-unknown') return messages.claimUnknown;
  const reason = failure.code === 'auth-required' ? messages.claimSignedOut : refusalText(failure);
  return `${messages.claimFailed} ${reason}`;
}
