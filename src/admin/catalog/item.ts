/** Which items to read. */
export type CatalogOptions = {
  /** Only one kind: virtual items, packages of virtual currency, or bundles. Default: all of them. */
  readonly kind?: 'virtual_items' | 'virtual_currency/package' | 'bundle' | undefined;
  /** The external id of a group; of virtual items, bundles, or any items. */
  readonly group?: string | undefined;
  /** Language of texts, two letters. Default `en`. */
  readonly locale?: string | undefined;
  /** Two capital letters, ISO 3166-1: prices are those of the country. Default: that of your server. */
  readonly country?: string | undefined;
  /** Prices as with this promo code. */
  readonly promo_code?: string | undefined;
  readonly additional_fields?:
    readonly ('media_list' | 'order' | 'long_description' | 'custom_attributes')[] | undefined;
  /** Also items outside their sale periods. Default `false`. */
  readonly show_inactive_time_limited_items?: boolean | undefined;
};

type Texts = string | Readonly<Record<string, string | null>>;

/** An item of the shop, as visitors who are not signed in see it. Each answer has more fields, which are kept. */
export type ShopItem = {
  readonly sku: string;
  readonly item_id?: number | undefined;
  /** By language for `virtual_items`, else in the language that was asked for. */
  readonly name?: Texts | null | undefined;
  readonly description?: Texts | null | undefined;
  /** `virtual_good`, `virtual_currency`, `bundle` and others. */
  readonly type?: string | undefined;
  readonly bundle_type?: string | null | undefined;
  readonly image_url?: string | null | undefined;
  readonly is_free?: boolean | undefined;
  /** What it costs: amounts are texts, and have every discount that isn't personal. */
  readonly price?:
    | {
        readonly amount: string;
        readonly amount_without_discount?: string | undefined;
        readonly currency: string;
      }
    | null
    | undefined;
  readonly can_be_bought?: boolean | undefined;
  /** The points that a purchase gives. */
  readonly vp_rewards?: readonly {readonly sku: string; readonly amount: number}[] | undefined;
};
