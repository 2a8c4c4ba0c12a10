import type {ListTime} from '../../src/stores/list-time.js';
import {fill, messages} from '../../src/text/messages.js';
import {isPlausible} from '../../src/text/numbers.js';
import type {RelativeTime} from './header-line.js';

/** A chain that starts again, or ends, at moments of the server's, milliseconds since 1970. */
type RunningChain = {reset?: {at: number}; endsAt?: number};

/**
 * When the chain resets or ends, whichever comes first. The device's clock counts, set right by what the server said; it
 * says that a chain has ended only where the server's time proves it, or where the end has passed since the list was read.
 */
export function renderCountdown(
  {reset, endsAt}: RunningChain,
  time: ListTime,
  relativeTime: RelativeTime,
  again: string = messages.resets,
): string {
  if (time.skewMs === undefined) return '';
  const now = Date.now() + time.skewMs;
  const resets = reset && reset.at > now && reset.at < (endsAt ?? Infinity);
  const at = resets ? reset.at : endsAt;
  if (at === undefined || !isPlausible(at - now)) return '';
  const isOver = at <= time.earliest || (at <= now && time.device + time.skewMs < at);
  if (at <= now && !isOver) return '';
  const message = resets ? again : isOver ? messages.ended : messages.ends;
  return fill(message, {when: relativeTime(at - time.skewMs)});
}
