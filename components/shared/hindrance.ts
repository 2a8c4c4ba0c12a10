import type {Resource} from '../../src/model.js';
import {messages} from '../../src/text/messages.js';
import {isOffline} from './failure.js';

/** Why nothing can be claimed although a chain is shown: nobody is signed in, or the device is offline. */
export function claimHindrance(
  own: Resource<unknown> | undefined,
  isLost: (answeredAt: number) => boolean,
  words: Readonly<Record<'signedOut' | 'offline', string>> = {
    signedOut: messages.claimSignedOut,
    offline: messages.claimOffline,
  },
): string {
  if (isSignedOut(own)) return words.signedOut;
  if (own?.status !== 'ready') return '';
  return isLost(own.at) || isOffline(own.error) ? words.offline : '';
}

/** Whether the player's own chains are out of reach because there is no token. */
export function isSignedOut(own: Resource<unknown> | undefined): boolean {
  return own !== undefined && 'error' in own && own.error?.code === 'auth-required';
}
