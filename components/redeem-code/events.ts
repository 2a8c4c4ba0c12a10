import type {AppliedPromoCode} from '../../src/codes/codes.js';
import type {VerifiedCode} from '../../src/codes/contents.js';
import type {CodeReason, LiveOpsError} from '../../src/errors.js';
import type {Reward} from '../../src/model.js';
import {LiveOpsEvent} from '../shared/liveops-event.js';

type CodeAndKind = {code: string; kind: VerifiedCode['kind']};
type Applied = {code: string; discount: string | undefined; rewards: AppliedPromoCode['rewards']};
type Failed = {error: LiveOpsError; reason: CodeReason};

/** The player is about to redeem a coupon or to apply a promo code; cancel it to do that in another way. */
export class CodeRedeemEvent extends LiveOpsEvent<CodeAndKind> implements CodeAndKind {
  declare readonly code: string;
  declare readonly kind: VerifiedCode['kind'];

  constructor({code, kind}: CodeAndKind) {
    super('liveops-code-redeem', {code, kind}, true);
  }
}

/** A coupon was redeemed. */
export class CodeRedeemedEvent extends LiveOpsEvent<{rewards: readonly Reward[]}> {
  declare readonly rewards: readonly Reward[];

  constructor(rewards: readonly Reward[]) {
    super('liveops-code-redeemed', {rewards});
  }
}

/**
 * A code was refused, or could not be checked; or the answer was lost, and then `reason` is `probably-redeemed` or
 * `no-answer`, and the player may have the items.
 */
export class CodeFailedEvent extends LiveOpsEvent<Failed> implements Failed {
  declare readonly error: LiveOpsError;
  declare readonly reason: CodeReason;

  constructor({error, reason}: Failed) {
    super('liveops-code-failed', {error, reason});
  }
}

/** A promo code is applied to the cart or kept for the next order, or a unique offer is unlocked. Nothing is used yet. */
export class PromoCodeAppliedEvent extends LiveOpsEvent<Applied> implements Applied {
  declare readonly code: string;
  declare readonly discount: string | undefined;
  declare readonly rewards: Applied['rewards'];

  constructor({code, discount, rewards}: Applied) {
    super('liveops-promo-code-applied', {code, discount, rewards});
  }
}

/** The promo code is taken out of the cart, or no longer kept. */
export class PromoCodeRemovedEvent extends LiveOpsEvent<object> {
  constructor() {
    super('liveops-promo-code-removed', {});
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-code-redeem': CodeRedeemEvent;
    'liveops-code-redeemed': CodeRedeemedEvent;
    'liveops-code-failed': CodeFailedEvent;
    'liveops-promo-code-applied': PromoCodeAppliedEvent;
    'liveops-promo-code-removed': PromoCodeRemovedEvent;
  }
}
