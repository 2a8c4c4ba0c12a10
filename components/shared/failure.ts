import type {LiveOpsError} from '../../src/errors.js';
import {messages} from '../../src/text/messages.js';

/** How a widget shows that something could not be loaded. */
export type FailureView = {kind: 'signed-out'} | {kind: 'failed'; offline: boolean; canRetry: boolean};

/** A failure of the network is told as being offline only where the browser says so: it may be the server's too. */
export function toFailureView(error: LiveOpsError, online = navigator.onLine): FailureView {
  if (error.code === 'auth-required') return {kind: 'signed-out'};
  const canRetry = error.code !== 'config' && error.code !== 'host';
  return {kind: 'failed', offline: error.code === 'network' && !online, canRetry};
}

/** Whether asking again can help. */
export function isMendable(view: FailureView): boolean {
  return view.kind === 'signed-out' || view.canRetry;
}

/** The words for it. */
export function failureText(view: FailureView): string {
  if (view.kind === 'signed-out') return messages.signedOut;
  return view.offline ? messages.offline : messages.failed;
}
