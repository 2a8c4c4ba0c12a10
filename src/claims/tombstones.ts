import type {ServerTime} from '../stores/server-clock.js';
import type {Tombstone} from './record.js';

const KEPT_MS = 7 * 24 * 3_600_000;
/** The most to keep if the server never sends its time, so their age is unknown. */
const MOST = 100;

/**
 * Tombstones that are no longer needed: no old copy comes back after a week. A device's clock may be set ahead by that
 * much, so only the server's time counts.
 */
export function outlivedTombstones(
  tombstones: readonly Tombstone[],
  time: ServerTime | undefined,
): readonly Tombstone[] {
  const isOld = ({closedBy = Infinity}: Tombstone): boolean => (time?.earliest ?? 0) - closedBy > KEPT_MS;
  const young = tombstones.filter(one => !isOld(one)).sort((one, other) => (one.at < other.at ? -1 : 1));
  return [...tombstones.filter(isOld), ...young.slice(0, Math.max(0, young.length - MOST))];
}
