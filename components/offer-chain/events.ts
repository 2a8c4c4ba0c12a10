import type {LiveOpsError} from '../../src/errors.js';
import type {Reward} from '../../src/model.js';
import {LiveOpsEvent} from '../shared/liveops-event.js';
import type {StepPlace} from '../shared/order-events.js';

/** The player is about to claim a free step; cancel it to claim in another way. */
export class OfferClaimEvent extends LiveOpsEvent<StepPlace> implements StepPlace {
  declare readonly chainId: number;
  declare readonly stepNumber: number;

  constructor({chainId, stepNumber}: StepPlace) {
    super('liveops-offer-claim', {chainId, stepNumber}, true);
  }
}

/** A free step was claimed. `rewards` are what the server listed for it. */
export class OfferClaimedEvent extends LiveOpsEvent<StepPlace & {rewards: readonly Reward[]}> implements StepPlace {
  declare readonly chainId: number;
  declare readonly stepNumber: number;
  declare readonly rewards: readonly Reward[];

  constructor({chainId, stepNumber}: StepPlace, rewards: readonly Reward[]) {
    super('liveops-offer-claimed', {chainId, stepNumber, rewards});
  }
}

/** A free step was not claimed, or the outcome is unknown. */
export class OfferClaimFailedEvent extends LiveOpsEvent<StepPlace & {error: LiveOpsError}> implements StepPlace {
  declare readonly chainId: number;
  declare readonly stepNumber: number;
  declare readonly error: LiveOpsError;

  constructor({chainId, stepNumber}: StepPlace, error: LiveOpsError) {
    super('liveops-offer-claim-failed', {chainId, stepNumber, error});
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-offer-claim': OfferClaimEvent;
    'liveops-offer-claimed': OfferClaimedEvent;
    'liveops-offer-claim-failed': OfferClaimFailedEvent;
  }
}
