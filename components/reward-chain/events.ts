import type {LiveOpsError} from '../../src/errors.js';
import {LiveOpsEvent} from '../shared/liveops-event.js';

/** One step of one chain. */
export type StepPlace = {chainId: number; stepId: number};

/** The player is about to claim a step; cancel it to claim in another way. */
export class StepClaimEvent extends LiveOpsEvent<StepPlace> implements StepPlace {
  declare readonly chainId: number;
  declare readonly stepId: number;

  constructor(place: StepPlace) {
    super('liveops-step-claim', place, true);
  }
}

/** A step was claimed. */
export class StepClaimedEvent extends LiveOpsEvent<StepPlace> implements StepPlace {
  declare readonly chainId: number;
  declare readonly stepId: number;

  constructor(place: StepPlace) {
    super('liveops-step-claimed', place);
  }
}

/** A step was not claimed, or the outcome is unknown. */
export class StepClaimFailedEvent extends LiveOpsEvent<StepPlace & {error: LiveOpsError}> implements StepPlace {
  declare readonly chainId: number;
  declare readonly stepId: number;
  declare readonly error: LiveOpsError;

  constructor(place: StepPlace, error: LiveOpsError) {
    super('liveops-step-claim-failed', {...place, error});
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-step-claim': StepClaimEvent;
    'liveops-step-claimed': StepClaimedEvent;
    'liveops-step-claim-failed': StepClaimFailedEvent;
  }
}
