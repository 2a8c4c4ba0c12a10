import {Chains} from '../reward-chains/chains.js';
import type {Seed} from '../seed/seed.js';
import type {Clock} from '../world/times.js';
import type {World} from '../world/world.js';
import type {SeedItemPoints} from './seed.js';

/** The points that a purchase of each item gives, by SKU. */
export type Amounts = ReadonlyMap<string, number>;

/** Which items give which value points, and how many; managers change it. */
export class ItemPoints {
  readonly #seed: Seed;
  readonly #clock: Clock;
  #amounts: ReadonlyMap<string, Amounts>;

  constructor(seed: Seed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    this.#amounts = new Map(seed.chains.map(chain => [chain.value_point.sku, seededFor(seed, chain.reward_chain_id)]));
  }

  copy(): ItemPoints {
    const copy = new ItemPoints(this.#seed, this.#clock);
    copy.#amounts = this.#amounts;
    return copy;
  }

  /** The items that give the value point of that SKU. */
  of(valuePoint: string): Amounts {
    return this.#amounts.get(valuePoint) ?? new Map<string, number>();
  }

  /** Replaces what gives the value point; 0 means the same as leaving the item out. */
  set(valuePoint: string, amounts: Amounts): void {
    this.#amounts = new Map([...this.#amounts, [valuePoint, new Map([...amounts].filter(([, amount]) => amount > 0))]]);
  }
}

/** The points that an item gives, on each reward chain that counts them. */
export function pointsOf(world: World, sku: string): readonly SeedItemPoints[] {
  return world.of(Chains).all.flatMap(({reward_chain_id, value_point}) => {
    const amount = world.of(ItemPoints).of(value_point.sku).get(sku);
    return amount === undefined ? [] : [{reward_chain_id, amount}];
  });
}

function seededFor({catalog_items}: Seed, chainId: number): Amounts {
  const rows = catalog_items.flatMap(({sku, points}) => points.map(point => ({...point, sku})));
  return new Map(rows.filter(row => row.reward_chain_id === chainId).map(({sku, amount}) => [sku, amount]));
}
