/** Runs a task when every task before it has settled. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/** One line for all that claims something: a step's claim during a switch would make its answer look short. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return task => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}
