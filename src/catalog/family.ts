import type {ReadableAtom} from 'nanostores';
import type {LiveOpsError} from '../errors.js';
import {checkPromoCode, checkSku} from '../http/ids.js';
import type {Attached, Family, SessionContext} from '../session/context.js';
import {noteTime, timeOf} from '../stores/list-time.js';
import {reloadAtMoments} from '../stores/moments.js';
import {createResource, type OwnedResource, type ResourceStore} from '../stores/resource.js';
import {type CatalogCalls, fetchBalances, fetchCatalog, fetchUpsell} from './calls.js';
import {InstantOrders} from './instant-orders.js';
import type {CatalogItem, CurrencyBalance, UnansweredOrder} from './items.js';
import {type CatalogQuery, checkQuery, keyOfQuery} from './query.js';
import {nextMoment} from './rules.js';

/** What the catalog adds to a session. */
export type CatalogMembers = {
  /**
   * The items that can be sold to the player, at most 1,000. Returns the same store for the same query. Loads while somebody
   * listens, and again: every five minutes; when an item, a discount or a limit begins or ends; when the player comes back
   * to the page; and after each change of player or clan. After a change of the player's attributes, call `refresh()`.
   * An item with a price is bought with `orders.order`.
   *
   * @throws {LiveOpsError} `config` for a bad query.
   */
  catalog(query?: CatalogQuery): ResourceStore<readonly CatalogItem[]>;
  /** What the project suggests to this player; empty where it suggests nothing. Loads as `catalog`; needs a player. */
  readonly $upsell: ResourceStore<readonly CatalogItem[]>;
  /**
   * Orders a free item, which the player then has. Sent once; calls for an item that is being ordered get the same promise,
   * and one that waits for another tab to order it gets that tab's end.
   *
   * @throws {LiveOpsError} `config` for a bad SKU; rejects with `not-available`, `limit-exceeded` …, with `outcome-unknown`
   *   if the answer was lost, now or on an earlier page that has not said so, so that the player may have it and a second
   *   order would grant it again, and with `aborted` once the player has left.
   */
  claimItem(sku: string, options?: {promoCode?: string}): Promise<void>;
  /**
   * Buys an item for a virtual currency, which is charged at once: let the player confirm it. As `claimItem`, and rejects
   * with `not-enough-points` if the player has too little of the currency.
   */
  buyWithCurrency(sku: string, currencySku: string): Promise<void>;
  /**
   * The orders of `claimItem` and `buyWithCurrency` whose answer was lost, the newest first, also after a reload and in all tabs:
   * until the player has acknowledged one, or orders the same again. Empty until they have been read; loads while somebody
   * listens.
   */
  readonly $unansweredOrders: ReadableAtom<readonly UnansweredOrder[]>;
  /** The player knows that nobody knows what became of the order. Does nothing for an unknown id. */
  acknowledgeOrder(orderId: string): Promise<void>;
  /**
   * Requests what the player has of each virtual currency. Only for projects that keep the inventory with the vendor.
   *
   * @throws {LiveOpsError} as a rejection, when it cannot be read.
   */
  balances(): Promise<readonly CurrencyBalance[]>;
};

export const catalog: Family<CatalogMembers> = {name: 'catalog', attach};

type Store = OwnedResource<readonly CatalogItem[]>;

/** Catalogs are large and change seldom; their own dates are watched in addition. */
const POLL_MS = 300_000;

function attach(session: SessionContext): Attached<CatalogMembers> {
  const calls: CatalogCalls = session;
  const $upsell = createStore(session, signal => fetchUpsell(calls, signal));
  const stores = new Stores(session);
  const instant = new InstantOrders(session);
  const each = (task: (store: Store) => void): void => [$upsell, ...stores.all].forEach(task);
  return {
    members: {
      catalog: (query = {}) => stores.of(checkQuery(query)),
      $upsell,
      claimItem: async (sku, {promoCode} = {}) =>
        instant.order({
          sku: checkSku(sku, 'sku'),
          ...(promoCode !== undefined && {promoCode: checkPromoCode(promoCode)}),
        }),
      buyWithCurrency: async (sku, currencySku) =>
        instant.order({sku: checkSku(sku, 'sku'), currencySku: checkSku(currencySku, 'currencySku')}),
      $unansweredOrders: instant.$unanswered,
      acknowledgeOrder: id => instant.acknowledge(id),
      balances: () => fetchBalances(calls, session.life()).catch(session.fail),
    },
    renew: () => each(store => store.renew()),
    restart: () => each(store => store.restart()),
    setPlayer: name => instant.setPlayer(name),
    destroy: () => instant.destroy(),
    refresh() {
      stores.failure = undefined;
      instant.refresh();
      each(store => store.refresh());
    },
    fail(error) {
      $upsell.fail(error);
      stores.fail(error);
    },
  };
}

/** One store for each query. */
class Stores {
  /** For stores that are asked for after it. */
  failure: LiveOpsError | undefined;
  readonly #session: SessionContext;
  readonly #stores = new Map<string, {readonly store: Store; readonly isPublic: boolean}>();

  constructor(session: SessionContext) {
    this.#session = session;
  }

  get all(): readonly Store[] {
    return [...this.#stores.values()].map(({store}) => store);
  }

  of(query: CatalogQuery): Store {
    const key = keyOfQuery(query);
    const known = this.#stores.get(key);
    if (known) return known.store;
    const {isPublic = false} = query;
    const load = (signal: AbortSignal): Promise<readonly CatalogItem[]> =>
      fetchCatalog(this.#session, withKeptCode(query, this.#session.$promoCode.value), signal);
    const store = createStore(this.#session, load, isPublic);
    if (this.failure && affects(this.failure, isPublic)) store.fail(this.failure);
    this.#stores.set(key, {store, isPublic});
    if (takesKeptCode(query)) this.#session.$promoCode.listen(() => store.renew());
    return store;
  }

  fail(error: LiveOpsError): void {
    this.failure = error;
    for (const {store, isPublic} of this.#stores.values()) if (affects(error, isPublic)) store.fail(error);
  }
}

/** The code that the player's next order takes along shows its prices, or the items that it unlocks, before. */
function withKeptCode(query: CatalogQuery, promoCode: string | undefined): CatalogQuery {
  return takesKeptCode(query) && promoCode !== undefined ? {...query, promoCode} : query;
}

function takesKeptCode({promoCode, isPublic}: CatalogQuery): boolean {
  return promoCode === undefined && !isPublic;
}

/** A sign-out doesn't affect public data; the end of the session does. */
function affects({code}: LiveOpsError, isPublic: boolean): boolean {
  return !isPublic || code === 'aborted';
}

function createStore(
  session: SessionContext,
  fetchItems: (signal: AbortSignal) => Promise<readonly CatalogItem[]>,
  isPublic = false,
): Store {
  const {clock} = session;
  const store: Store = createResource({
    pollMs: session.pollMs && Math.max(session.pollMs, POLL_MS),
    clock,
    // What a stranger sees is no failure of the player's.
    ...(!isPublic && {onError: session.onError}),
    async load(signal) {
      const items = await fetchItems(signal);
      noteTime(items, session.serverTime(), clock.today());
      return items;
    },
  });
  reloadAtMoments(store, {
    clock,
    momentOf: items => nextMoment(items, timeOf(items)),
    skewOf: items => timeOf(items).skewMs,
  });
  return store;
}
