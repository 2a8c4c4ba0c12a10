import {LiveOpsEvent} from './liveops-event.js';

/** What lifts the clan: `rank` on the board, `step` on the reward chain. */
export type ContributeTarget = 'rank' | 'step';

export type ContributeAim = {
  chainId: number;
  /** Points that reach the next rank or step. */
  pointsNeeded: number;
  /** The value point to earn; `undefined` where the chain could not be read. */
  valuePointSku: string | undefined;
  target: ContributeTarget;
};

/** `Event` without the field that `ContributeEvent` gives another meaning. */
const Aimed = LiveOpsEvent as unknown as new (type: string, aim: ContributeAim) => Omit<Event, 'target'>;

/**
 * The player wants to give the points that lift the clan: the page's moment to offer the item that earns them. Here
 * `target` is the aim; the element is `currentTarget`, or the first of `composedPath()`.
 */
export class ContributeEvent extends Aimed implements ContributeAim {
  declare readonly chainId: number;
  declare readonly pointsNeeded: number;
  declare readonly valuePointSku: string | undefined;
  declare readonly target: ContributeTarget;

  constructor(aim: ContributeAim) {
    super('liveops-contribute', aim);
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-contribute': ContributeEvent;
  }
}
