import type {HostLink} from '../host/link.js';
import type {HostStorage} from '../storage/host-storage.js';
import {NotThereYet} from '../storage/not-there-yet.js';

const storages = new WeakMap<HostLink, HostStorage>();

/** The storage of the game around the page: one object for all sessions, so that they share one list of keys. */
export function storageOf(link: HostLink): HostStorage {
  const storage = storages.get(link) ?? createLinkStorage(link);
  storages.set(link, storage);
  return storage;
}

/**
 * Stores nothing if the game doesn't offer storage. A game that has not answered yet may still do so, so it doesn't
 * count as empty.
 */
function createLinkStorage(link: HostLink): HostStorage {
  const ask = async (method: string, params: {key: string; value?: string}): Promise<unknown> => {
    if (await link.supports(method)) return link.request(method, params);
    if (!link.hasAnswered()) throw new NotThereYet('The game has not said whether it keeps anything.');
    return undefined;
  };
  return {
    async get(key) {
      const answer = (await ask('storage.get', {key})) as {value?: string | null} | null | undefined;
      return answer?.value ?? null;
    },
    set: async (key, value) => void (await ask('storage.set', {key, value})),
    remove: async key => void (await ask('storage.remove', {key})),
  };
}
