import {Chains} from '../reward-chains/chains.js';
import {seedItems} from '../seed/seed-items.js';
import type {World} from '../world/world.js';
import {Bonuses} from './bonuses.js';
import {Catalog} from './catalog.js';
import {CouponCampaigns} from './coupon-campaigns.js';
import {Offers} from './offers.js';
import {SubscriptionPromotions} from './promotions.js';
import {RewardChains} from './reward-chains.js';
import {Rules} from './rules.js';
import {ValuePoints} from './value-points.js';

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

  get couponCampaigns(): CouponCampaigns {
    return this.#parts.couponCampaigns;
  }

  get bonuses(): Bonuses {
    return this.#parts.bonuses;
  }

  get offers(): Offers {
    return this.#parts.offers;
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
  return {
    catalog,
    valuePoints,
    promotions: new SubscriptionPromotions(world.projectId, world.clock),
    couponCampaigns: new CouponCampaigns(world.clock),
    bonuses: new Bonuses(),
    offers: new Offers(),
    rewardChains: new RewardChains(chains, valuePoints, catalog),
    rules: new Rules(chains.audience, catalog),
  };
}
