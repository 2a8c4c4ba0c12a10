import * as v from 'valibot';
import * as field from '../answers/fields.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import {PROMOTION_FIELDS} from './checks.js';
import type {Promotion, PromotionInput, PromotionRow, ReviewFinding} from './promotion.js';

const optionalTexts = v.nullish(field.texts);

export const created = v.looseObject({id: v.number()});

export const promotion: Reader<Promotion> = v.looseObject({
  id: v.number(),
  technical_name: v.string(),
  project_id: v.optional(v.number()),
  project: v.optional(v.looseObject({id: v.number()})),
  label: optionalTexts,
  name: optionalTexts,
  description: optionalTexts,
  enabled: v.optional(v.boolean()),
  read_only: v.optional(v.boolean()),
});

export const promotionList: Reader<PromotionRow[]> = v.array(
  v.looseObject({
    id: v.number(),
    technical_name: v.string(),
    enabled: v.boolean(),
    is_active: v.optional(v.boolean()),
    is_infinite: v.optional(v.boolean()),
    read_only: v.optional(v.boolean()),
    datetime: v.optional(v.unknown()),
    project: v.nullish(v.looseObject({id: v.optional(v.number())})),
  }),
);

export const findings: Reader<ReviewFinding[]> = v.array(v.looseObject({component: v.string(), message: v.string()}));

/** The input that would leave the promotion unchanged. */
export function toInput(answer: Promotion): PromotionInput {
  const {technical_name, project_id = answer.project?.id, label, name, description} = answer;
  return present({technical_name, project_id, label, name, description}) as PromotionInput;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: Promotion): object {
  return unknownFields(answer, PROMOTION_FIELDS, ['id', 'project', 'enabled', 'is_active', 'is_infinite', 'read_only']);
}
