/** What players are offered after they have chosen something (`post-upsell`, `put-upsell`). */
export type UpsellInput =
  | {
      readonly is_enabled: boolean;
      readonly type: 'fixed_list';
      /** SKUs, at least one. */
      readonly items: readonly string[];
    }
  | {
      readonly is_enabled: boolean;
      /** The best-selling items of the last 30 days, or items with promotions. */
      readonly type: 'most_sellable' | 'only_promotions';
      readonly items?: readonly [] | undefined;
    };

/** The upsell in the vendor's answer (`get-upsell-configurations-for-project-admin`). */
export type UpsellConfiguration = {
  readonly is_enabled: boolean;
  readonly type: string;
  readonly items?:
    | readonly {
        readonly item_id?: number | undefined;
        readonly sku: string;
        readonly type?: string | undefined;
        readonly name?: Readonly<Record<string, string | null>> | undefined;
      }[]
    | null
    | undefined;
};
