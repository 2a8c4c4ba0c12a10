import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test, type TestContext} from 'node:test';

import {createTabLock} from '../../../src/claims/tab-lock.js';
import {later} from '../../support/deferred.js';

type Request = (name: string, options: {signal: AbortSignal}, task: () => Promise<unknown>) => Promise<unknown>;

/** Puts a stand-in for Web Locks in place. */
function withLocks(t: TestContext, locks: {request: Request} | undefined): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', {value: locks && {locks}, configurable: true});
  t.after(() => {
    Reflect.deleteProperty(globalThis, 'navigator');
    if (before) Object.defineProperty(globalThis, 'navigator', before);
  });
}

/** A lock that another page holds until the test lets it go. */
function heldElsewhere() {
  const free = later<undefined>();
  const names: string[] = [];
  const request: Request = (name, {signal}, task) => {
    names.push(name);
    const aborted = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
    return Promise.race([free.promise, aborted]).then(task);
  };
  return {request, names, free};
}

test('a task runs when the lock of its name is free', async t => {
  const {request, names, free} = heldElsewhere();
  withLocks(t, {request});
  let ran = false;
  const done = createTabLock()('Rocket', async () => ((ran = true), 'done'));
  await setImmediate();
  assert.deepEqual([names, ran], [['liveops Rocket'], false]);

  free.resolve(undefined);

  assert.equal(await done, 'done');
});

test('after 30 seconds it is given up without having run', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  withLocks(t, heldElsewhere());
  let ran = 0;
  let isOver = false;
  const done = createTabLock()('Rocket', async () => ran++).finally(() => (isOver = true));
  const ended = assert.rejects(done, {name: 'LiveOpsError', code: 'timeout'});

  t.mock.timers.tick(29_999);
  await setImmediate();
  assert.equal(isOver, false);
  t.mock.timers.tick(1);

  await ended;
  assert.equal(ran, 0);
});

test('a task that has begun has all the time that it needs', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const {request, free} = heldElsewhere();
  withLocks(t, {request});
  const end = later<string>();
  const done = createTabLock()('Rocket', () => end.promise);
  free.resolve(undefined);
  await setImmediate();

  t.mock.timers.tick(30_000);
  end.resolve('done');

  assert.equal(await done, 'done');
});

test('a task that fails does so for its caller, and runs once', async t => {
  const {request, free} = heldElsewhere();
  withLocks(t, {request});
  free.resolve(undefined);
  let ran = 0;

  const done = createTabLock()('Rocket', () => (ran++, Promise.reject(new Error('in vain'))));

  await assert.rejects(done, /in vain/);
  assert.equal(ran, 1);
});

for (const [what, locks] of [
  ['there are no locks', undefined],
  ['locks are refused, as in a frame of an opaque origin', {request: () => Promise.reject(new Error('SecurityError'))}],
  [
    'locks throw',
    {
      request: () => {
        throw new Error('SecurityError');
      },
    },
  ],
] as [string, {request: Request} | undefined][]) {
  test(`where ${what}, a task runs all the same, once, and no timer is left`, async t => {
    withLocks(t, locks);
    const started = t.mock.method(globalThis, 'setTimeout');
    const cleared = t.mock.method(globalThis, 'clearTimeout');
    let ran = 0;

    assert.equal(await createTabLock()('Rocket', async () => (ran++, 'done')), 'done');

    assert.equal(ran, 1);
    assert.equal(cleared.mock.calls[0]?.arguments[0], started.mock.calls[0]?.result);
  });

  test(`where ${what}, a task that fails runs once`, async t => {
    withLocks(t, locks);
    let ran = 0;

    await assert.rejects(
      createTabLock()('Rocket', () => (ran++, Promise.reject(new Error('in vain')))),
      /in vain/,
    );
    assert.equal(ran, 1);
  });
}
