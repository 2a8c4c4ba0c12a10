import {createQueue, type Queue} from './queue.js';
import {createTabLock} from './tab-lock.js';

/** Runs a task while nothing else of the same player is being claimed, on this page or in another tab. */
export type ClaimLock = <T>(player: string, task: () => Promise<T>) => Promise<T>;

/**
 * One lock for all that a player claims: a step's claim during a switch would make its answer look short. Each player has
 * a queue, so that nobody waits for another player's answer.
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
