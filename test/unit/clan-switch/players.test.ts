import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import type {RawAnswer} from '../../../src/clan-switch/update.js';
import {waitUntil} from '../../support/wait-until.js';
import {later} from '../../support/deferred.js';
import {withChannels} from '../claims/fake-channels.js';
import {boxChain, granted} from './parts.js';
import {lists, switchOver} from './make-switch.js';

/** A page on which players sign in one after the other; each update grants an item of its own: `gift 1`, `gift 2` … */
function pageOf(plan: Parameters<typeof switchOver>[0] = {}) {
  let gifts = 0;
  const parts = switchOver({
    readChains: async () => [],
    send: async () => lists(granted(`gift ${++gifts}`)),
    identify: async () => undefined,
    ...plan,
  });
  const {clanSwitch} = parts;
  clanSwitch.$receipts.listen(() => undefined);
  const become = async (name: string | undefined): Promise<void> => {
    clanSwitch.setPlayer(name);
    await setImmediate();
  };
  const shown = () => parts.receipts().flatMap(({rewards}) => rewards.map(row => row.replace(/: .*/, '')));
  return {...parts, become, shown};
}

test('each of three players in turn sees the own receipts only, on this page and the next', async () => {
  const {clanSwitch, become, shown, disk} = pageOf();
  const names = ['Rocket', 'MrJoe', 'winner'];
  for (const [index, name] of names.entries()) {
    await become(name);
    assert.deepEqual(shown(), []);
    await clanSwitch.switchClan();
    assert.deepEqual(shown(), [`gift ${index + 1}`]);
  }

  for (const page of [{become, shown}, pageOf({disk})]) {
    for (const [index, name] of names.entries()) {
      await page.become(name);
      assert.deepEqual(page.shown(), [`gift ${index + 1}`], name);
    }
  }
});

test('nothing is shown while nobody is signed in', async () => {
  const {clanSwitch, become, shown, status} = pageOf();
  await become('Rocket');
  await clanSwitch.switchClan();

  await become(undefined);

  assert.deepEqual([shown(), status()], [[], 'settled']);
  await become('Rocket');
  assert.deepEqual(shown(), ['gift 1']);
});

test('a receipt can be acknowledged by its own player only', async () => {
  const {clanSwitch, become, shown} = pageOf();
  await become('Rocket');
  await clanSwitch.switchClan();
  const [receipt] = clanSwitch.$receipts.get();

  await become(undefined);
  await clanSwitch.acknowledge(receipt!.id);
  await become('MrJoe');
  await clanSwitch.acknowledge(receipt!.id);

  await become('Rocket');
  assert.deepEqual(shown(), ['gift 1']);
  await clanSwitch.acknowledge(receipt!.id);
  assert.deepEqual(shown(), []);
});

test('an account switch during the update: the answer waits for its player and nobody else learns of it', async () => {
  const answer = later<RawAnswer>();
  const {clanSwitch, become, shown, states, status, disk} = pageOf({send: () => answer.promise});
  await become('Rocket');
  const done = clanSwitch.switchClan();
  await waitUntil(() => status() === 'switching', 'the update');
  await setImmediate();

  await become('MrJoe');
  assert.equal(status(), 'settled');
  const seen = states.length;
  answer.resolve(lists(granted('box')));
  assert.equal(await done, 'rewarded');
  await setImmediate();

  assert.deepEqual([shown(), states.length], [[], seen]);
  await become('Rocket');
  assert.deepEqual(shown(), ['box']);
  const next = pageOf({disk});
  await next.become('MrJoe');
  assert.deepEqual(next.shown(), []);
});

test('the player who comes back during the update sees it under way, and its end', async () => {
  const answer = later<RawAnswer>();
  const {clanSwitch, become, shown, status, calls} = pageOf({send: () => answer.promise});
  await become('Rocket');
  const done = clanSwitch.switchClan();
  await waitUntil(() => calls.includes('send'), 'the update');
  await become('MrJoe');

  await become('Rocket');
  assert.equal(status(), 'switching');
  answer.resolve(lists(granted('box')));
  await done;

  assert.deepEqual([shown(), status()], [['box'], 'settled']);
});

