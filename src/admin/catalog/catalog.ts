import * as v from 'valibot';
import {type Reader, read} from '../answers/read.js';
import type {Call, SendCall} from '../connection/connection.js';
import {type PageOptions, rowsOf} from '../connection/pages.js';
import {checked} from '../input/check.js';
import {inPath, sku as anySku} from '../input/fields.js';
import type {CatalogOptions, ShopItem} from './item.js';

/**
 * The shop's items, as visitors who are not signed in see them: nothing is personal, and limits are the highest ones.
 * These calls are public, and are sent without the key. They are for preparing and checking a catalog; a storefront asks
 * from the player's browser, which decides country and prices.
 */
export type Catalog = {
  /** All of them, page by page, at most 50 per page (`get-sellable-items` and the calls of each kind). */
  items(options?: PageOptions & CatalogOptions): AsyncIterable<ShopItem>;
  /** Rejects with `not-found` (`get-sellable-item-by-sku`). */
  item(sku: string, options?: Pick<CatalogOptions, 'promo_code'>): Promise<ShopItem>;
};

const text = v.nullish(v.union([v.string(), v.record(v.string(), v.nullable(v.string()))]));
const item: Reader<ShopItem> = v.looseObject({
  sku: v.string(),
  item_id: v.optional(v.number()),
  name: text,
  description: text,
  type: v.optional(v.string()),
  bundle_type: v.nullish(v.string()),
  image_url: v.nullish(v.string()),
  is_free: v.optional(v.boolean()),
  price: v.nullish(
    v.looseObject({
      amount: v.string(),
      amount_without_discount: v.optional(v.string()),
      currency: v.string(),
    }),
  ),
  can_be_bought: v.optional(v.boolean()),
  vp_rewards: v.optional(v.array(v.looseObject({sku: v.string(), amount: v.number()}))),
});
const page: Reader<{items: ShopItem[]; has_more?: boolean | undefined}> = v.looseObject({
  items: v.array(item),
  has_more: v.optional(v.boolean()),
});

const promo_code = v.optional(
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,128}$/, 'must be 1 to 128 letters and digits')),
);
const group = v.pipe(v.string(), v.regex(/^\S{1,255}$/, 'must be the external id of a group'));
const FIELDS = ['media_list', 'order', 'long_description', 'custom_attributes'] as const;
const KINDS = ['virtual_items', 'virtual_currency/package', 'bundle'] as const;

const options = v.pipe(
  v.strictObject({
    kind: v.optional(v.picklist(KINDS, `must be one of: ${KINDS.join(', ')}`)),
    group: v.optional(inPath(group)),
    locale: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'must be a language of two letters, such as de'))),
    country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be two capital letters, such as DE'))),
    promo_code,
    additional_fields: v.optional(v.array(v.picklist(FIELDS, `must be one of: ${FIELDS.join(', ')}`))),
    show_inactive_time_limited_items: v.optional(v.boolean()),
  }),
  v.forward(
    v.check(
      value => value.group === undefined || value.kind !== 'virtual_currency/package',
      'must not be given: packages of virtual currency have no groups',
    ),
    ['group'],
  ),
);

/** @param sendCall - Takes paths below the project. */
export function createCatalog(sendCall: SendCall): Catalog {
  return {
    items: ({pageSize, offset, onProgress, ...wanted} = {}) =>
      rowsOf(
        async window => {
          const {path, query} = toCall(checked(options, wanted));
          const answer = await sendCall({method: 'GET', path, query: {...window, ...query}, isPublic: true});
          const {items, has_more} = read(page, answer);
          return {rows: items, hasMore: has_more};
        },
        {pageSize, offset, onProgress},
      ),
    async item(sku, {promo_code: code} = {}) {
      const path = ['items', 'sku', checked(inPath(anySku), sku, 'sku')];
      const query = {promo_code: checked(promo_code, code, 'promo_code')};
      return read(item, await sendCall({method: 'GET', path, query, isPublic: true}));
    },
  };
}

function toCall({kind, group: groupId, additional_fields, ...filters}: CatalogOptions): Pick<Call, 'path' | 'query'> {
  const {show_inactive_time_limited_items: isShown, ...query} = filters;
  return {
    path: ['items', ...(kind?.split('/') ?? []), ...(groupId === undefined ? [] : ['group', groupId])],
    query: {
      ...query,
      'additional_fields[]': additional_fields,
      show_inactive_time_limited_items: isShown === undefined ? undefined : Number(isShown),
    },
  };
}
