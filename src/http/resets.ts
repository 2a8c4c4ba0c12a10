import {isRecord, toText, toTime, toUnixTime} from './parse.js';

/** When something starts again, milliseconds since 1970, and the vendor's name for the interval. */
export type Reset = {interval: string; at: number};

/** A `recurrent_schedule`; `undefined` without a readable time. */
export function toReset(value: unknown): Reset | undefined {
  if (!isRecord(value)) return undefined;
  const at = toUnixTime(value['reset_next_date']) ?? toTime(value['displayable_reset_next_date']);
  return at === undefined ? undefined : {interval: toText(value['interval_type']) ?? '', at};
}
