import * as v from 'valibot';
import {type Reader, read} from '../answers/read.js';
import {LiveOpsError} from '../../errors.js';
import type {SendCall} from '../connection/connection.js';
import {type PageOptions, rowsOf} from '../connection/pages.js';
import {checked} from '../input/check.js';
import {date} from '../input/fields.js';
import type {FoundOrder, OrderPrice, OrderRange, PaymentTokenInput} from './order.js';
import {paymentTokenInput} from './payment.js';

/** Orders of the project. */
export type Orders = {
  /**
   * The orders that were created in a period, page by page, at most 10 per page (`admin-order-search`). New ones move the
   * pages: set `created_date_until` to see each order once.
   */
  search(options?: PageOptions & OrderRange): AsyncIterable<FoundOrder>;
  /**
   * Creates an order, and the token by which its player pays it: `https://secure.xsolla.com/paystation4/?token=…`
   * (`admin-create-payment-token`). **Not idempotent**: each call creates an order, and all of them can be paid. After
   * `outcome-unknown`, nobody has the token, so nobody can pay that order.
   *
   * The vendor needs the player's country, or the IP address to find it by.
   *
   * @param userIp - The player's IP address, instead of `user.country`. Never that of your server.
   */
  createToken(input: PaymentTokenInput, userIp?: string): Promise<{token: string; order_id: number}>;
};

const LARGEST_PAGE = 10;

const range = v.strictObject({created_date_from: v.optional(date), created_date_until: v.optional(date)});
const ip = v.optional(v.pipe(v.string(), v.ip('must be an IP address')));

const price: Reader<OrderPrice | null | undefined> = v.nullish(
  v.looseObject({
    amount: v.string(),
    amount_without_discount: v.optional(v.string()),
    currency: v.string(),
    is_virtual_currency: v.optional(v.boolean()),
  }),
);
const text = v.optional(v.string());
const order: Reader<FoundOrder> = v.looseObject({
  order_id: v.number(),
  status: v.string(),
  date_created: v.string(),
  mode: text,
  is_free: v.optional(v.boolean()),
  invoice_id: text,
  price,
  user: v.optional(v.looseObject({id: text, country: text, email: text})),
  items: v.optional(
    v.array(
      v.looseObject({
        sku: v.string(),
        type: text,
        quantity: v.number(),
        is_free: v.optional(v.boolean()),
        is_bonus: v.optional(v.boolean()),
        price,
      }),
    ),
  ),
  promotions: v.nullish(v.array(v.looseObject({promotion_id: v.number()}))),
  coupons: v.nullish(v.array(v.looseObject({code: text, type: text}))),
});
const orderPage = v.looseObject({
  orders: v.array(order),
  total_items_count: v.optional(v.number()),
  has_more: v.optional(v.boolean()),
});
const paymentToken = v.looseObject({token: v.string(), order_id: v.number()});

/** @param sendCall - Takes paths below the project's `admin`, in version 3. */
export function createOrders(sendCall: SendCall): Orders {
  return {
    search: ({pageSize, offset, onProgress, ...bounds} = {}) =>
      rowsOf(
        async window => {
          const body = {...window, ...checked(range, bounds)};
          const answer = await sendCall({method: 'POST', path: ['order', 'search'], body, isRead: true});
          const {orders, total_items_count, has_more} = read(orderPage, answer);
          return {rows: orders, total: total_items_count, hasMore: has_more};
        },
        {pageSize, offset, onProgress},
        LARGEST_PAGE,
      ),
    async createToken(input, userIp) {
      const body = checked(paymentTokenInput, input);
      const address = checked(ip, userIp, 'userIp');
      if (!body.user.country && address === undefined)
        throw new LiveOpsError('config', '`user.country` is missing; pass it, or `userIp`.');
      const headers = address === undefined ? {} : {'X-User-Ip': address};
      return read(paymentToken, await sendCall({method: 'POST', path: ['payment', 'token'], body, headers}));
    },
  };
}
