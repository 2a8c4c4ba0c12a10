import assert from 'node:assert/strict';
import {test} from 'node:test';

import {withTimeout} from '../../src/with-timeout.js';

test('what a task gives in time is passed on, at once or later', async () => {
  assert.equal(await withTimeout(1_000, () => 'now'), 'now');
  assert.equal(await withTimeout(1_000, async () => 'later'), 'later');
});

test('a task that throws or rejects does so for its caller', async () => {
  const mistake = new Error('refused');

  await assert.rejects(
    withTimeout(1_000, () => {
      throw mistake;
    }),
    mistake,
  );
  await assert.rejects(
    withTimeout(1_000, () => Promise.reject(mistake)),
    mistake,
  );
});

test('a task that hangs is given up at the limit, and told', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  let isWanted = (): boolean => false;
  const done = withTimeout(1_000, wanted => ((isWanted = wanted), new Promise(() => undefined)));

  t.mock.timers.tick(999);
  assert.equal(isWanted(), true);
  t.mock.timers.tick(1);

  await assert.rejects(done, /did not answer/);
  assert.equal(isWanted(), false);
});

test('a task that has ended is not wanted any more, and leaves no timer', async t => {
  const cleared = t.mock.method(globalThis, 'clearTimeout');
  let isWanted = (): boolean => true;

  await withTimeout(1_000, wanted => void (isWanted = wanted));

  assert.equal(isWanted(), false);
  assert.equal(cleared.mock.callCount(), 1);
  assert.notEqual(cleared.mock.calls[0]?.arguments[0], undefined);
});
