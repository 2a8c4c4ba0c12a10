import {LiveOpsError} from '../errors.js';
import {checkPromoCode, checkSku} from '../http/ids.js';

/** Which items of the catalog to show. Without any field it is every item that can be sold to the player. */
export type CatalogQuery = {
  /** Only one kind: items, packages of virtual currency, or bundles. Default: all of them. */
  readonly kind?: 'virtual-items' | 'currency-packages' | 'bundles';
  /** The external id of a group; not together with `kind`. */
  readonly group?: string;
  /** Only these items, in this order. */
  readonly skus?: readonly string[];
  /**
   * A promo code, whose discounts the prices then have, or the code of a unique offer. Not spent by that. Default: the code
   * that `codes.keepPromoCode` has kept for the next order.
   */
  readonly promoCode?: string;
  /**
   * Asks without the player's token, for a page on which nobody is signed in: limits are the highest ones then, and
   * nothing is personal. Default `false`.
   */
  readonly isPublic?: boolean;
};

const KINDS: readonly unknown[] = ['virtual-items', 'currency-packages', 'bundles', undefined];
const MOST_SKUS = 100;

/** The query with nothing else in it. @throws {LiveOpsError} `config`, naming the field that is wrong. */
export function checkQuery(query: CatalogQuery): CatalogQuery {
  if (Object(query) !== query) throw new LiveOpsError('config', '`query` must be an object.');
  const {kind, group, skus, promoCode, isPublic = false} = query;
  if (!KINDS.includes(kind)) {
    throw new LiveOpsError('config', '`kind` must be `virtual-items`, `currency-packages` or `bundles`.');
  }
  if (group !== undefined) checkGroup(group);
  if (group !== undefined && kind) throw new LiveOpsError('config', 'Give `group` or `kind`, not both.');
  if (skus !== undefined && (!Array.isArray(skus) || skus.length > MOST_SKUS)) {
    throw new LiveOpsError('config', `\`skus\` must be a list of at most ${MOST_SKUS} SKUs.`);
  }
  return {
    ...(kind && {kind}),
    ...(group !== undefined && {group}),
    ...(skus && {skus: skus.map((sku: string) => checkSku(sku, 'skus'))}),
    ...(promoCode !== undefined && {promoCode: checkPromoCode(promoCode)}),
    ...(isPublic && {isPublic}),
  };
}

function checkGroup(group: string): void {
  const isFit = typeof group === 'string' && group.length >= 1 && group.length <= 255 && !/^\.+$/.test(group);
  if (!isFit) throw new LiveOpsError('config', '`group` must be the external id of a group.');
}

/** The same for two queries that ask the same. */
export function keyOfQuery(query: CatalogQuery): string {
  return JSON.stringify(query);
}
