import type {Contributor} from '../../src/model.js';

/** The board shows other rows than before, the first ones included. */
export class ContributorsChangedEvent extends Event {
  readonly rows: readonly Contributor[];
  readonly chainId: number;

  constructor(rows: readonly Contributor[], chainId: number) {
    super('liveops-contributors-changed', {bubbles: true, composed: true});
    this.rows = rows;
    this.chainId = chainId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-contributors-changed': ContributorsChangedEvent;
  }
}
