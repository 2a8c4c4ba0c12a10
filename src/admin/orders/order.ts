import type {PayingUser, PaymentSettings} from './payment.js';

/** A price as text; `currency` of a virtual price is a SKU. */
export type OrderPrice = {
  readonly amount: string;
  readonly amount_without_discount?: string | undefined;
  readonly currency: string;
  readonly is_virtual_currency?: boolean | undefined;
};

/** An order that a search found (`admin-order-search`). */
export type FoundOrder = {
  readonly order_id: number;
  /** `new`, `paid`, `done`, `canceled` or `expired`; newer statuses may arrive. */
  readonly status: string;
  readonly date_created: string;
  /** `default`, or `sandbox` for a test payment. */
  readonly mode?: string | undefined;
  readonly is_free?: boolean | undefined;
  readonly invoice_id?: string | undefined;
  readonly price?: OrderPrice | null | undefined;
  readonly user?:
    | {readonly id?: string | undefined; readonly country?: string | undefined; readonly email?: string | undefined}
    | undefined;
  readonly items?:
    | readonly {
        readonly sku: string;
        readonly type?: string | undefined;
        readonly quantity: number;
        readonly is_free?: boolean | undefined;
        readonly is_bonus?: boolean | undefined;
        readonly price?: OrderPrice | null | undefined;
      }[]
    | undefined;
  readonly promotions?: readonly {readonly promotion_id: number}[] | null | undefined;
  readonly coupons?:
    readonly {readonly code?: string | undefined; readonly type?: string | undefined}[] | null | undefined;
};

/** Which orders to find. Without a bound, there is none. */
export type OrderRange = {
  /** Date and time with an offset. */
  readonly created_date_from?: string | undefined;
  /** Date and time with an offset. */
  readonly created_date_until?: string | undefined;
};

/** An order to create, with the token by which its player pays it (`admin-create-payment-token`). */
export type PaymentTokenInput = {
  readonly user: PayingUser;
  /** At least one item. */
  readonly purchase: {readonly items: readonly {readonly sku: string; readonly quantity: number}[]};
  /** A test payment. Default `false`. */
  readonly sandbox?: boolean | undefined;
  readonly settings?: PaymentSettings | undefined;
  /** 1 to 200 names, for your own use. */
  readonly custom_parameters?: Readonly<Record<string, unknown>> | null | undefined;
};
