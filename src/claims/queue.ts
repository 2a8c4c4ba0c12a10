/** Runs a task when every task before it has settled. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/** One queue for all claims: if a step is claimed during a switch, the switch's answer lacks that reward. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return task => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}
