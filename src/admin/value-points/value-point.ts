import type {LocaleMap} from '../input/fields.js';

/** A picture or a video of an item. */
export type Medium = {readonly type: 'image' | 'video'; readonly url: string};

/** The replaceable fields of a value point. */
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

/** A value point to create (`admin_value_points-create` of the vendor's definition). */
export type ValuePointInput = ValuePointUpdate & {
  readonly sku: string;
  /** Whether it counts for clans. Cannot be changed afterwards. Default `false`. */
  readonly is_clan?: boolean | undefined;
};

/** A value point in the vendor's answer (`admin-get-value-point`). */
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
  /** Whether no reward chain uses it. */
  readonly can_delete?: boolean | undefined;
};

/** The points that a purchase of an item grants. */
export type ItemPoints = {
  readonly sku: string;
  /** Points, from 1; in a `patch`, 0 removes the item's points. */
  readonly amount: number;
};

/** An item that grants points, in the vendor's answer (`admin-get-items-value-point-reward`). */
export type AnsweredItemPoints = ItemPoints & {
  readonly item_id?: number | undefined;
  readonly name?: string | Readonly<Record<string, string | null>> | null | undefined;
  readonly image_url?: string | null | undefined;
};
