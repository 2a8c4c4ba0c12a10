import type {FakeApi} from './fake-api.js';
import {promisesDone} from './promises-done.js';

/**
 * Resolves once all has happened that happens without time: until two rounds have brought no new request. A round lasts
 * for one timer, because the HTTP library repeats a request after a real one, of 0 ms.
 */
export async function settled(...apis: readonly FakeApi[]): Promise<void> {
  const requests = (): number => apis.reduce((sum, api) => sum + api.requests.length, 0);
  for (let quiet = 0, before = requests(); quiet < 2; before = requests()) {
    await timerDone();
    quiet = requests() === before ? quiet + 1 : 0;
  }
}

/** Resolves after a timer of 0 ms, and the promises that wait for it. */
export async function timerDone(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 0));
  await promisesDone(6);
}
