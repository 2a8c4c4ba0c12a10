/*
 * Which rank the player had at the last visit, kept on the device: no name, only a number, under checksums of player and clan.
 * A visit is over once nothing has loaded the board for half an hour, since games and phones end pages at any time.
 */
import {sumOf} from '../storage/checksum.js';
import {localStorageTier} from '../storage/local-storage.js';

const VISIT_MS = 30 * 60_000;
/** How much later the same rank is kept again, milliseconds. */
const REWRITE_MS = 60_000;
const VERSION = 1;

type Place = {readonly player: string; readonly clan: string; readonly chainId: number};
type Kept = {
  readonly v: typeof VERSION;
  readonly clan: string;
  readonly rank: number;
  /** By the device's clock, milliseconds since 1970. */
  readonly at: number;
  /** The rank at the end of the visit before; absent during the first one. */
  readonly before?: number | undefined;
};

/** Keeps the rank, and returns how many ranks the player has gained since the last visit; `undefined` at the first one. */
export function keepRank({player, clan, chainId}: Place, rank: number, now: number): number | undefined {
  const key = `${keysOf(player)}${chainId}/`;
  const advance = (text: string | undefined): Kept =>
    advanced(decode(text), {v: VERSION, clan: sumOf(clan), rank, at: now});
  try {
    const [found] = localStorageTier.all(key, () => true) as readonly string[];
    const {before} = advance(found);
    const isKept = decode(found)?.rank === rank && now - (decode(found)?.at ?? 0) < REWRITE_MS;
    if (!isKept)
      void Promise.resolve(
        localStorageTier.put(
          key,
          text => JSON.stringify(advance(text)),
          () => true,
        ),
      ).catch(none);
    return before === undefined ? undefined : before - rank;
  } catch {
    // No storage, as in some frames and webviews, means no last visit.
    return undefined;
  }
}

/** Removes the player's ranks from the device. */
export function forgetRanks(player: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(keysOf(player))) void Promise.resolve(localStorageTier.remove(key, () => true)).catch(none);
    }
  } catch {
    // Nothing can have been kept without a storage.
  }
}

const keysOf = (player: string): string => `liveops/ranks/${sumOf(player)}/`;

const none = (): undefined => undefined;

function advanced(kept: Kept | undefined, now: Kept): Kept {
  // The rank in another clan is no measure.
  if (!kept || kept.clan !== now.clan) return now;
  return {...now, before: now.at - kept.at > VISIT_MS ? kept.rank : kept.before};
}

/** What is damaged or of another version counts as missing. */
function decode(text: string | undefined): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? '') as Kept;
    const isSound = kept.v === VERSION && Number.isSafeInteger(kept.rank) && Number.isFinite(kept.at);
    return isSound ? {...kept, before: Number.isSafeInteger(kept.before) ? kept.before : undefined} : undefined;
  } catch {
    return undefined;
  }
}
