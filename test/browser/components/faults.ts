import {waitUntil} from '../../support/wait-until.js';

/**
 * Listens for errors and rejections that reach the page. The result tells which did, and listens no more; the browser
 * reports them in their order, so that one of its own, come last, says that there are no others on the way.
 */
export function listenForFaults(): () => Promise<unknown[]> {
  const abort = new AbortController();
  const faults: unknown[] = [];
  addEventListener('error', event => faults.push(event.error), {signal: abort.signal});
  addEventListener(
    'unhandledrejection',
    event => {
      faults.push(event.reason);
      if (event.reason === last) event.preventDefault();
    },
    {signal: abort.signal},
  );
  const last = new Error('The last one.');

  return async () => {
    void Promise.reject(last);
    await waitUntil(() => faults.includes(last), 'the last fault');
    abort.abort();
    return faults.filter(fault => fault !== last);
  };
}
