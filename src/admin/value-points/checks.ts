import * as v from 'valibot';
import {flag, imageUrl, integer, listOf, localeMap, optionalLocaleMap, sku, whole} from '../input/fields.js';

const MAX_PATCHED_ITEMS = 100;

const fields = {
  name: localeMap,
  is_enabled: flag,
  description: optionalLocaleMap,
  long_description: optionalLocaleMap,
  image_url: v.optional(imageUrl),
  media_list: v.optional(
    v.array(v.strictObject({type: v.picklist(['image', 'video'], 'must be one of: image, video'), url: imageUrl})),
  ),
  order: v.optional(integer),
};

/** The names of what can be replaced. */
export const VALUE_POINT_FIELDS = Object.keys(fields);

export const valuePointUpdate = v.strictObject(fields);
export const valuePointInput = v.strictObject({sku, ...fields, is_clan: flag});

const itemPoints = (least: number) => v.strictObject({sku, amount: whole(least)});

export const allItemPoints = v.pipe(
  v.array(itemPoints(1)),
  v.checkItems((item, index, all) => isFirstOfItsSku(item, index, all), 'is there before'),
);

/** 1 to 100 items, each once (`admin-patch-items-value-point-reward`). */
export const someItemPoints = v.pipe(
  listOf(itemPoints(0), 1, MAX_PATCHED_ITEMS),
  v.checkItems((item, index, all) => isFirstOfItsSku(item, index, all), 'is there before'),
);

function isFirstOfItsSku(item: {sku: string}, index: number, all: readonly {sku: string}[]): boolean {
  return all.findIndex(other => other.sku === item.sku) === index;
}
