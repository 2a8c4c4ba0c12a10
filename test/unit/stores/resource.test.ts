import assert from 'node:assert/strict';
import {test} from 'node:test';

import {FakeClock} from '../../support/fake-clock.js';
import {promisesDone} from '../../support/promises-done.js';
import {watched, unwatched} from './resource-over.js';

test('nothing is asked until somebody listens', () => {
  const {$store, loads, clock} = unwatched();

  assert.deepEqual($store.value, {status: 'idle'});
  assert.deepEqual([loads.count, clock.watchers], [0, 0]);
});

test('any number of listeners share one request and one timer', async () => {
  const {$store, loads, clock} = watched();
  for (let listener = 0; listener < 50; listener++) $store.listen(() => undefined);

  loads.last.succeed('rows');
  await promisesDone();

  assert.deepEqual([loads.count, clock.waits.length, clock.watchers], [1, 1, 1]);
});

test('a value goes from loading to ready, with the time of its arrival', async () => {
  const {loads, clock, states} = watched();
  clock.pass(500);

  loads.last.succeed('rows');
  await promisesDone();

  assert.deepEqual(states, [
    {status: 'loading'},
    {status: 'ready', value: 'rows', at: new FakeClock().today() + 500, stale: false},
  ]);
});

test('a listener that throws stops neither the others nor the rhythm', async t => {
  const thrown = t.mock.method(globalThis, 'queueMicrotask', () => undefined);
  const {$store, loads, clock} = unwatched();
  const seen: string[] = [];
  $store.listen(() => {
    throw new Error('a mistake of the page');
  });
  $store.listen(({status}) => void seen.push(status));

  loads.last.succeed('rows');
  await promisesDone();

  assert.deepEqual(seen, ['ready']);
  assert.deepEqual(clock.waits, [10_000]);
  assert.throws(thrown.mock.calls[0]!.arguments[0] as () => void, /a mistake of the page/);
});
