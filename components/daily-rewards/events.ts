import type {LiveOpsError} from '../../src/errors.js';
import type {Reward} from '../../src/model.js';
import {LiveOpsEvent} from '../shared/liveops-event.js';

/** One day of one chain. */
export type DayPlace = {chainId: number; stepNumber: number};

/** The player is about to claim a day; cancel it to claim in another way. */
export class DayClaimEvent extends LiveOpsEvent<DayPlace> implements DayPlace {
  declare readonly chainId: number;
  declare readonly stepNumber: number;

  constructor(place: DayPlace) {
    super('liveops-day-claim', place, true);
  }
}

/** A day was claimed. `rewards` are what the server listed for it. */
export class DayClaimedEvent extends LiveOpsEvent<DayPlace & {rewards: readonly Reward[]}> implements DayPlace {
  declare readonly chainId: number;
  declare readonly stepNumber: number;
  declare readonly rewards: readonly Reward[];

  constructor(place: DayPlace, rewards: readonly Reward[]) {
    super('liveops-day-claimed', {...place, rewards});
  }
}

/** A day was not claimed, or the outcome is unknown. */
export class DayClaimFailedEvent extends LiveOpsEvent<DayPlace & {error: LiveOpsError}> implements DayPlace {
  declare readonly chainId: number;
  declare readonly stepNumber: number;
  declare readonly error: LiveOpsError;

  constructor(place: DayPlace, error: LiveOpsError) {
    super('liveops-day-claim-failed', {...place, error});
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-day-claim': DayClaimEvent;
    'liveops-day-claimed': DayClaimedEvent;
    'liveops-day-claim-failed': DayClaimFailedEvent;
  }
}
