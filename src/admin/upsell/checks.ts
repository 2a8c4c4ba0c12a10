import * as v from 'valibot';
import {listOf, sku} from '../input/fields.js';

const is_enabled = v.boolean();

export const upsellInput = v.variant(
  'type',
  [
    v.strictObject({is_enabled, type: v.literal('fixed_list'), items: listOf(sku, 1)}),
    v.strictObject({
      is_enabled,
      type: v.picklist(['most_sellable', 'only_promotions']),
      items: v.optional(v.pipe(v.array(sku), v.maxLength(0, 'must be empty, except for a fixed list'))),
    }),
  ],
  'must be one of: fixed_list, most_sellable, only_promotions',
);

/** The names of what can be sent. */
export const UPSELL_FIELDS = ['is_enabled', 'type', 'items'];

/** The rule about `items` also reads the type. */
export const RELATED_FIELDS = {items: ['type']};
