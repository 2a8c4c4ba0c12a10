import type {SeedPromotion} from '../catalog/seed.js';
import type {Promotion, Promotions} from '../promotions/promotions.js';
import type {Catalog} from './catalog.js';
import {toPeriods} from './dates.js';
import type {ItemPromotion, ItemPromotionInput, ManagedBonus, ManagedDiscount, Sku} from './item-promotion-input.js';
import {nextReset, type Schedule} from './schedules.js';
import {fromSeedPromotion} from './seed-promotions.js';

/** The promotions of the seed, and the start that its hours count from. */
type PromotionSeed = {readonly promotions: readonly SeedPromotion[]; readonly startedAt: number};

/**
 * The bonus promotions and discounts of the project in the form of managers. Each change takes effect in the world, and
 * so for players, at once.
 */
export class ItemPromotions {
  readonly #promotions = new Map<number, ItemPromotion>();
  readonly #forPlayers: Promotions;
  readonly #catalog: Catalog;
  readonly #nextId: () => number;

  constructor(seed: PromotionSeed, forPlayers: Promotions, catalog: Catalog, nextId: () => number) {
    this.#forPlayers = forPlayers;
    this.#catalog = catalog;
    this.#nextId = nextId;
    for (const promotion of seed.promotions)
      this.#promotions.set(promotion.id, fromSeedPromotion(promotion, seed.startedAt));
  }

  get all(): readonly ItemPromotion[] {
    return [...this.#promotions.values()];
  }

  get bonuses(): readonly ManagedBonus[] {
    return this.all.filter(promotion => promotion.kind === 'bonus');
  }

  get discounts(): readonly ManagedDiscount[] {
    return this.all.filter(promotion => promotion.kind === 'item');
  }

  get(id: number): ItemPromotion | undefined {
    return this.#promotions.get(id);
  }

  /** A new promotion is disabled until it is activated. */
  create(input: ItemPromotionInput): number {
    const id = this.#nextId();
    this.#put({...input, id, is_enabled: false});
    return id;
  }

  /** Replaces everything except whether it is enabled. */
  replace({id, is_enabled}: ItemPromotion, input: ItemPromotionInput): void {
    this.#put({...input, id, is_enabled});
  }

  enable(promotion: ItemPromotion, is_enabled: boolean): void {
    this.#put({...promotion, is_enabled});
  }

  delete({id}: ItemPromotion): void {
    this.#promotions.delete(id);
    this.#forPlayers.remove(id);
  }

  #put(promotion: ItemPromotion): void {
    this.#forPlayers.put(this.#toPlayers(promotion));
    this.#promotions.set(promotion.id, promotion);
  }

  #toPlayers(promotion: ItemPromotion): Promotion {
    const {id, name, is_enabled, attribute_conditions, limits, price_conditions, excluded_promotions} = promotion;
    const isBonus = promotion.kind === 'bonus';
    const before = this.#forPlayers.get(id);
    const items = isBonus ? promotion.condition : itemsOf(promotion);
    return {
      ...{id, name, is_enabled},
      periods: toPeriods(promotion),
      skus: items?.map(({sku}) => sku) ?? null,
      percent: isBonus ? null : Number(promotion.discount.percent),
      gifts: isBonus ? (promotion.bonus ?? []).map(each => this.#toGift(each)) : (before?.gifts ?? []),
      user_limit: limits?.per_user ?? null,
      resetAfter: this.#resetAfter(promotion),
      price_conditions: price_conditions ?? [],
      excluded: excluded_promotions ?? [],
      ...(attribute_conditions && {attribute_conditions: attribute_conditions.flat()}),
    };
  }

  /** A seed may reset at any minute, which stays so unless the schedule changes. */
  #resetAfter(promotion: ItemPromotion): Promotion['resetAfter'] {
    const before = this.#promotions.get(promotion.id);
    const schedule = scheduleOf(promotion);
    const isSame = before && JSON.stringify(scheduleOf(before)) === JSON.stringify(schedule);
    if (isSame) return this.#forPlayers.get(promotion.id)?.resetAfter ?? null;
    return schedule ? moment => nextReset(schedule, moment) : null;
  }

  #toGift({sku, quantity = 1}: {readonly sku: string; readonly quantity?: number}): Promotion['gifts'][number] {
    const {item_id: _, ...item} = this.#catalog.obtain(sku);
    return {...item, quantity};
  }
}

function scheduleOf({limits}: ItemPromotion): Schedule | null {
  return limits?.recurrent_schedule?.per_user ?? null;
}

/** In the vendor's examples, a discount for all items of a price has an empty list of items. */
function itemsOf({items, price_conditions}: ManagedDiscount): readonly Sku[] | null {
  return price_conditions?.length && !items?.length ? null : items;
}