test('two players can have a switch under way each', async () => {
  const answers = [later<RawAnswer>(), later<RawAnswer>()];
  let sent = 0;
  const {clanSwitch, become, shown} = pageOf({send: () => answers[sent++]!.promise});
  await become('Rocket');
  const first = clanSwitch.switchClan();
  await waitUntil(() => sent === 1, 'the first update');
  await become('MrJoe');
  const second = clanSwitch.switchClan();
  assert.notEqual(first, second);
  await waitUntil(() => sent === 2, 'the second update');

  answers[1]!.resolve(lists(granted('of MrJoe')));
  await second;
  assert.deepEqual(shown(), ['of MrJoe']);
  answers[0]!.resolve(lists(granted('of Rocket')));
  await first;

  assert.deepEqual(shown(), ['of MrJoe']);
  await become('Rocket');
  assert.deepEqual(shown(), ['of Rocket']);
});

test('the same player by another token goes on where they were', async () => {
  const {clanSwitch, become, shown, states} = pageOf();
  await become('Rocket');
  await clanSwitch.switchClan();
  const seen = states.length;

  await become('Rocket');

  assert.deepEqual([shown(), states.length], [['gift 1'], seen]);
});

test('a failure of one player is not shown to the next', async () => {
  const {clanSwitch, become, status} = pageOf({readChains: () => Promise.reject(new Error('in vain'))});
  await become('Rocket');
  await clanSwitch.switchClan();
  assert.equal(status(), 'failed');

  await become('MrJoe');

  assert.equal(status(), 'settled');
});

test('a clan that was told for one player makes nothing pending for the next', async () => {
  const {become, status, $clan} = pageOf({clan: 'wolves'});
  await become('Rocket');
  $clan.set('owls');
  assert.equal(status(), 'pending');

  await become('MrJoe');
  assert.equal(status(), 'settled');
  await become('Rocket');
  assert.equal(status(), 'pending');
});

test('what is looked up for one player is left alone under another', async () => {
  let isOnline = true;
  const {clanSwitch, become, status, calls, clock} = pageOf({
    send: async () => undefined,
    readChains: async () => (isOnline ? [boxChain] : Promise.reject(new Error('offline'))),
  });
  await become('Rocket');
  const done = clanSwitch.switchClan();
  isOnline = false;
  await done;
  isOnline = true;
  const before = calls.length;

  await become('MrJoe');
  clock.setHidden(false);
  await setImmediate();

  assert.deepEqual([status(), calls.length], ['settled', before]);
});

test('a player who cannot be told from another sends nothing, unless it is accepted that no receipt is kept', async () => {
  const {clanSwitch, become, shown, calls, disk} = pageOf();
  await become('');

  assert.equal(await clanSwitch.switchClan(), 'not-sent');
  assert.deepEqual(calls, ['read']);

  assert.equal(await clanSwitch.switchClan({allowVolatile: true}), 'rewarded');
  assert.deepEqual([shown(), disk.size], [['gift 1'], 0]);
});

test('what such a player had is gone with them, as well for the next player and after that', async () => {
  for (const between of [undefined, 'MrJoe']) {
    const {clanSwitch, become, shown} = pageOf();
    await become('');
    await clanSwitch.switchClan({allowVolatile: true});

    await become(between);
    assert.deepEqual(shown(), []);
    await become('');
    assert.deepEqual(shown(), [], String(between));
  }
});

test('the channel to other tabs is the current player’s, however a switch of the last one ends', async t => {
  const open = withChannels(t);
  const names = (): readonly string[] => [...open].map(({name}) => name);
  const answer = later<RawAnswer>();
  const {clanSwitch, become, calls} = pageOf({send: () => answer.promise});
  await become('Rocket');
  assert.deepEqual(names(), ['liveops Rocket']);
  const done = clanSwitch.switchClan();
  await waitUntil(() => calls.includes('send'), 'the update');

  await become('MrJoe');
  assert.deepEqual(names(), ['liveops MrJoe']);
  answer.resolve(lists(granted('gift')));
  await done;
  await become(undefined);

  assert.deepEqual(names(), []);
  await become('Rocket');
  assert.deepEqual(names(), ['liveops Rocket']);
});
