import {type ServerTime, UNKNOWN_TIME} from './server-clock.js';

/** The time at which a list was read. */
export type ListTime = ServerTime & {
  /**
   * What to add to the device's clock for the server's time, milliseconds; `undefined` where the device's clock is wrong
   * and nobody knows by how much.
   */
  readonly skewMs: number | undefined;
  /** The device's clock when the list came, milliseconds since 1970. */
  readonly device: number;
};

/** Clocks that are less apart, milliseconds, agree. */
const SLACK_MS = 300_000;

const times = new WeakMap<readonly object[], ListTime>();

/** Notes when a list was read, so that what is chosen from it stays the same as long as it is shown. */
export function noteTime(list: readonly object[], server: ServerTime, device: number): void {
  const agree = device >= server.earliest - SLACK_MS && device <= server.latest + SLACK_MS;
  const skewMs = server.isKnown ? server.earliest - device : undefined;
  times.set(list, {...server, skewMs: agree ? 0 : skewMs, device});
}

export function timeOf(list: readonly object[]): ListTime {
  return times.get(list) ?? {...UNKNOWN_TIME, skewMs: 0, device: UNKNOWN_TIME.earliest};
}
