import {within} from '../time-limit.js';
import type {Rung} from './text-store.js';

/** A place of the host that keeps small texts for longer than the page lives. Every call may fail or answer late. */
export type HostStorage = {
  get(key: string): Promise<string | null> | string | null;
  set(key: string, value: string): Promise<void> | void;
  remove(key: string): Promise<void> | void;
};

const INDEX = 'liveops/index';
const TURN_MS = 1_500;

/**
 * The host's storage, which cannot list its keys, so that a list is kept beside them. A key is listed before its text is
 * written: a listed key without a text costs nothing, a text without a key would be lost. What was written is read back,
 * since a bridge that is not there yet may take everything and keep nothing.
 */
export function createHostRung(storage: HostStorage): Rung {
  const keys = async (): Promise<readonly string[]> => toKeys(await storage.get(INDEX));

  const list = async (key: string, isListed: boolean): Promise<void> => {
    const others = (await keys()).filter(other => other !== key);
    await storage.set(INDEX, JSON.stringify(isListed ? [...others, key] : others));
  };

  // One change of the list after the other; one that hangs does not hold up the rest for ever.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    const turn = last.then(task);
    last = within(TURN_MS, () => turn).catch(() => undefined);
    return turn;
  };

  return {
    durable: true,
    async all(prefix) {
      const wanted = (await keys()).filter(key => key.startsWith(prefix));
      const texts = await Promise.all(wanted.map(async key => storage.get(key)));
      return texts.filter((text): text is string => typeof text === 'string');
    },
    put: (key, text) =>
      inTurn(async () => {
        await list(key, true);
        await storage.set(key, text);
        if ((await storage.get(key)) !== text) throw new Error('The host kept nothing.');
      }),
    remove: key =>
      inTurn(async () => {
        await storage.remove(key);
        await list(key, false);
      }),
  };
}

function toKeys(text: string | null): readonly string[] {
  try {
    const keys: unknown = JSON.parse(String(text));
    return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
