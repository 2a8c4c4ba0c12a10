import type {TabLock} from '../../../src/claims/tab-lock.js';

/** Locks that all tabs of a browser share, and that end with the tab that holds them. */
export type TabLocks = {
  of(tab: number): TabLock;
  /** The tab is gone, and what it holds or waits for with it. */
  free(tab: number): void;
};

type Request = {readonly tab: number; readonly name: string; start(): void};

export function createTabLocks(): TabLocks {
  let requests: Request[] = [];

  const isFirst = (request: Request): boolean => requests.find(({name}) => name === request.name) === request;

  /** The first of each name runs; a request that leaves lets the next one of its name start. */
  const leave = (left: (request: Request) => boolean): void => {
    const running = new Set(requests.filter(isFirst));
    requests = requests.filter(request => !left(request));
    for (const request of requests) if (isFirst(request) && !running.has(request)) request.start();
  };

  return {
    of: tab => async (name, task) => {
      const mine: Request = await new Promise(resolve => {
        const request: Request = {tab, name, start: () => resolve(request)};
        requests.push(request);
        if (isFirst(request)) request.start();
      });
      try {
        return await task();
      } finally {
        leave(request => request === mine);
      }
    },
    free: tab => leave(request => request.tab === tab),
  };
}
