import type {LiveOpsError} from '../../src/errors.js';
import type {Exit} from '../../src/ui/navigation/page.js';
import type {FeedbackKind} from '../../src/ui/hints.js';
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

/**
 * A player who moves by keys, a controller or the game's messages has come to the edge of the page; the game may take over.
 * Only with `host` or `gamepad`.
 */
export class NavExitEvent extends LiveOpsEvent<{dir: Exit}> {
  declare readonly dir: Exit;

  constructor(dir: Exit) {
    super('liveops-nav-exit', {dir});
  }
}

/** A player has pressed the controller's button to go back, and nothing on the page could be canceled. */
export class NavCancelEvent extends LiveOpsEvent<object> {
  constructor() {
    super('liveops-nav-cancel', {});
  }
}

/** A good moment for a sound or vibration; nothing else follows from it. Goes to the game, too. */
export class FeedbackEvent extends LiveOpsEvent<{kind: FeedbackKind}> {
  declare readonly kind: FeedbackKind;

  constructor(kind: FeedbackKind) {
    super('liveops-feedback', {kind});
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-auth-required': AuthRequiredEvent;
    'liveops-error': SessionErrorEvent;
    'liveops-nav-exit': NavExitEvent;
    'liveops-nav-cancel': NavCancelEvent;
    'liveops-feedback': FeedbackEvent;
  }
}
