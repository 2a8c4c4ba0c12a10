import * as v from 'valibot';
import {LiveOpsError} from '../../errors.js';
import type {ApiVersion} from '../connection/versions.js';
import {date, listOf} from './fields.js';

/** When a promotion is valid. */
export type PromotionPeriod = {
  /** Date and time with an offset. */
  readonly date_from: string;
  /** Date and time with an offset. `null`, a period without an end, is allowed only if there is no other period. */
  readonly date_until?: string | null | undefined;
};

/** The dates of a promotion in a request. */
export type WithPeriods = {
  /** At least one; only one with `apiVersions: 'v2'`. Absent means a promotion without dates. */
  readonly promotion_periods?: readonly PromotionPeriod[] | undefined;
};

const period = v.pipe(
  v.strictObject({date_from: date, date_until: v.nullish(date)}),
  v.forward(
    v.check(
      ({date_from, date_until}) => date_until == null || Date.parse(date_from) < Date.parse(date_until),
      'must be later than `date_from`',
    ),
    ['date_until'],
  ),
);

const periods = v.pipe(
  listOf(period, 1),
  v.check(
    rows => rows.length < 2 || rows.every(({date_until}) => date_until != null),
    'must each have a `date_until` if there are several',
  ),
);

/** The fields of older versions, which a caller may still have. */
const replaced = v.optional(v.undefined('was replaced by `promotion_periods`'));

/** `promotion_periods` of the vendor's newer definitions. */
export const periodFields = {promotion_periods: v.optional(periods), date_start: replaced, date_end: replaced};

/**
 * The body as that version writes it: `v2` has one start and one end.
 *
 * @throws {LiveOpsError} `config` for several periods in `v2`.
 */
export function withDatesOf(version: ApiVersion, body: object): object {
  if (version === 'v3') return body;
  const {promotion_periods = [], ...rest} = body as WithPeriods;
  if (promotion_periods.length > 1)
    throw new LiveOpsError('config', '`promotion_periods` must have at most 1 with `apiVersions: v2`.');
  // Both are always sent: the vendor documents other defaults for dates that are not sent.
  return {
    ...rest,
    date_start: promotion_periods[0]?.date_from ?? null,
    date_end: promotion_periods[0]?.date_until ?? null,
  };
}
