import type {Clock} from '../world/times.js';
import type {Seed} from '../seed/seed.js';

/** The upsell of the project. */
export type UpsellPlan = {
  readonly is_enabled: boolean;
  readonly type: 'fixed_list' | 'most_sellable' | 'only_promotions';
  /** SKUs of a fixed list. */
  readonly items: readonly string[];
};

/** What players are offered after they have chosen something: one plan, or none. */
export class Upsell {
  plan: UpsellPlan | null;
  readonly #seed: Seed;
  readonly #clock: Clock;

  constructor(seed: Seed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    this.plan = seed.upsell.length > 0 ? {is_enabled: true, type: 'fixed_list', items: seed.upsell} : null;
  }

  copy(): Upsell {
    const copy = new Upsell(this.#seed, this.#clock);
    copy.plan = this.plan;
    return copy;
  }
}
