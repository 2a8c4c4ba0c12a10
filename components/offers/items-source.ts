import type {ReactiveControllerHost} from 'lit';
import type {CatalogItem, UnansweredOrder} from '../../src/catalog/items.js';
import type {CatalogQuery} from '../../src/catalog/query.js';
import {endedOrderOf, orderMoments, orderOf} from '../../src/catalog/rules.js';
import {isLiveOpsError, type LiveOpsError} from '../../src/errors.js';
import type {Resource} from '../../src/model.js';
import type {Order} from '../../src/offers.js';
import type {Session} from '../../src/session/session.js';
import {type ListTime, timeOf} from '../../src/stores/list-time.js';
import {looksSameOnline} from '../../src/ui/network.js';
import {StoreController} from '../../src/ui/store-controller.js';
import {drawAt} from '../../src/ui/ticker.js';
import {isSignedOut} from '../shared/hindrance.js';

type Items = Resource<readonly CatalogItem[]>;

/** Which items an element shows. */
export type Wanted = {
  readonly source: 'catalog' | 'upsell' | 'promotions';
  readonly query: Pick<CatalogQuery, 'group' | 'skus' | 'promoCode'>;
};

/** What a page writes at the element. */
type Settings = Readonly<Partial<Record<'source' | 'group' | 'skus' | 'promoCode', string | null>>>;

/** Empty means that nothing was written. */
export function toWanted({source, group, skus, promoCode}: Settings): Wanted {
  const list = skus?.split(/[\s,]+/).filter(Boolean);
  const query = {...(group && {group}), ...(list?.length && {skus: list}), ...(promoCode && {promoCode})};
  return {source: source === 'upsell' || source === 'promotions' ? source : 'catalog', query};
}

/** The items that an element shows, and the stores that it rests on. */
export class ItemsSource {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #own: StoreController<Items>;
  readonly #everyones: StoreController<Items>;
  readonly #orders: StoreController<readonly Order[]>;
  readonly #unanswered: StoreController<readonly UnansweredOrder[]>;
  #source: Wanted['source'] = 'catalog';
  #session: Session | undefined;
  /** Every item that was shown, by its SKU. */
  #seen = new Map<string, CatalogItem>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#own = new StoreController(host, looksSameOnline);
    this.#everyones = new StoreController(host, looksSameOnline);
    this.#orders = new StoreController(host);
    this.#unanswered = new StoreController(host);
  }

  /** The player's own items. */
  get own(): Items | undefined {
    return this.#own.value;
  }

  /** The player's own items, or where nobody is signed in those that the server shows to everyone. */
  get shown(): Items | undefined {
    return this.#everyones.value?.status === 'ready' ? this.#everyones.value : this.own;
  }

  /** Whether the items are still to come. */
  get isLoading(): boolean {
    const {status} = this.#everyones.value ?? this.own ?? {};
    return status === 'idle' || status === 'loading';
  }

  /** The player's open and recent orders, the newest first. */
  get orders(): readonly Order[] {
    return this.#orders.value ?? [];
  }

  /** The player's orders whose answer was lost, the newest first. */
  get unanswered(): readonly UnansweredOrder[] {
    return this.#unanswered.value ?? [];
  }

  /**
   * All items of the source, in the server's order; those that have a discount or a gift, of promotions. Before them, what
   * has left the list while its order is open or has just ended, as one that a code has unlocked for that order.
   */
  get items(): readonly CatalogItem[] {
    if (this.shown?.status !== 'ready' || this.#source === 'upsell') return this.#list;
    const listed = this.#listed;
    const skus = new Set(listed.map(({sku}) => sku));
    const isOrdered = ({sku}: CatalogItem): boolean =>
      orderOf(this.orders, sku) !== undefined || endedOrderOf(this.orders, sku, Date.now())?.status === 'done';
    const gone = [...this.#seen.values()].filter(item => !skus.has(item.sku) && isOrdered(item));
    return [...gone.map(item => ({...item, buyable: false})), ...listed];
  }

  get #listed(): readonly CatalogItem[] {
    const isPromoted = ({promotions}: CatalogItem): boolean =>
      promotions.some(({discount, gifts}) => discount !== undefined || gifts.length > 0);
    return this.#source === 'promotions' ? this.#list.filter(isPromoted) : this.#list;
  }

  /** When the list was read. */
  get time(): ListTime {
    return timeOf(this.#list);
  }

  /** Listens to what an element of `session` needs. Returns the error for settings that cannot be meant. */
  watch(session: Session | undefined, {source, query}: Wanted): LiveOpsError | undefined {
    this.#source = source;
    if (session !== this.#session) this.#seen = new Map();
    this.#session = session;
    this.#orders.watch(session?.orders.$orders);
    this.#unanswered.watch(session?.$unansweredOrders);
    drawAt(orderMoments(this.orders), this.#host);
    try {
      this.#own.watch(source === 'upsell' ? session?.$upsell : session?.catalog(query));
      // What is suggested is for players only.
      const isStranger = source !== 'upsell' && this.own?.status === 'failed' && isSignedOut(this.own);
      this.#everyones.watch(isStranger ? session?.catalog({...query, isPublic: true}) : undefined);
    } catch (error) {
      this.#own.watch(undefined);
      this.#everyones.watch(undefined);
      if (isLiveOpsError(error)) return error;
      throw error;
    }
    for (const item of this.#listed) this.#seen.set(item.sku, item);
    return undefined;
  }

  /** Asks for the list again, once the server knows more than it says. */
  async reload(session: Session, {source, query}: Wanted): Promise<void> {
    const store = source === 'upsell' ? session.$upsell : session.catalog(query);
    if (store.value.status === 'ready') await store.reload();
  }

  get #list(): readonly CatalogItem[] {
    return this.shown?.status === 'ready' ? this.shown.value : [];
  }
}
