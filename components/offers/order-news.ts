import type {CatalogItem} from '../../src/catalog/items.js';
import type {Order} from '../../src/offers.js';

/** An order whose status has changed, or that is new, and the status that was known before. */
export type OrderNewsItem = {readonly order: Order; readonly sku: string; readonly before: Order['status'] | undefined};

/** What is new of the orders of the items that an element shows. */
export class OrderNews {
  readonly #statuses = new Map<number, Order['status']>();

  /** What has changed since `take`. */
  of(orders: readonly Order[], items: readonly CatalogItem[]): readonly OrderNewsItem[] {
    if (!orders.length) return [];
    const skus = new Set(items.map(({sku}) => sku));
    return orders.flatMap(order => {
      const sku = 'sku' in order.target ? order.target.sku : undefined;
      const before = this.#statuses.get(order.id);
      return sku !== undefined && skus.has(sku) && before !== order.status ? [{order, sku, before}] : [];
    });
  }

  /** As `of`, and the next call has only what is newer. */
  take(orders: readonly Order[], items: readonly CatalogItem[]): readonly OrderNewsItem[] {
    const news = this.of(orders, items);
    for (const {order} of news) this.#statuses.set(order.id, order.status);
    return news;
  }
}
