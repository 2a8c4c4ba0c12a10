import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import type {RawAnswer} from '../../../src/clan-switch/update.js';
import {waitUntil} from '../../support/wait-until.js';
import {later} from '../../support/deferred.js';
import {granted} from './parts.js';
import {lists, refuses, switchOver} from './make-switch.js';

const send = async (): Promise<RawAnswer> => lists(granted('box'));

/** A switch whose journal has been read. */
async function started(plan: Parameters<typeof switchOver>[0] = {}) {
  const parts = switchOver(plan);
  await setImmediate();
  return parts;
}

/** The statuses after each of these clans in turn; the first is the clan at the start. */
async function statuses(...[clan, ...next]: (string | null | undefined)[]): Promise<readonly string[]> {
  const {$clan, status} = await started({clan});
  const seen = [status()];
  for (const name of next) {
    $clan.set(name);
    await setImmediate();
    seen.push(status());
  }
  return seen;
}

test('the clan at the start is settled, and another is pending', async () => {
  assert.deepEqual(await statuses('wolves', 'owls'), ['settled', 'pending']);
});

test('back in the old clan nothing is pending', async () => {
  assert.deepEqual(await statuses('wolves', 'owls', 'wolves'), ['settled', 'pending', 'settled']);
});

test('the first clan that is heard of is settled, and the next is pending', async () => {
  assert.deepEqual(await statuses(undefined, 'wolves', 'owls'), ['settled', 'settled', 'pending']);
});

test('an unknown clan is not pending, and does not make one forget the old clan', async () => {
  assert.deepEqual(await statuses('wolves', undefined, 'owls'), ['settled', 'settled', 'pending']);
  assert.deepEqual(await statuses('wolves', undefined, 'wolves'), ['settled', 'settled', 'settled']);
});

test('to have no clan is something else than an unknown clan', async () => {
  assert.deepEqual(await statuses('wolves', null), ['settled', 'pending']);
  assert.deepEqual(await statuses(null, 'wolves', null), ['settled', 'pending', 'settled']);
  assert.deepEqual(await statuses(undefined, null, 'wolves'), ['settled', 'settled', 'pending']);
});

test('a clan that changes before the journal is read is pending once it is', async () => {
  const {$clan, status} = switchOver();
  $clan.set('owls');

  await setImmediate();

  assert.equal(status(), 'pending');
});

test('a page that is opened after the change finds it pending', async () => {
  const {disk} = await started({clan: 'wolves'});

  const {status} = await started({clan: 'owls', disk});

  assert.equal(status(), 'pending');
});

test('after a switch the new clan is settled, here and on the next page, and the way back is pending', async () => {
  const {clanSwitch, $clan, status, disk} = await started({send});
  $clan.set('owls');

  await clanSwitch.switchClan();
  assert.equal(status(), 'settled');

  $clan.set('wolves');
  assert.equal(status(), 'pending');
  assert.equal((await started({clan: 'owls', disk})).status(), 'settled');
});

test('after a switch that grants nothing the new clan is settled, too', async () => {
  const {clanSwitch, $clan, status} = await started({readChains: async () => []});
  $clan.set('owls');

  assert.equal(await clanSwitch.switchClan(), 'nothing');

  assert.equal(status(), 'settled');
});

for (const [answer, plan] of Object.entries({lost: {send: async () => undefined}, short: {}})) {
  test(`after an answer that is ${answer} and a look that proves nothing the switch is over`, async () => {
    const {clanSwitch, $clan, status} = await started(plan);
    $clan.set('owls');

    assert.equal(await clanSwitch.switchClan(), 'uncertain');

    assert.equal(status(), 'settled');
  });
}

test('after a refusal the switch is still to be done: the failure goes, and it is pending', async () => {
  const {clanSwitch, $clan, status} = await started({send: async () => refuses(403)});
  $clan.set('owls');
  await clanSwitch.switchClan();
  assert.equal(status(), 'failed');

  $clan.set('ravens');

  assert.equal(status(), 'pending');
});

test('a clan that changes during a switch is pending at its end', async () => {
  const answer = later<RawAnswer>();
  const {clanSwitch, $clan, calls, status} = await started({send: () => answer.promise});
  $clan.set('owls');
  const done = clanSwitch.switchClan();
  await waitUntil(() => calls.includes('send'), 'the update');

  $clan.set('ravens');
  assert.equal(status(), 'switching');
  answer.resolve(lists(granted('box')));
  await done;

  assert.equal(status(), 'pending');
  $clan.set('owls');
  assert.equal(status(), 'settled');
});

test('another clan takes the place of a failure', async () => {
  const {clanSwitch, $clan, status} = await started({readChains: () => Promise.reject(new Error('in vain'))});
  await clanSwitch.switchClan();
  assert.equal(status(), 'failed');

  $clan.set('owls');

  assert.equal(status(), 'pending');
});
