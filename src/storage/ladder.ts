import {within} from '../time-limit.js';
import type {Rung, TextStore} from './text-store.js';

/**
 * Keeps each text in every place that takes it, and reads from all of them: a copy outlives the loss of a place. A place
 * that fails, hangs or lies costs the time limit and nothing else. Milliseconds.
 */
export function createLadder(rungs: readonly Rung[], limitMs = 1_500): TextStore {
  const put = (rung: Rung, key: string, text: string): Promise<boolean> =>
    succeeds(limitMs, wanted => rung.put(key, text, wanted));

  const remove = (rung: Rung, key: string): Promise<boolean> => succeeds(limitMs, wanted => rung.remove(key, wanted));

  const inAll = <T>(task: (rung: Rung) => Promise<T>): Promise<T[]> => Promise.all(rungs.map(task));

  return {
    async all(prefix) {
      let isWhole = true;
      const found = await inAll(async ({all, durable}) => {
        const texts = await within(limitMs, wanted => all(prefix, wanted)).catch(() => {
          isWhole &&= !durable;
          return [];
        });
        return texts.map(text => ({text, durable}));
      });
      // A copy that a killed browser has set back would pass for the truth while the better place is silent.
      return found.flat().filter(({durable}) => durable || isWhole);
    },
    async put(key, text) {
      const taken = await inAll(async rung => (await put(rung, key, text)) && rung.durable);
      return taken.includes(true);
    },
    async replace(key, text) {
      let durable = false;
      const gone = await inAll(async rung => {
        const taken = await put(rung, key, text);
        durable ||= taken && rung.durable;
        return taken || remove(rung, key);
      });
      return durable && !gone.includes(false);
    },
    async remove(key) {
      for (const rung of [...rungs].reverse()) if (!(await remove(rung, key))) return;
    },
  };
}

function succeeds(limitMs: number, task: (wanted: () => boolean) => unknown): Promise<boolean> {
  return within(limitMs, task).then(
    () => true,
    () => false,
  );
}
