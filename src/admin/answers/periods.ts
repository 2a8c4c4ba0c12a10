import * as v from 'valibot';
import {optionalDate} from './fields.js';

/** A period of a promotion in an answer. A start of `null` exists in older answers only. */
export type AnsweredPeriod = {readonly date_from: string | null; readonly date_until: string | null};

/** The dates of a promotion in an answer of any version. */
export type AnsweredDates = {
  /** Empty for a promotion without dates. Where a list shows only one start and one end, one period from first to last. */
  readonly promotion_periods: readonly AnsweredPeriod[];
};

/** Fields of an answer: `promotion_periods` of `/v3`, or the two dates of `/v2`. */
export const dates = {
  promotion_periods: v.nullish(v.array(v.looseObject({date_from: optionalDate, date_until: optionalDate}))),
  date_start: optionalDate,
  date_end: optionalDate,
};

type Dated = {
  readonly promotion_periods?: readonly Period[] | null | undefined;
  readonly date_start?: string | null | undefined;
  readonly date_end?: string | null | undefined;
};
type Period = {readonly date_from?: string | null | undefined; readonly date_until?: string | null | undefined};

/** The answer with its dates in the newer form, whichever it had. */
export function withPeriods<Answer extends Dated>(answer: Answer): Answer & AnsweredDates {
  const {date_start, date_end, promotion_periods, ...rest} = answer;
  const isDated = date_start != null || date_end != null;
  const periods = promotion_periods ?? (isDated ? [{date_from: date_start, date_until: date_end}] : []);
  const promotionPeriods = periods.map(({date_from = null, date_until = null, ...others}) => {
    return {...others, date_from, date_until};
  });
  return {...rest, promotion_periods: promotionPeriods} as unknown as Answer & AnsweredDates;
}
