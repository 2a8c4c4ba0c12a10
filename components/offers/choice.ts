import type {CatalogItem} from '../../src/catalog/items.js';
import {isOnSale} from '../../src/catalog/rules.js';
import type {Order} from '../../src/offers.js';
import type {ItemsSource} from './items-source.js';
import {withFirst} from './view.js';

/** Sessions whose player wants no suggestions. */
const dismissed = new WeakSet<object>();

/** Places to reserve while the items are not known. */
const PLACES = 4;

/** What a page writes at the element. */
type Settings = {
  readonly source?: string | null;
  readonly limit?: number | null;
  readonly afterOrder?: boolean | null;
};

/** Which of the items an element shows: all up to its limit, or suggestions one at a time. */
export class Choice {
  readonly #settings: Settings;
  /** When the element began to watch; an order that ended before is no reason to suggest anything. */
  readonly #since = Date.now();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** How many items to reserve room for. */
  get places(): number {
    return this.#isUpsell ? 1 : Math.min(PLACES, this.#limit);
  }

  /** The items to show, those that lift the clan first. */
  of(
    {items, orders}: Pick<ItemsSource, 'items' | 'orders'>,
    first: readonly CatalogItem[] = [],
  ): readonly CatalogItem[] {
    if (!this.#isUpsell) return withFirst(items, first).slice(0, this.#limit);
    const item = suggestionOf(items, orders);
    return item ? [item] : [];
  }

  /**
   * Whether the element shows anything. Suggestions do, unless the player wants none; with `after-order` only once the player
   * has bought something, and never while an order waits for its payment: nothing competes with the checkout.
   */
  isOpen(session: object | undefined, orders: readonly Order[], items: readonly CatalogItem[]): boolean {
    if (!this.#isUpsell) return true;
    if (session && dismissed.has(session)) return false;
    return !this.#settings.afterOrder || (items.length > 0 && this.#isAfterOrder(orders));
  }

  dismiss(session: object): void {
    dismissed.add(session);
  }

  get #isUpsell(): boolean {
    return this.#settings.source === 'upsell';
  }

  get #limit(): number {
    const {limit} = this.#settings;
    return limit != null && limit >= 1 ? Math.floor(limit) : Infinity;
  }

  #isAfterOrder(orders: readonly Order[]): boolean {
    const isUnpaid = orders.some(({status}) => status === 'new' || status === 'unknown');
    const isBought = ({status, endedAt = ''}: Order): boolean =>
      status === 'done' && Date.parse(endedAt) >= this.#since;
    return !isUnpaid && orders.some(isBought);
  }
}

/** The first one that can be bought and has not just been; what waits for its payment stays. */
function suggestionOf(items: readonly CatalogItem[], orders: readonly Order[]): CatalogItem | undefined {
  const isOf = (item: CatalogItem, order: Order): boolean => 'sku' in order.target && order.target.sku === item.sku;
  const waits = items.find(item => orders.some(order => isOf(item, order) && order.endedAt === undefined));
  const isBought = (item: CatalogItem): boolean => orders.some(order => isOf(item, order) && order.status === 'done');
  return waits ?? items.find(item => isOnSale(item) && !isBought(item));
}
