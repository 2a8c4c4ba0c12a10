import type {ReactiveControllerHost} from 'lit';
import type {Resource, RewardChain, RewardChainStep} from '../../src/model.js';
import type {Session} from '../../src/session/session.js';
import {type ListTime, timeOf} from '../../src/stores/list-time.js';
import {isClaimable, isClanChain, mayRun} from '../../src/reward-chains/rules.js';
import {chosenChain} from '../../src/reward-chains/chosen-chain.js';
import {looksSame} from '../../src/ui/same-data.js';
import {StoreController} from '../../src/ui/store-controller.js';
import {NewlyDone} from '../shared/newly-done.js';

/** A step as the player meets it. */
export type TrackStep = RewardChainStep & {
  state: 'claimed' | 'claimable' | 'locked';
  /** How much of the way from the step before is done, 0 to 1. */
  share: number;
  /** Points still missing; 0 once reached, endless where points or price cannot be read. */
  missing: number;
};

/** The stores that a reward chain rests on. */
export class ChainSource {
  readonly #clan: StoreController<string | null | undefined>;
  readonly #chains: StoreController<Resource<readonly RewardChain[]>>;
  readonly #newly = new NewlyDone();
  #wanted: number | null | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#clan = new StoreController(host);
    this.#chains = new StoreController(host, looksSame);
  }

  get chainList(): Resource<readonly RewardChain[]> | undefined {
    return this.#chains.value;
  }

  /** The chain that the page names, else the player's first running clan chain. */
  get chain(): RewardChain | undefined {
    return chosenChain(this.chainList, this.#wanted);
  }

  /** Whether the chain is a clan's and the player is in none. */
  get isClanless(): boolean {
    return this.chain !== undefined && isClanChain(this.chain) && this.#clan.value === null;
  }

  /** When the list was read. */
  get time(): ListTime {
    return timeOf(this.chainList?.status === 'ready' ? this.chainList.value : []);
  }

  /** Whether points given now may lift the player: not to a clan that the player has not, nor once the chain has ended. */
  get isOpen(): boolean {
    return this.chain !== undefined && !this.isClanless && mayRun(this.chain, this.time);
  }

  watch(session: Session | undefined, wanted: number | null | undefined): void {
    this.#wanted = wanted;
    this.#clan.watch(session?.$clan);
    this.#chains.watch(session?.$rewardChains);
    const {chain} = this;
    this.#newly.update(
      chain?.id,
      chain?.steps.map(({id: key, claimed: isDone}) => ({key, isDone})),
    );
  }

  /** Whether a step of the chain was claimed while it was shown. */
  isNewlyClaimed(stepId: number): boolean {
    return this.#newly.has(stepId);
  }
}

/** The steps of a chain in the server's order, with how far the points reach. */
export function toTrack({steps, valuePoint: {amount}}: RewardChain): readonly TrackStep[] {
  const points = amount ?? 0;
  return steps.map((step, index) => {
    const from = steps[index - 1]?.price ?? 0;
    const price = step.price ?? Infinity;
    const share = price > from ? Math.min(1, Math.max(0, (points - from) / (price - from))) : Number(points >= price);
    const state = step.claimed ? 'claimed' : isClaimable(step, amount) ? 'claimable' : 'locked';
    const missing = amount === null ? Infinity : Math.ceil(Math.max(0, price - points));
    return {...step, state, share, missing};
  });
}
