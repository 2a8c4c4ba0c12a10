import {LiveOpsEvent} from './liveops-event.js';

/** What lifts the clan: `rank` on the board, `step` on the reward chain. */
export type ContributeGoal = 'rank' | 'step';

export type Contribution = {
  chainId: number;
  /** Points that reach the next rank or step. */
  pointsNeeded: number;
  /** The value point to earn; `undefined` where the chain could not be read. */
  valuePointSku: string | undefined;
  goal: ContributeGoal;
};

/** The player wants to give the points that lift the clan: the page's moment to offer the item that earns them. */
export class ContributeEvent extends LiveOpsEvent<Contribution> implements Contribution {
  declare readonly chainId: number;
  declare readonly pointsNeeded: number;
  declare readonly valuePointSku: string | undefined;
  declare readonly goal: ContributeGoal;

  constructor(contribution: Contribution) {
    super('liveops-contribute', contribution);
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-contribute': ContributeEvent;
  }
}
