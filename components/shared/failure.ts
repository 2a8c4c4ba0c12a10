import type {LiveOpsError} from '../../src/errors.js';
import {messages} from '../../src/text/messages.js';

/** Why something could not be loaded. */
export type Failure = Pick<LiveOpsError, 'code'> & Partial<Pick<LiveOpsError, 'retryAfterSec'>>;

/** A failure of the network is told as being offline only where the browser says so: it may be the server's too. */
export function isOffline(failure: Failure | undefined): boolean {
  return failure?.code === 'network' && !navigator.onLine;
}

/** Whether asking again can help. */
export function isMendable({code}: Failure): boolean {
  return code !== 'config' && code !== 'host';
}

/** The words for it. */
export function failureText(failure: Failure): string {
  if (failure.code === 'auth-required') return messages.signedOut;
  return isOffline(failure) ? messages.offline : messages.failed;
}
