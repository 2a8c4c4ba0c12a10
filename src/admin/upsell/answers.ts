import * as v from 'valibot';
import * as field from '../answers/fields.js';
import type {Reader} from '../answers/read.js';
import type {UpsellConfiguration, UpsellInput} from './configuration.js';

const configuration: Reader<UpsellConfiguration> = v.looseObject({
  is_enabled: v.boolean(),
  type: v.string(),
  items: v.nullish(
    v.array(
      v.looseObject({
        item_id: v.optional(v.number()),
        sku: v.string(),
        type: v.optional(v.string()),
        name: v.optional(field.texts),
      }),
    ),
  ),
});

/** The older definition shows a list with one row, the newer pages the row itself. */
export const answered = v.union([v.array(configuration), configuration]);

/** The input that would leave the upsell unchanged. */
export function toInput({is_enabled, type, items}: UpsellConfiguration): UpsellInput {
  return {is_enabled, type, items: type === 'fixed_list' ? (items ?? []).map(({sku}) => sku) : []} as UpsellInput;
}
