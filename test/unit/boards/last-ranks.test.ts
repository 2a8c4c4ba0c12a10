import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {forgetRanks, keepRank} from '../../../src/boards/last-ranks.js';
import {promisesDone} from '../../support/promises-done.js';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 0, 1);

/** A device's storage, as a browser has it: texts are its own properties. */
class Device {
  [key: string]: unknown;
  getItem(key: string): unknown {
    return this[key] ?? null;
  }
  setItem(key: string, text: string): void {
    this[key] = text;
  }
}

function deviceOf(t: TestContext, device: unknown): void {
  Object.defineProperty(globalThis, 'localStorage', {get: () => device, configurable: true});
  t.after(() => Reflect.deleteProperty(globalThis, 'localStorage'));
}

/** What each rank says that is seen at a minute. */
async function changes(seen: readonly (readonly [minute: number, rank: number, place?: object])[]) {
  const found: (number | undefined)[] = [];
  for (const [minute, rank, place] of seen) {
    const at = {player: 'rocket', clan: 'wolves', chainId: 101, ...place};
    found.push(keepRank(at, rank, NOW + minute * MINUTE));
    await promisesDone(3);
  }
  return found;
}

test('the first visit has nothing to compare with, and the next one the last rank of it', async t => {
  deviceOf(t, new Device());

  assert.deepEqual(
    await changes([
      [0, 5],
      [10, 6],
      [50, 3],
      [60, 2],
      [80, 7],
      [200, 7],
    ]),
    [undefined, undefined, 3, 4, -1, 0],
  );
});

test('another player, clan or chain has nothing to do with it', async t => {
  deviceOf(t, new Device());

  const found = await changes([
    [0, 5],
    [50, 3, {player: 'joe'}],
    [50, 3, {chainId: 10}],
    [50, 3],
    [100, 1, {clan: 'ravens'}],
  ]);

  assert.deepEqual(found, [undefined, undefined, undefined, 2, undefined]);
});

test('no name, and nothing but numbers and checksums, is kept', async t => {
  const device = new Device();
  deviceOf(t, device);
  await changes([
    [0, 5],
    [50, 3],
  ]);

  assert.doesNotMatch(JSON.stringify(device), /rocket|wolves/);
  assert.equal(Object.keys(device).length, 1);
});

test('damaged texts, refused writes and a missing storage mean no last visit', async t => {
  const device = new Device();
  deviceOf(t, device);
  await changes([[0, 5]]);
  for (const text of ['', '{', 'null', '{"v":2}', '{"v":1,"rank":"5","at":0}']) {
    for (const key of Object.keys(device)) device[key] = text;
    assert.deepEqual(await changes([[50, 3]]), [undefined], text);
  }

  const full = Object.assign(new Device(), {});
  full.setItem = () => {
    throw new Error('QuotaExceededError');
  };
  for (const other of [full, null, undefined]) {
    deviceOf(t, other);
    assert.deepEqual(
      await changes([
        [0, 5],
        [50, 3],
      ]),
      [undefined, undefined],
    );
  }
});

test('the ranks of a player are forgotten, and nothing else; without a storage that is no failure', async t => {
  const device = new Device();
  device.removeItem = (key: string) => delete device[key];
  deviceOf(t, device);
  await changes([
    [0, 5, {chainId: 10}],
    [0, 5],
    [0, 2, {player: 'joe'}],
  ]);
  device.setItem('liveops/visit', 'x');
  const kept = (): string[] => Object.keys(device).filter(key => key.startsWith('liveops/'));
  assert.equal(kept().length, 4);

  forgetRanks('rocket');
  await promisesDone(3);

  assert.equal(kept().length, 2);
  assert.deepEqual(await changes([[50, 1, {player: 'joe'}]]), [1]);
  deviceOf(t, null);
  forgetRanks('rocket');
});
