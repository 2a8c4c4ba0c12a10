import type {LiveOpsError} from '../../src/errors.js';
import {LiveOpsEvent} from '../shared/liveops-event.js';

/**
 * There is no usable token, or the page has signed the player out; dispatched once until a token is requested again. To go on,
 * sign the player in, then call `session.refresh()`.
 */
export class AuthRequiredEvent extends LiveOpsEvent<object> {
  constructor() {
    super('liveops-auth-required', {});
  }
}

/** A failure other than a missing token. The widgets show it themselves. */
export class SessionErrorEvent extends LiveOpsEvent<{error: LiveOpsError}> {
  declare readonly error: LiveOpsError;

  constructor(error: LiveOpsError) {
    super('liveops-error', {error});
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-auth-required': AuthRequiredEvent;
    'liveops-error': SessionErrorEvent;
  }
}
