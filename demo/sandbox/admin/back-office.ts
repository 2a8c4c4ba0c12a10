import {ItemPoints, pointsOf} from '../catalog/item-points.js';
import {Codes} from '../codes/codes.js';
import {DailyChains} from '../daily-chains/daily-chains.js';
import {OfferChains} from '../offer-chains/offer-chains.js';
import {Promotions} from '../promotions/promotions.js';
import {Chains} from '../reward-chains/chains.js';
import {bundleContents, giftItems, seedItems} from '../seed/seed-items.js';
import {pricedItem} from '../seed/seed-prices.js';
import type {World} from '../world/world.js';
import {Campaigns} from './campaigns.js';
import {Catalog} from './catalog.js';
import {ChainItems} from './chain-items.js';
import {CouponCampaigns} from './coupon-campaigns.js';
import {ManagedDailyChains} from './daily-chains.js';
import {ItemPromotions} from './item-promotions.js';
import {type ItemFacts, ManagedOfferChains} from './offer-chains.js';
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

  /** What players see. */
  get world(): World {
    return this.#world;
  }

  get promotions(): SubscriptionPromotions {
    return this.#parts.promotions;
  }

  get couponCampaigns(): CouponCampaigns {
    return this.#parts.couponCampaigns;
  }

  /** Bonus promotions and discounts. */
  get itemPromotions(): ItemPromotions {
    return this.#parts.itemPromotions;
  }

  /** Coupons, promo codes and unique offers. */
  get campaigns(): Campaigns {
    return this.#parts.campaigns;
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

  get chainItems(): ChainItems {
    return this.#parts.chainItems;
  }

  get itemFacts(): ItemFacts {
    return this.#parts.itemFacts;
  }

  get dailyChains(): ManagedDailyChains {
    return this.#parts.dailyChains;
  }

  get offerChains(): ManagedOfferChains {
    return this.#parts.offerChains;
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
  const catalog = new Catalog([...seedItems(world.seed), ...giftItems(world.seed)]);
  const valuePoints = new ValuePoints({chains: chains.all, catalog, itemPoints: world.of(ItemPoints)});
  const promotionSeed = {promotions: world.seed.promotions, startedAt: world.clock.startedAt};
  let lastId = FIRST_PROMOTION_ID - 1;
  const nextId = (): number => ++lastId;
  const itemsOf = (family: 'daily' | 'offer') => new ChainItems(catalog, bundleContents(world.seed, family));
  const chainItems = itemsOf('daily');
  const itemFacts: ItemFacts = {
    priceOf: sku => pricedItem(world.seed, sku)?.price ?? null,
    pointsOf: sku => pointsOf(world, sku),
  };
  return {
    chainItems,
    itemFacts,
    dailyChains: new ManagedDailyChains(world.of(DailyChains), chainItems, world.clock),
    offerChains: new ManagedOfferChains(world.of(OfferChains), itemsOf('offer'), itemFacts, world.clock),
    catalog,
    valuePoints,
    promotions: new SubscriptionPromotions(world.projectId, world.clock),
    couponCampaigns: new CouponCampaigns(world.clock),
    itemPromotions: new ItemPromotions(promotionSeed, world.of(Promotions), catalog, nextId),
    campaigns: new Campaigns(world.of(Codes), catalog, nextId),
    rewardChains: new RewardChains(chains, valuePoints, catalog),
    rules: new Rules(chains.audience, catalog),
  };
}
