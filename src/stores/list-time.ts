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
