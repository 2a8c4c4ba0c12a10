import type {PointsGiven} from '../offers.js';
import {defined, toAmount, toImageUrl, toText} from './parse.js';

/** Value points that a step or an item gives; `is_clan` is missing from individual points. */
export function toPointsGiven(row: Record<string, unknown>): PointsGiven {
  return {
    sku: toText(row['sku']) ?? '',
    name: toText(row['name']) ?? '',
    amount: toAmount(row['amount']),
    isClan: row['is_clan'] === true,
    ...defined({imageUrl: toImageUrl(row['image_url'])}),
  };
}
