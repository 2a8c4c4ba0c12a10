import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {RawAnswer} from '../../../src/clan-switch/update.js';
import {LiveOpsError} from '../../../src/errors.js';
import type {RewardChain} from '../../../src/model.js';
import {waitUntil} from '../../support/wait-until.js';
import {later} from '../../support/deferred.js';
import {boxChain, granted} from './parts.js';
import {lists, switchOver} from './make-switch.js';

const send = async () => lists(granted('box'));

test('two calls are one switch with one promise', async () => {
  const {clanSwitch, calls} = switchOver({send});

  const [first, second] = [clanSwitch.switchClan(), clanSwitch.switchClan()];

  assert.equal(first, second);
  assert.equal(await first, 'rewarded');
  assert.deepEqual(calls, ['read', 'send', 'switched']);
  assert.equal(clanSwitch.$receipts.get().length, 1);
});

test('a call while the answer is awaited joins the switch under way', async () => {
  const answer = later<RawAnswer>();
  const {clanSwitch, calls} = switchOver({send: () => answer.promise});
  const first = clanSwitch.switchClan();
  await waitUntil(() => calls.includes('send'), 'the update');

  const second = clanSwitch.switchClan();
  assert.equal(second, first);
  answer.resolve(lists(granted('box')));

  assert.deepEqual(await Promise.all([first, second]), ['rewarded', 'rewarded']);
  assert.deepEqual(calls, ['read', 'send', 'switched']);
});

test('a call while nobody listens joins the switch that asked who the player is', async () => {
  const answer = later<RawAnswer>();
  const {clanSwitch, calls} = switchOver({listens: false, readChains: async () => [], send: () => answer.promise});
  const first = clanSwitch.switchClan();
  await waitUntil(() => calls.includes('send'), 'the update');

  assert.equal(clanSwitch.switchClan(), first);
  answer.resolve(lists());

  assert.equal(await first, 'nothing');
  assert.deepEqual(calls, ['read', 'send', 'switched']);
});

test('a call after the end is another switch', async () => {
  const {clanSwitch, calls} = switchOver({send});

  await clanSwitch.switchClan();
  await clanSwitch.switchClan();

  assert.deepEqual(calls, ['read', 'send', 'switched', 'read', 'send', 'switched']);
});

test('a call after a failure is another switch', async () => {
  let attempts = 0;
  const readChains = async (): Promise<readonly RewardChain[]> => {
    if (!attempts++) throw new LiveOpsError('network', 'Offline.');
    return [boxChain];
  };
  const {clanSwitch} = switchOver({readChains, send});

  assert.equal(await clanSwitch.switchClan(), 'not-sent');
  assert.equal(await clanSwitch.switchClan(), 'rewarded');
});

test('the chains are read whole, and the note is kept, before anything is sent', async () => {
  const chains = later<readonly RewardChain[]>();
  const kept: string[] = [];
  const {clanSwitch, calls, disk} = switchOver({
    readChains: () => chains.promise,
    send: async () => (kept.push(...disk.values()), lists(granted('box'))),
  });
  const done = clanSwitch.switchClan();
  await waitUntil(() => calls.includes('read'), 'the look at the chains');
  assert.deepEqual(calls, ['read']);

  chains.resolve([boxChain]);
  await done;

  assert.deepEqual(calls, ['read', 'send', 'switched']);
  assert.ok(kept.some(text => text.includes('"state":"inflight"') && text.includes('"sku":"box"')));
});

test('a preview reads and sends nothing', async () => {
  const {clanSwitch, calls, states} = switchOver();

  const [quest] = await clanSwitch.preview();

  assert.deepEqual(quest?.claimable, [{stepId: 1, price: 500, rewards: boxChain.steps[0]!.rewards}]);
  assert.deepEqual([calls, states], [['read'], [{status: 'settled'}]]);
});

test('a preview has nothing of a chain that has ended', async () => {
  const ended = {...boxChain, endsAt: Date.UTC(2025, 0, 1)};
  const {clanSwitch} = switchOver({readChains: async () => [ended, {...boxChain, id: 102}]});

  assert.deepEqual(
    (await clanSwitch.preview()).map(({id}) => id),
    [102],
  );
});

test('a preview that fails rejects and changes no state', async () => {
  const {clanSwitch, status} = switchOver({readChains: () => Promise.reject(new LiveOpsError('server', 'Down.'))});

  await assert.rejects(clanSwitch.preview(), {code: 'server'});
  assert.equal(status(), 'settled');
});
