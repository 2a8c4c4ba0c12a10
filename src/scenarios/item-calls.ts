import {type Ids, json, page, refusal} from './answers.js';
import type {WireItem} from './item-wire.js';

type ItemCall = 'items' | 'group' | 'item' | 'upsell' | 'balances' | 'order-item' | 'claim-item' | 'spend' | 'order';

/** The first number of an order of an item; those of steps are smaller. */
const FIRST_ORDER = 1641;
const GEMS = 340;

export type ItemWorld = {
  readonly upsell: readonly string[];
  orderStatus(): string;
  /** An order that is none of an item. */
  stepOrder(ids: Ids): Response;
};

/** The catalog of a scenario. What is free or costs gems is had at once, and a limit counts. */
export function itemCalls(items: readonly WireItem[], world: ItemWorld): Record<ItemCall, (ids: Ids) => Response> {
  const shop = new ScenarioShop(items);
  return {
    items: ids => page(shop.items, ids),
    group: ids =>
      page(
        shop.items.filter(({groups}) => groups.some(({external_id}) => external_id === ids.word)),
        ids,
      ),
    item: ({word}) => shop.onItem(word, json),
    upsell: () => json({has_more: false, items: world.upsell.flatMap(sku => shop.find(sku) ?? [])}),
    balances: () => json({items: [{sku: 'com.xsolla.gem_1', name: 'Gems', amount: shop.gems}]}),
    'order-item': ({word}) =>
      shop.onSale(word, ({sku}) => json({order_id: shop.order(sku), token: 'scenario-payment'})),
    'claim-item': ({word}) =>
      shop.onSale(word, one => (one.is_free ? shop.give(one) : refusal(422, 1411, 'Invalid item'))),
    spend: ({word}) => shop.onSale(word, one => shop.spend(one)),
    order: ids => shop.statusOf(ids.chainId, world.orderStatus) ?? world.stepOrder(ids),
  };
}

class ScenarioShop {
  items: readonly WireItem[];
  gems = GEMS;
  readonly #orders: string[] = [];
  readonly #done = new Set<number>();

  constructor(items: readonly WireItem[]) {
    this.items = items;
  }

  find(sku: string): WireItem | undefined {
    return this.items.find(one => one.sku === sku);
  }

  onItem(sku: string, answer: (item: WireItem) => Response): Response {
    const item = this.find(sku);
    return item ? answer(item) : refusal(404, 4001, 'Item not found');
  }

  /** As `onItem`, if the player may have one more. */
  onSale(sku: string, answer: (item: WireItem) => Response): Response {
    return this.onItem(sku, item =>
      item.limits?.per_user?.available === 0 ? refusal(422, 1460, 'Purchase limit exceeded') : answer(item),
    );
  }

  order(sku: string): number {
    return FIRST_ORDER + this.#orders.push(sku) - 1;
  }

  give({sku}: WireItem): Response {
    this.#take(sku);
    return json({order_id: FIRST_ORDER - 1});
  }

  spend(item: WireItem): Response {
    const [price] = item.virtual_prices;
    if (!price || price.amount > this.gems) return refusal(422, 5006, 'Not enough virtual currency');
    this.gems -= price.amount;
    return this.give(item);
  }

  /** `undefined` for an order that is none of an item. */
  statusOf(orderId: number, orderStatus: () => string): Response | undefined {
    const sku = this.#orders[orderId - FIRST_ORDER];
    if (sku === undefined) return undefined;
    const status = orderStatus();
    if (status === 'done' && !this.#done.has(orderId)) this.#take(sku);
    if (status === 'done') this.#done.add(orderId);
    return json({order_id: orderId, status, content: {is_free: false, items: []}});
  }

  #take(sku: string): void {
    this.items = this.items.map(one => (one.sku === sku ? withOneLess(one) : one));
  }
}

function withOneLess(item: WireItem): WireItem {
  const {per_user, per_item} = item.limits ?? {};
  if (!per_user) return item;
  const available = Math.max(0, per_user.available - 1);
  const can_be_bought = available > 0;
  return {...item, can_be_bought, limits: {per_user: {...per_user, available}, per_item: per_item ?? null}};
}
