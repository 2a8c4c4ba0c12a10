import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {Reading} from '../../src/switch/outcome.js';
import {waitUntil} from '../helpers/wait-until.js';
import {later} from './later.js';
import {granted} from './parts.js';
import {lists, switchOver} from './switch-over.js';

const BOX = async (): Promise<Reading> => lists(granted('box'));

/** The statuses after each of these clans in turn; the first is the clan at the start. */
function statuses(...[clan, ...next]: (string | null | undefined)[]): readonly string[] {
  const {$clan, status} = switchOver({clan});
  return [status(), ...next.map(name => ($clan.set(name), status()))];
}

test('the clan at the start is settled, and another is pending', () => {
  assert.deepEqual(statuses('wolves', 'owls'), ['settled', 'pending']);
});

test('back in the old clan nothing is pending', () => {
  assert.deepEqual(statuses('wolves', 'owls', 'wolves'), ['settled', 'pending', 'settled']);
});

test('the first clan that is heard of is settled, and the next is pending', () => {
  assert.deepEqual(statuses(undefined, 'wolves', 'owls'), ['settled', 'settled', 'pending']);
});

test('an unknown clan is not pending, and does not make one forget the old clan', () => {
  assert.deepEqual(statuses('wolves', undefined, 'owls'), ['settled', 'settled', 'pending']);
  assert.deepEqual(statuses('wolves', undefined, 'wolves'), ['settled', 'settled', 'settled']);
});

test('to have no clan is something else than an unknown clan', () => {
  assert.deepEqual(statuses('wolves', null), ['settled', 'pending']);
  assert.deepEqual(statuses(null, 'wolves', null), ['settled', 'pending', 'settled']);
  assert.deepEqual(statuses(undefined, null, 'wolves'), ['settled', 'settled', 'pending']);
});

test('after a switch the new clan is settled, and the way back is pending', async () => {
  const {clanSwitch, $clan, status} = switchOver({sendUpdate: BOX});
  $clan.set('owls');

  await clanSwitch.switchClan();
  assert.equal(status(), 'settled');

  $clan.set('wolves');
  assert.equal(status(), 'pending');
});

test('after a switch that grants nothing the new clan is settled, too', async () => {
  const {clanSwitch, $clan, status} = switchOver({readChains: async () => []});
  $clan.set('owls');

  assert.equal(await clanSwitch.switchClan(), 'nothing');

  assert.equal(status(), 'settled');
});

for (const [answer, reading] of Object.entries({lost: {kind: 'unknown'}, short: lists()} as const)) {
  test(`after an answer that is ${answer} the switch is still pending`, async () => {
    const {clanSwitch, $clan, status} = switchOver({sendUpdate: async () => reading});
    $clan.set('owls');

    assert.equal(await clanSwitch.switchClan(), 'uncertain');

    assert.equal(status(), 'pending');
  });
}

test('a clan that changes during a switch is pending at its end', async () => {
  const answer = later<Reading>();
  const {clanSwitch, $clan, calls, status} = switchOver({sendUpdate: () => answer.promise});
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
  const {clanSwitch, $clan, status} = switchOver({readChains: () => Promise.reject(new Error('in vain'))});
  await clanSwitch.switchClan();
  assert.equal(status(), 'failed');

  $clan.set('owls');

  assert.equal(status(), 'pending');
});
