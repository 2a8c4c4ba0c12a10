import {isLiveOpsError} from '../errors.js';
import type {Answer} from '../http/answer.js';
import type {Http} from '../http/http.js';
import {readPages} from '../http/pages.js';
import {badAnswer, isRecord, toId, toJson, toRecords} from '../http/parse.js';
import {sendClaim} from '../http/send-claim.js';
import {toOrderRefusal} from '../orders/refusals.js';
import {languageCodes, toLanguageTag} from '../text/languages.js';
import type {CatalogItem, CurrencyBalance} from './items.js';
import type {CatalogQuery} from './query.js';
import {toBalances, toCatalogItem} from './wire.js';

/** How a session asks: its project, and the language of its page. */
export type CatalogCalls = {readonly http: Http; readonly projectId: number; readonly locale: string};

/** Default and maximum of the list calls. */
const PAGE = 50;
const MAX_BYTES = 1024 * 1024;
/** So few items are asked for one by one, which is less than all pages of a large catalog. */
const FEW = 10;

const PATHS = {
  'virtual-items': 'items/virtual_items',
  'currency-packages': 'items/virtual_currency/package',
  bundles: 'items/bundle',
} as const;

/**
 * The items of a query, all pages, in the server's order, or in that of its SKUs (`get-sellable-items`,
 * `get-sellable-items-group`, `get-sellable-item-by-sku` …). The vendor finds out the country by itself.
 *
 * @throws {LiveOpsError} when a call fails; an item that is not there is left out.
 */
export async function fetchCatalog(
  calls: CatalogCalls,
  query: CatalogQuery,
  signal?: AbortSignal,
): Promise<readonly CatalogItem[]> {
  const {kind, group, skus, isPublic} = query;
  const isFew = skus !== undefined && skus.length <= FEW && !kind && group === undefined;
  if (isFew) return fetchEach(calls, {...query, skus}, signal);
  const path = group === undefined ? (kind ? PATHS[kind] : 'items') : `items/group/${encodeURIComponent(group)}`;
  const list = {path: toPath(calls, path), limit: PAGE, query: paramsOf(calls, query), isPublic};
  const toRow = (row: Record<string, unknown>): CatalogItem | undefined => toCatalogItem(row, calls.locale);
  const items = await readPages(calls.http, {...list, toRow, keyOf: ({sku}) => sku}, signal);
  return skus ? inOrderOf(skus, items) : items;
}

async function fetchEach(
  calls: CatalogCalls,
  {skus, promoCode, isPublic}: CatalogQuery & {skus: readonly string[]},
  signal?: AbortSignal,
): Promise<readonly CatalogItem[]> {
  const fetchOne = async (sku: string): Promise<readonly CatalogItem[]> => {
    try {
      const path = toPath(calls, `items/sku/${encodeURIComponent(sku)}`);
      const query = paramsOf(calls, {promoCode});
      const body = toJson(await calls.http.read({path, query, maxBytes: MAX_BYTES, signal, isPublic}));
      const item = isRecord(body) ? toCatalogItem(body, calls.locale) : undefined;
      if (item?.sku !== sku) throw badAnswer();
      return [item];
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  };
  return (await Promise.all([...new Set(skus)].map(fetchOne))).flat();
}

/** The vendor's own word that there is no such item for this player; a portal answers 404, too. */
function isMissing(error: unknown): boolean {
  return isLiveOpsError(error) && error.code === 'not-found' && error.vendorCode !== undefined;
}

function inOrderOf(skus: readonly string[], items: readonly CatalogItem[]): readonly CatalogItem[] {
  const bySku = new Map(items.map(item => [item.sku, item]));
  return [...new Set(skus)].flatMap(sku => bySku.get(sku) ?? []);
}

/** The vendor takes languages of two letters, and writes in English without one. */
function paramsOf({locale}: CatalogCalls, {promoCode}: {promoCode?: string | undefined}): Record<string, string> {
  const [language] = languageCodes(toLanguageTag(locale) ?? '');
  return {...(language?.length === 2 && {locale: language}), ...(promoCode !== undefined && {promo_code: promoCode})};
}

/** What the project suggests to the player (`get-upsell-for-project-client`). @throws {LiveOpsError} when it cannot be read. */
export async function fetchUpsell(calls: CatalogCalls, signal?: AbortSignal): Promise<readonly CatalogItem[]> {
  // It has no pages, whatever `has_more` says.
  const body = toJson(await calls.http.read({path: toPath(calls, 'items/upsell'), maxBytes: MAX_BYTES, signal}));
  if (!isRecord(body) || !Array.isArray(body['items'])) throw badAnswer();
  const items = toRecords(body['items']).flatMap(row => toCatalogItem(row, calls.locale) ?? []);
  return [...new Map(items.map(item => [item.sku, item])).values()];
}

/**
 * What the player has of each virtual currency, where the project keeps its inventory with the vendor.
 *
 * @throws {LiveOpsError} when it cannot be read.
 */
export async function fetchBalances(calls: CatalogCalls, signal?: AbortSignal): Promise<readonly CurrencyBalance[]> {
  const path = toPath(calls, 'user/virtual_currency_balance');
  const body = toJson(await calls.http.read({path, maxBytes: MAX_BYTES, signal}));
  if (!isRecord(body) || !Array.isArray(body['items'])) throw badAnswer();
  return toBalances(body, calls.locale);
}

/** What is ordered without a payment: a free item, or one for a virtual currency. */
export type InstantOrder = {readonly sku: string; readonly currencySku?: string; readonly promoCode?: string};

/**
 * Orders an item that is free (`create-free-order-with-item`) or costs virtual currency
 * (`create-order-with-item-for-virtual-currency`). The order is done at once, so that a second one would grant or charge
 * again. Sent once.
 *
 * @throws {LiveOpsError} `not-available`, `limit-exceeded`, `not-enough-points` (422/5006) …, or `outcome-unknown` when no
 *   whole answer came, so that the order may have been carried out.
 */
export async function sendInstantOrder(
  {http, projectId}: CatalogCalls,
  {sku, currencySku, promoCode}: InstantOrder,
  token: string,
  signal?: AbortSignal,
): Promise<void> {
  const item = encodeURIComponent(sku);
  const isFree = currencySku === undefined;
  const path = isFree ? `free/item/${item}` : `payment/item/${item}/virtual/${encodeURIComponent(currencySku)}`;
  const body = isFree ? {quantity: 1, ...(promoCode !== undefined && {promo_code: promoCode})} : undefined;
  const request = {path: `v2/project/${projectId}/${path}`, body, what: 'order' as const, isSuccess, signal};
  try {
    await sendClaim(http, request, token);
  } catch (error) {
    throw isLiveOpsError(error) ? toOrderRefusal(error, 'item') : error;
  }
}

/** A portal answers 200, too, but not with an order. */
function isSuccess(answer: Answer): boolean {
  try {
    const body = toJson(answer);
    return isRecord(body) && toId(body['order_id']) !== undefined;
  } catch {
    return false;
  }
}

function toPath({projectId}: CatalogCalls, path: string): string {
  return `v2/project/${projectId}/${path}`;
}
