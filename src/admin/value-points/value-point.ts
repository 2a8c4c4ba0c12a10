import type {LocaleMap} from '../input/fields.js';

/** A picture or a video of an item. */
export type Medium = {readonly type: 'image' | 'video'; readonly url: string};

/** What of a value point can be replaced. */
export type ValuePointUpdate = {
  readonly name: LocaleMap;
  readonly is_enabled?: boolean | undefined;
  readonly description?: LocaleMap | null | undefined;
  readonly long_description?: LocaleMap | null | undefined;
  readonly image_url?: string | undefined;
  readonly media_list?: readonly Medium[] | undefined;
  /** Place among the value points, ascending. */
  readonly order?: number | undefined;
};

/** A value point as it is created (`admin_value_points-create` of the vendor's definition). */
export type ValuePointInput = ValuePointUpdate & {
  readonly sku: string;
  /** Whether it counts for clans. Cannot be changed afterwards. Default `false`. */
  readonly is_clan?: boolean | undefined;
};

/** A value point as the vendor answers it (`admin-get-value-point`). */
export type ValuePoint = {
  readonly sku: string;
  readonly name: Readonly<Record<string, string | null>>;
  readonly is_enabled?: boolean | undefined;
  readonly is_clan?: boolean | undefined;
  readonly description?: string | Readonly<Record<string, string | null>> | null | undefined;
  readonly long_description?: string | Readonly<Record<string, string | null>> | null | undefined;
  readonly image_url?: string | null | undefined;
  readonly media_list?: readonly {readonly type: string; readonly url: string}[] | null | undefined;
  readonly order?: number | undefined;
  /** Whether no reward chain counts it. */
  readonly can_delete?: boolean | undefined;
};

/** How many points a purchase of an item gives. */
export type ItemPoints = {
  readonly sku: string;
  /** Points, from 1; in a `patch` 0 takes the item's points away. */
  readonly amount: number;
};

/** An item that gives points, as the vendor answers it (`admin-get-items-value-point-reward`). */
export type AnsweredItemPoints = ItemPoints & {
  readonly item_id?: number | undefined;
  readonly name?: string | Readonly<Record<string, string | null>> | null | undefined;
  readonly image_url?: string | null | undefined;
};
