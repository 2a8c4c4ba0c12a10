import {type HostStorage, hostTierOf} from './host-storage.js';
import {indexedDbTier} from './indexed-db.js';
import {localStorageTier} from './local-storage.js';
import type {TextStore} from './text-store.js';
import {createTieredStore} from './tiered-store.js';

/**
 * Where the strings of one player are stored: in every place that the page has. Without a stable player id nothing is
 * stored; otherwise the next player on this device could see it.
 */
export function playerStore(player: string, storage: HostStorage | undefined): TextStore {
  if (!player) return createTieredStore([]);
  return createTieredStore([...(storage ? [hostTierOf(storage)] : []), indexedDbTier, localStorageTier]);
}
