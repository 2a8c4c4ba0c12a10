import {createQueue, type Queue} from './queue.js';
import {createTabLock} from './tab-lock.js';

/** Runs a task while no other claim of the same player runs, on this page or in another tab. */
export type ClaimLock = <T>(player: string, task: () => Promise<T>) => Promise<T>;

/**
 * One lock for all claims of a player: if a step is claimed during a switch, the switch's answer lacks that reward.
 * Each player has a queue, so that nobody waits for another player's answer.
 */
export function createClaimLock(): ClaimLock {
  const queues = new Map<string, Queue>();
  const inTabs = createTabLock();
  return (player, task) => {
    const queue = queues.get(player) ?? createQueue();
    queues.set(player, queue);
    return queue(() => inTabs(player, task));
  };
}
