/** When a promotion is valid, milliseconds since 1970; `null` is open. */
export type Period = {readonly from: number | null; readonly until: number | null};

export function isWithin({from, until}: Period, now: number): boolean {
  return (from ?? -Infinity) <= now && now < (until ?? Infinity);
}

/** Whether a promotion with these periods is valid now; one without any always is. */
export function isValid(periods: readonly Period[], now: number): boolean {
  return periods.length === 0 || periods.some(period => isWithin(period, now));
}
