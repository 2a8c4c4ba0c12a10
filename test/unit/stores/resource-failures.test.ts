import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError} from '../../../src/errors.js';
import {FakeClock} from '../../support/fake-clock.js';
import {createResource} from '../../../src/stores/resource.js';
import {PendingLoads} from './pending-loads.js';
import {watched} from './resource-over.js';
import {errorIn, hasEnded} from './store-state.js';
import {promisesDone} from '../../support/promises-done.js';

const offline = new LiveOpsError('network', 'Offline.');

test('a first failure is failed, and asked again later', async () => {
  const {$store, loads, clock} = watched();

  loads.last.fail(offline);
  await promisesDone();

  assert.deepEqual($store.value, {status: 'failed', error: offline});
  assert.deepEqual(clock.waits, [20_000]);
});

test('a failure after a success keeps the value, marked stale with the reason', async () => {
  const {$store, loads, clock} = watched();
  loads.last.succeed('rows');
  await promisesDone();
  clock.pass(10_000);

  loads.last.fail(offline);
  await promisesDone();

  const at = new FakeClock().today();
  assert.deepEqual($store.value, {status: 'ready', value: 'rows', at, stale: true, error: offline, ended: false});
});

test('a success after failures is fresh again', async () => {
  const {$store, loads, clock} = watched();
  loads.last.succeed('old');
  await promisesDone();
  clock.pass(10_000);
  loads.last.fail(offline);
  await promisesDone();
  clock.pass(20_000);

  loads.last.succeed('new');
  await promisesDone();

  const at = new FakeClock().today() + 30_000;
  assert.deepEqual($store.value, {status: 'ready', value: 'new', at, stale: false});
});

for (const code of ['auth-required', 'forbidden', 'not-found', 'invalid', 'config'] as const) {
  test(`${code} after a success says that nothing asks again, until the page or the player does`, async () => {
    const {$store, loads, clock} = watched();
    loads.last.succeed('rows');
    await promisesDone();
    clock.pass(10_000);

    loads.last.fail(new LiveOpsError(code, 'Any.'));
    await promisesDone();
    assert.equal(hasEnded($store), true);

    const asked = $store.reload();
    assert.equal(hasEnded($store), false);
    loads.last.fail(new LiveOpsError(code, 'Any.'));
    await asked;
    assert.equal(hasEnded($store), true);
  });

  test(`${code} ends polling`, async () => {
    const {loads, clock} = watched();

    loads.last.fail(new LiveOpsError(code, 'Any.'));
    await promisesDone();
    clock.pass(3_600_000);

    assert.equal(loads.count, 1);
  });
}

for (const code of ['network', 'timeout', 'server', 'rate-limited', 'bad-answer'] as const) {
  test(`${code} is tried again`, async () => {
    const {loads, clock} = watched();

    loads.last.fail(new LiveOpsError(code, 'Any.'));
    await promisesDone();
    clock.pass(20_000);

    assert.equal(loads.count, 2);
  });
}

test('without polls, no failure after a success is asked about again', async () => {
  const loads = new PendingLoads<string>();
  const $store = createResource<string>({load: loads.load, pollMs: 0, clock: new FakeClock()});
  $store.listen(() => undefined);
  loads.last.succeed('rows');
  await promisesDone();

  const asked = $store.reload();
  loads.last.fail(offline);
  await asked;

  assert.equal(hasEnded($store), true);
});

test('what is thrown by accident becomes a bad answer without its words', async () => {
  const {$store, loads} = watched();

  loads.last.fail(new TypeError('secret'));
  await promisesDone();

  const {code, message} = errorIn($store)!;
  assert.deepEqual([code, message], ['bad-answer', 'The answer is unreadable.']);
});

test('every failure is told', async () => {
  const {loads, clock, errors} = watched();
  loads.last.fail(offline);
  await promisesDone();
  clock.pass(20_000);

  loads.last.fail(offline);
  await promisesDone();

  assert.deepEqual(errors, [offline, offline]);
});

for (const [what, details] of Object.entries({
  'a gateway’s 403': {code: 'forbidden', status: 403},
  'a gateway’s 404': {code: 'not-found', status: 404},
  'a firewall’s 406': {code: 'invalid', status: 406},
} as const)) {
  test(`${what}, without the vendor’s error object, is asked again after a growing wait`, async () => {
    const {$store, loads, clock} = watched();
    const error = new LiveOpsError(details.code, 'Any.', {status: details.status});

    loads.last.fail(error);
    await promisesDone();

    assert.deepEqual($store.value, {status: 'failed', error});
    assert.deepEqual(clock.waits, [20_000]);
    clock.pass(20_000);
    loads.last.succeed('rows');
    await promisesDone();
    assert.equal($store.value.status, 'ready');
  });
}

test('a foreign refusal after a success leaves the rows stale and polling on', async () => {
  const {$store, loads, clock} = watched();
  loads.last.succeed('rows');
  await promisesDone();
  clock.pass(10_000);

  loads.last.fail(new LiveOpsError('not-found', 'Any.', {status: 404}));
  await promisesDone();

  assert.equal(hasEnded($store), false);
  assert.deepEqual(clock.waits, [20_000]);
});

for (const [code, status, vendorCode] of [
  ['forbidden', 403, 1020],
  ['not-found', 404, 9911],
  ['invalid', 422, 1102],
] as const) {
  test(`the vendor’s own ${status} ends polling`, async () => {
    const {loads, clock} = watched();

    loads.last.fail(new LiveOpsError(code, 'Any.', {status, vendorCode}));
    await promisesDone();
    clock.pass(3_600_000);

    assert.equal(loads.count, 1);
  });
}
