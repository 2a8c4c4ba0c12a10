import type {LiveOpsError} from '../../src/errors.js';
import type {Receipt, SwitchOutcome} from '../../src/model.js';
import {LiveOpsEvent} from '../shared/liveops-event.js';

/** The clan switch is about to be sent; cancel it to keep the player where they are. */
export class ClanSwitchEvent extends LiveOpsEvent<object> {
  constructor() {
    super('liveops-clan-switch', {}, true);
  }
}

/** Rewards are there for the player: once for each receipt and page life. `receipt.id` identifies it. */
export class RewardsReceivedEvent extends LiveOpsEvent<{receipt: Receipt}> {
  declare readonly receipt: Receipt;

  constructor(receipt: Receipt) {
    super('liveops-rewards-received', {receipt});
  }
}

type Switched = {outcome: SwitchOutcome; receipt: Receipt | undefined};

/** A clan switch was carried out, also without any reward, or may have been (`uncertain`). */
export class ClanSwitchedEvent extends LiveOpsEvent<Switched> {
  declare readonly outcome: SwitchOutcome;
  declare readonly receipt: Receipt | undefined;

  constructor(switched: Switched) {
    super('liveops-clan-switched', switched);
  }
}

/** The player, or the page, has acknowledged a receipt. */
export class RewardsAcknowledgedEvent extends LiveOpsEvent<{receiptId: string}> {
  declare readonly receiptId: string;

  constructor(receiptId: string) {
    super('liveops-rewards-acknowledged', {receiptId});
  }
}

/** Nothing was sent, or the server refused. */
export class ClanSwitchFailedEvent extends LiveOpsEvent<{error: LiveOpsError}> {
  declare readonly error: LiveOpsError;

  constructor(error: LiveOpsError) {
    super('liveops-clan-switch-failed', {error});
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-clan-switch': ClanSwitchEvent;
    'liveops-rewards-received': RewardsReceivedEvent;
    'liveops-clan-switched': ClanSwitchedEvent;
    'liveops-rewards-acknowledged': RewardsAcknowledgedEvent;
    'liveops-clan-switch-failed': ClanSwitchFailedEvent;
  }
}
