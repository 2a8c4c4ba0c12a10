/** The status of a day, in the vendor's words. */
export type DayStatus = 'claimed' | 'claimable' | 'claim_in_future' | 'blocked';

/** A day as one player sees it. `unlockedAt` is in milliseconds since 1970, `null` if it depends on a future claim. */
export type Day = {readonly status: DayStatus; readonly unlockedAt: number | null};

/** A day that was claimed, and when, milliseconds since 1970. */
export type DailyClaim = {readonly step_number: number; readonly at: number};

/**
 * The facts that determine a chain's days. `start` is in milliseconds since 1970, `steps` are the numbers of its days
 * in order.
 */
export type DailyPlan = {
  readonly type: 'calendar_hard' | 'rolling';
  readonly is_recurrent: boolean;
  readonly start: number;
  readonly steps: readonly number[];
};

export const DAY_MS = 24 * 3600 * 1000;

/**
 * The days of a chain for a player who has made these claims, oldest first.
 *
 * The vendor documents the status values and little else. Our decisions: a day begins at the time of day at which the
 * chain starts. `calendar_hard`: each step has its own day, and is `blocked` once that day is over. `rolling`: no day
 * is ever missed, and the next step opens on the day after the last claim. A recurrent chain restarts on the day after
 * its last one.
 */
export function daysOf(plan: DailyPlan, claims: readonly DailyClaim[], now: number): Day[] {
  return plan.type === 'rolling' ? rollingDays(plan, claims, now) : calendarDays(plan, claims, now);
}

function calendarDays({is_recurrent, start, steps}: DailyPlan, claims: readonly DailyClaim[], now: number): Day[] {
  const round = steps.length * DAY_MS;
  const rounds = is_recurrent ? Math.max(0, Math.floor((now - start) / round)) : 0;
  const begun = start + rounds * round;
  return steps.map((step_number, index) => {
    const unlockedAt = begun + index * DAY_MS;
    const isClaimed = claims.some(claim => claim.step_number === step_number && claim.at >= begun);
    if (isClaimed) return {status: 'claimed', unlockedAt};
    if (now < unlockedAt) return {status: 'claim_in_future', unlockedAt};
    return {status: now < unlockedAt + DAY_MS ? 'claimable' : 'blocked', unlockedAt};
  });
}

function rollingDays({is_recurrent, start, steps}: DailyPlan, claims: readonly DailyClaim[], now: number): Day[] {
  const dayOf = (time: number): number => start + Math.floor((time - start) / DAY_MS) * DAY_MS;
  const last = claims.at(-1);
  const opens = last ? dayOf(last.at) + DAY_MS : start;
  const isRoundOver = claims.length > 0 && claims.length % steps.length === 0;
  const done = isRoundOver && !(is_recurrent && now >= opens) ? steps.length : claims.length % steps.length;
  const current = done === 0 ? [] : claims.slice(-done);
  return steps.map((_, index) => {
    const claim = current[index];
    if (claim) return {status: 'claimed', unlockedAt: dayOf(claim.at)};
    if (index > done) return {status: 'claim_in_future', unlockedAt: null};
    return {status: now >= opens ? 'claimable' : 'claim_in_future', unlockedAt: opens};
  });
}
