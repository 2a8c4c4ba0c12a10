import * as v from 'valibot';
import type {AnsweredSchedule} from '../input/schedules.js';
import type {Reader} from './read.js';

/*
 * Fields of answers. They are checked less strictly than requests: they must only match our types, and a field that the
 * vendor documents in two forms may arrive in either.
 */

/** A condition in an answer: types and operators may be newer than this version. */
export type AnsweredCondition = {
  readonly attribute: string;
  readonly type: string;
  readonly operator: string;
  readonly value: string;
  readonly can_be_missing?: boolean | undefined;
};

/** What is left of a limit on all redemptions. An unpaid order reserves its use of a promo code. */
export type LimitState = {readonly available: number; readonly reserved: number; readonly used: number};

export const limitState: Reader<LimitState | null | undefined> = v.nullish(
  v.looseObject({available: v.number(), reserved: v.number(), used: v.number()}),
);

export const texts = v.record(v.string(), v.nullable(v.string()));
/** The vendor's examples show some descriptions as plain strings. */
export const someText = v.nullish(v.union([v.string(), texts]));
export const optionalDate = v.nullish(v.string());
export const optionalImage = v.nullish(v.string());

export const conditions: Reader<readonly AnsweredCondition[] | null | undefined> = v.nullish(
  v.array(
    v.looseObject({
      attribute: v.string(),
      type: v.string(),
      operator: v.string(),
      value: v.string(),
      can_be_missing: v.optional(v.boolean()),
    }),
  ),
);

/** The answer to a creation whose field is not documented: the field of that name, else `id`. */
export function idIn<Name extends string>(name: Name): Reader<Record<Name, number>> {
  return v.pipe(
    v.looseObject({[name]: v.optional(v.number()), id: v.optional(v.number())}),
    v.transform(answer => ({[name]: answer[name] ?? answer['id']})),
    v.object({[name]: v.number()}),
  ) as unknown as Reader<Record<Name, number>>;
}

/** What the vendor's answers say of an item of a step in addition to what a request has. */
const ITEM_FACTS = [
  'item_id',
  'name',
  'type',
  'description',
  'image_url',
  'bundle_type',
  'content',
  'order',
  'is_free',
];

/** An item of a step as a request has it, with every field that this version does not know. */
export function withoutItemFacts(item: object): object {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !ITEM_FACTS.includes(name)));
}

const scheduleFields = {
  interval_type: v.string(),
  day_of_week: v.nullish(v.number()),
  day_of_month: v.nullish(v.number()),
  reset_next_date: v.optional(v.number()),
  displayable_reset_start_date: v.optional(v.string()),
  displayable_reset_next_date: v.optional(v.string()),
};

export const schedule: Reader<AnsweredSchedule> = v.looseObject({...scheduleFields, time: v.string()});

/** The vendor documents an hourly schedule in answers, but not its time. */
export const scheduleWithoutTime: Reader<Omit<AnsweredSchedule, 'time'>> = v.looseObject(scheduleFields);
