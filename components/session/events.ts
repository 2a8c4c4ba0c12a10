import type {LiveOpsError} from '../../src/errors.js';

/** No usable token could be had: the page should sign the player in and then call `session.refresh()`. */
export class AuthRequiredEvent extends Event {
  constructor() {
    super('liveops-auth-required', {bubbles: true, composed: true});
  }
}

/** Something failed, other than for want of a token. What the widgets show follows by itself. */
export class SessionErrorEvent extends Event {
  readonly error: LiveOpsError;

  constructor(error: LiveOpsError) {
    super('liveops-error', {bubbles: true, composed: true});
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-auth-required': AuthRequiredEvent;
    'liveops-error': SessionErrorEvent;
  }
}
