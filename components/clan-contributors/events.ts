import type {Contributor} from '../../src/model.js';
import {LiveOpsEvent} from '../shared/liveops-event.js';

/** The rows of a board. */
export type Shown = {rows: readonly Contributor[]; chainId: number};

/** The board shows other rows than before, the first ones included. */
export class ContributorsChangedEvent extends LiveOpsEvent<Shown> implements Shown {
  declare readonly rows: readonly Contributor[];
  declare readonly chainId: number;

  constructor(shown: Shown) {
    super('liveops-contributors-changed', shown);
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-contributors-changed': ContributorsChangedEvent;
  }
}
