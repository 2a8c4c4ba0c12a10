import {Codes} from '../codes/codes.js';
import {Promotions} from '../promotions/promotions.js';
import {Chains} from '../reward-chains/chains.js';
import {seedItems} from '../seed/seed-items.js';
import type {World} from '../world/world.js';
import {Campaigns} from './campaigns.js';
import {Catalog} from './catalog.js';
import {ItemPromotions} from './item-promotions.js';
import {SubscriptionPromotions} from './promotions.js';
import {RewardChains} from './reward-chains.js';
import {Rules} from './rules.js';
import {ValuePoints} from './value-points.js';

/** The id of the first promotion that is created; lower ids are for seeds. The vendor's examples also have six digits. */
const FIRST_PROMOTION_ID = 111_425;

/** The settings of LiveOps managers: the state behind the server-side calls, on top of the world that players see. */
export class BackOffice {
  readonly #world: World;
  #parts: ReturnType<typeof partsOf>;

  constructor(world: World) {
    this.#world = world;
    this.#parts = partsOf(world);
  }

  get projectId(): number {
    return this.#world.projectId;
  }

  get promotions(): SubscriptionPromotions {
    return this.#parts.promotions;
  }

  /** Bonus promotions and discounts. */
  get itemPromotions(): ItemPromotions {
    return this.#parts.itemPromotions;
  }

  /** Coupons, promo codes and unique offers. */
  get campaigns(): Campaigns {
    return this.#parts.campaigns;
  }

  get world(): World {
    return this.#world;
  }

  get catalog(): Catalog {
    return this.#parts.catalog;
  }

  get valuePoints(): ValuePoints {
    return this.#parts.valuePoints;
  }

  get rewardChains(): RewardChains {
    return this.#parts.rewardChains;
  }

  get rules(): Rules {
    return this.#parts.rules;
  }

  /** Restores the state after the start; the world has to be reset first. */
  reset(): void {
    this.#parts = partsOf(this.#world);
  }
}

function partsOf(world: World) {
  const chains = world.of(Chains);
  const catalog = new Catalog(seedItems(world.seed));
  const valuePoints = new ValuePoints(chains.all, catalog);
  let lastId = FIRST_PROMOTION_ID - 1;
  const nextId = (): number => ++lastId;
  return {
    catalog,
    valuePoints,
    promotions: new SubscriptionPromotions(),
    itemPromotions: new ItemPromotions(world.of(Promotions), catalog, nextId),
    campaigns: new Campaigns(world.of(Codes), catalog, nextId),
    rewardChains: new RewardChains(chains, valuePoints, catalog),
    rules: new Rules(chains.audience, catalog),
  };
}
