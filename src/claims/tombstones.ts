import type {ServerTime} from '../stores/server-clock.js';
import type {Tombstone} from './record.js';

const KEPT_MS = 7 * 24 * 3_600_000;
/** The most to keep where the server never says its time, so that their age is unknown. */
const MOST = 100;

/**
 * What is left of switches, and no longer needed: no copy from before comes back after a week. A device's clock may be
 * set ahead by as much, so that only the server's time counts.
 */
export function outlivedTombstones(
  tombstones: readonly Tombstone[],
  time: ServerTime | undefined,
): readonly Tombstone[] {
  const isOld = ({closedBy = Infinity}: Tombstone): boolean => (time?.earliest ?? 0) - closedBy > KEPT_MS;
  const young = tombstones.filter(one => !isOld(one)).sort((one, other) => (one.at < other.at ? -1 : 1));
  return [...tombstones.filter(isOld), ...young.slice(0, Math.max(0, young.length - MOST))];
}
