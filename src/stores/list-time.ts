import {type ServerTime, UNKNOWN_TIME} from './server-clock.js';

/** The time at which a list was read. */
export type ListTime = ServerTime & {
  /**
   * The offset from the device's clock to the server's time, milliseconds; `undefined` if the device's clock is wrong
   * by an unknown amount.
   */
  readonly skewMs: number | undefined;
  /** The device's time when the list arrived, milliseconds since 1970. */
  readonly device: number;
};

/** Clocks with a smaller difference, milliseconds, agree. */
const SLACK_MS = 300_000;

const times = new WeakMap<readonly object[], ListTime>();

/** Remembers when a list was read, so that the choice from it stays the same while it is shown. */
export function noteTime(list: readonly object[], server: ServerTime, device: number): void {
  const agree = device >= server.earliest - SLACK_MS && device <= server.latest + SLACK_MS;
  const skewMs = server.isKnown ? server.earliest - device : undefined;
  times.set(list, {...server, skewMs: agree ? 0 : skewMs, device});
}

export function timeOf(list: readonly object[]): ListTime {
  return times.get(list) ?? {...UNKNOWN_TIME, skewMs: 0, device: UNKNOWN_TIME.earliest};
}

/** The offset is computed from whole seconds, so that a smaller difference, milliseconds, says nothing. */
const SKEW_SLACK_MS = 2_000;

/**
 * Whether a list of equal content means the same at the times of both readings: no moment that it names has passed in
 * between, by the server's time or by the device's. Any number counts as a moment: at worst, a list is shown again.
 */
export function meansSame(one: readonly object[], other: readonly object[]): boolean {
  const [before, after] = [times.get(one), times.get(other)];
  if (!before || !after) return before === after;
  if (before.isKnown !== after.isKnown || !areClose(before.skewMs, after.skewMs)) return false;
  const ranges = [
    [before.earliest, after.earliest],
    [before.latest, after.latest],
    [deviceTime(before), deviceTime(after)],
  ] as const;
  return !hasNumber(other, moment => ranges.some(range => isBetween(moment, range)));
}

function deviceTime({device, skewMs = 0}: ListTime): number {
  return device + skewMs;
}

function areClose(one: number | undefined, other: number | undefined): boolean {
  return one === other || Math.abs((one ?? NaN) - (other ?? NaN)) <= SKEW_SLACK_MS;
}

function isBetween(moment: number, [one, other]: readonly [number, number]): boolean {
  return moment >= Math.min(one, other) && moment <= Math.max(one, other);
}

function hasNumber(value: unknown, isSought: (number: number) => boolean): boolean {
  if (typeof value === 'number') return isSought(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(inner => hasNumber(inner, isSought));
}
