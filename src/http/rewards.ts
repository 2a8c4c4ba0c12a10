import type {Reward} from '../model.js';
import {defined, toId, toImageUrl, toText} from './parse.js';

/** One reward of a chain step, of a day or of a clan update; a row without sku and name is still a row. */
export function toReward(row: Record<string, unknown>, source: Reward['source']): Reward {
  const sku = toText(row['sku']) ?? '';
  return {
    sku,
    name: toText(row['name']) ?? sku,
    type: toText(row['type']) ?? '',
    source,
    ...defined({
      description: toText(row['description']),
      imageUrl: toImageUrl(row['image_url']),
      quantity: toId(row['quantity']),
      bundleType: toText(row['bundle_type']),
    }),
  };
}
