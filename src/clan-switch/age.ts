/* How long ago an update was sent, or a switch ended, without using the device's calendar. */
import type {LeftClan, SwitchRecord} from '../claims/record.js';
import type {Now, State} from './states.js';

type Dated = SwitchRecord | LeftClan;

/** How long the page has known of something, milliseconds; `now` is a clock that never jumps. */
export function createSeen(now: () => number): (what: Dated) => number {
  const seen = new Map<string, number>();
  return what => {
    const key = what.state === 'left' ? `${what.id} ${what.at}` : `${what.id} ${what.tries} ${what.sentAt}`;
    const since = seen.get(key) ?? now();
    seen.set(key, since);
    return now() - since;
  };
}

/** An event after which the server's lists need time to catch up. */
export function datedOf(state: State): Dated | undefined {
  if (state.name === 'noting') return state.left;
  return 'record' in state ? state.record : undefined;
}

/** The minimum age, measured by this page or by the server's time. The device's calendar can be set. */
export function ageOf(what: Dated, {seenMs, server}: Pick<Now, 'seenMs' | 'server'>): number {
  const by = (what.state === 'left' ? what.endedBy : what.sentBy) ?? Infinity;
  return Math.max(seenMs, server.earliest - by);
}
