import * as v from 'valibot';
import * as field from '../answers/fields.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import {VALUE_POINT_FIELDS} from './checks.js';
import type {AnsweredItemPoints, ValuePoint, ValuePointUpdate} from './value-point.js';

export const created = v.looseObject({sku: v.string(), item_id: v.number()});

export const valuePoint: Reader<ValuePoint> = v.looseObject({
  sku: v.string(),
  name: field.texts,
  is_enabled: v.optional(v.boolean()),
  is_clan: v.optional(v.boolean()),
  description: field.someText,
  long_description: field.someText,
  image_url: field.optionalImage,
  media_list: v.nullish(v.array(v.looseObject({type: v.string(), url: v.string()}))),
  order: v.optional(v.number()),
  can_delete: v.optional(v.boolean()),
});

export const valuePointPage = v.looseObject({items: v.array(valuePoint)});

export const itemPoints: Reader<{items: AnsweredItemPoints[]}> = v.looseObject({
  items: v.array(
    v.looseObject({
      sku: v.string(),
      amount: v.number(),
      item_id: v.optional(v.number()),
      name: field.someText,
      image_url: field.optionalImage,
    }),
  ),
});

/** The input that would leave the value point unchanged. */
export function toUpdate(answer: ValuePoint): ValuePointUpdate {
  const {name, is_enabled, description, long_description, image_url, media_list, order} = answer;
  return present({
    name,
    is_enabled,
    description,
    long_description,
    image_url: image_url ?? undefined,
    media_list: media_list ?? undefined,
    order,
  }) as ValuePointUpdate;
}

/** The fields of the answer that this version does not know, and `is_clan`, which must not change. */
export function unknownIn(answer: ValuePoint): object {
  return unknownFields(answer, VALUE_POINT_FIELDS, ['sku', 'type', 'item_id', 'can_delete']);
}
