import assert from 'node:assert/strict';
import {test} from 'node:test';

import {cleanStores} from 'nanostores';
import {LiveOpsError} from '../../../src/errors.js';
import {reloadAtMoments} from '../../../src/stores/moments.js';
import {createResource} from '../../../src/stores/resource.js';
import {FakeClock} from '../../support/fake-clock.js';
import {promisesDone} from '../../support/promises-done.js';

const SOON = 4_000;

/** A store without polls whose value is the next moment, by a server whose clock is `skewMs` ahead of the device's. */
async function storeWith(
  answers: readonly (number | undefined | LiveOpsError)[],
  {skewMs, pollMs = 0}: {skewMs: number | undefined; pollMs?: number} = {skewMs: 0},
) {
  const clock = new FakeClock();
  const loads: number[] = [];
  const $store = createResource<number | undefined>({
    pollMs,
    clock,
    async load() {
      const answer = answers[Math.min(loads.push(clock.now()) - 1, answers.length - 1)];
      if (answer instanceof LiveOpsError) throw answer;
      return answer === undefined ? undefined : START + answer;
    },
  });
  reloadAtMoments($store, {clock, momentOf: value => value, skewOf: () => skewMs});
  const stop = $store.listen(() => undefined);
  await promisesDone();
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms, step = 0; left > 0; left -= step) {
      step = Math.min(left, clock.waits[0] ?? left);
      clock.pass(step);
      await promisesDone();
    }
  };
  return {$store, clock, loads, stop, pass};
}

const START = new FakeClock().today();
const HOUR = 3_600_000;

test('a value is requested at the moment that it names, a little later in each client', async () => {
  const {loads, pass} = await storeWith([10 * HOUR, undefined]);

  await pass(10 * HOUR);
  assert.equal(loads.length, 1);
  await pass(SOON);

  assert.equal(loads.length, 2);
  assert.ok((loads[1] ?? 0) > 10 * HOUR);
  await pass(24 * HOUR);
  assert.equal(loads.length, 2);
});

test('the moment is one of the server’s clock, however wrong the device’s is', async () => {
  const {loads, pass} = await storeWith([10 * HOUR, undefined], {skewMs: -5 * HOUR});

  await pass(10 * HOUR + SOON);
  assert.equal(loads.length, 1);
  await pass(5 * HOUR);

  assert.equal(loads.length, 2);
});

test('where nobody knows the time, no moment is guessed', async () => {
  const {clock} = await storeWith([10 * HOUR], {skewMs: undefined});

  assert.deepEqual(clock.waits, []);
});

test('a server that is not as far yet is asked again, less and less often', async () => {
  const {loads, pass} = await storeWith([HOUR]);
  await pass(HOUR + SOON);
  const first = loads[1] ?? 0;

  await pass(40_000);

  assert.deepEqual(
    loads.slice(2).map(at => at - first),
    [5_000, 15_000, 35_000],
  );
  await pass(24 * HOUR);
  assert.ok(loads.length > 100 && loads.length < 300, `${loads.length} requests`);
});

test('a request that fails for now is made again, one that failed for good is not', async () => {
  const answers = (code: 'server' | 'forbidden') => [HOUR, new LiveOpsError(code, 'No.', {vendorCode: 1}), undefined];
  for (const [code, requests] of [
    ['server', 3],
    ['forbidden', 2],
  ] as const) {
    const {loads, pass} = await storeWith(answers(code), {skewMs: 0, pollMs: 1e9});

    await pass(HOUR + SOON);
    await pass(5_000);

    assert.equal(loads.length, requests, code);
  }
});

test('a player who comes back is shown what the server says then', async () => {
  const {clock, loads, pass} = await storeWith([undefined]);
  clock.setHidden(true);
  await pass(HOUR);
  assert.equal(loads.length, 1);

  clock.setHidden(false);
  await pass(1_500);

  assert.equal(loads.length, 2);
});

test('a page that is hidden at the moment asks when it is shown', async () => {
  const {clock, loads, pass} = await storeWith([HOUR, undefined]);
  clock.setHidden(true);
  await pass(2 * HOUR);
  assert.equal(loads.length, 1);
  assert.deepEqual(clock.waits, []);

  clock.setHidden(false);
  await pass(1_500);

  assert.equal(loads.length, 2);
});

test('a glance away from an answer that has just come asks for nothing', async () => {
  const {clock, loads, pass} = await storeWith([HOUR, undefined]);

  clock.setHidden(true);
  clock.setHidden(false);
  await pass(HOUR / 2);
  assert.equal(loads.length, 1);

  await pass(HOUR / 2 + SOON);
  assert.equal(loads.length, 2);
});

test('a machine that slept over the moment asks soon after it wakes', async () => {
  const {clock, loads, pass} = await storeWith([HOUR, undefined]);

  clock.jump(2 * HOUR);
  await pass(75_000);

  assert.equal(loads.length, 2);
});

test('without a listener there is neither a timer nor a request', async () => {
  const {clock, loads, stop, $store} = await storeWith([HOUR, undefined]);
  stop();
  // nanostores waits a second before it takes a store as unwatched.
  cleanStores($store);

  assert.deepEqual([clock.waits, clock.watchers], [[], 0]);
  clock.pass(2 * HOUR);
  assert.equal(loads.length, 1);
});
