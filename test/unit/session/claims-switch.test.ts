import assert from 'node:assert/strict';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {chainAnswer, chainPage, rewardAnswer} from '../../support/wire.js';
import {waitUntil} from '../../support/wait-until.js';
import {statusOf} from '../stores/store-state.js';
import {boardCall, LIST} from './make-session.js';
import {claiming, grant, UPDATE} from '../claims/claiming.js';

test('a switch is one read of the chains and one update without a body', async () => {
  const {session, api, sent} = claiming();
  api.on(UPDATE, grant);

  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

  assert.deepEqual(sent(), ['GET reward_chain', 'PUT update']);
  assert.equal(api.requests[1]!.body, null);
  const [receipt] = session.clanSwitch.$receipts.get();
  assert.deepEqual(
    receipt?.rewards.map(({name, quantity, source}) => [name, quantity, source]),
    [['Super box', 2, 'answer']],
  );
  assert.equal(receipt.receivedAt, '2025-01-01T00:00:00.000Z');
});

test('two calls send one update', async () => {
  const {session, api, sent} = claiming();
  api.on(UPDATE, grant);

  const outcomes = await Promise.all([session.clanSwitch.switchClan(), session.clanSwitch.switchClan()]);

  assert.deepEqual(outcomes, ['rewarded', 'rewarded']);
  assert.deepEqual(sent(), ['GET reward_chain', 'PUT update']);
});

test('nothing is sent where the chains cannot be read', async () => {
  for (const answer of [() => json({}, 503), () => json({items: 'rubbish'}), () => Promise.reject(new TypeError())]) {
    const {session, api, sent} = claiming();
    api.on(LIST, answer);

    assert.equal(await session.clanSwitch.switchClan(), 'not-sent');
    assert.deepEqual([...new Set(sent())], ['GET reward_chain']);
  }
});

test('nothing is sent where only a later page of the chains cannot be read', async () => {
  const {session, api, sent} = claiming();
  const isFirst = (url: string): boolean => url.includes('offset=0');
  api.on(LIST, ({url}) => (isFirst(url) ? json(chainPage([chainAnswer()], true)) : json({}, 500)));

  assert.equal(await session.clanSwitch.switchClan(), 'not-sent');
  assert.deepEqual([...new Set(sent())], ['GET reward_chain']);
});

test('only clan chains are expected to grant: the player’s own survive a switch', async () => {
  const {session, api} = claiming();
  const steps = [{step_id: 1, is_claimed: false, price: {amount: 1}, reward: [rewardAnswer()]}];
  const silent = {clan_type: null, top_contributors: [], popup_header: null, popup_instruction: null};
  const point = {sku: 'points', name: 'Points', amount: 9};
  const chains = [
    chainAnswer({reward_chain_id: 1, steps}),
    chainAnswer({reward_chain_id: 2, steps, value_point: {...point, is_clan: false}}),
    chainAnswer({reward_chain_id: 3, steps, ...silent, popup_image_url: null, value_point: point}),
    chainAnswer({reward_chain_id: 4, steps, ...silent, clan_type: 'tribe', value_point: point}),
  ];
  api.on(LIST, () => json(chainPage(chains)));

  const snapshot = await session.clanSwitch.preview();

  assert.deepEqual(
    snapshot.map(({id}) => id),
    [1, 4],
  );
});

test('after a switch the boards and chains are asked for again', async () => {
  const {session, api, sent} = claiming();
  api.on(boardCall(101), () => json([])).on(UPDATE, grant);
  const board = session.contributors(101);
  board.listen(() => undefined);
  session.$rewardChains.listen(() => undefined);
  await waitUntil(() => statusOf(board) === 'ready' && statusOf(session.$rewardChains) === 'ready', 'both stores');

  await session.clanSwitch.switchClan();

  await waitUntil(() => statusOf(board) === 'ready' && statusOf(session.$rewardChains) === 'ready', 'both anew');
  assert.deepEqual([...sent().slice(-2)].sort(), ['GET reward_chain', 'GET top']);
});

test('the clan that the page tells makes a switch pending, and the switch settles it', async () => {
  const {session, api} = claiming();
  api.on(UPDATE, grant);
  const statuses: string[] = [];
  session.clanSwitch.$state.subscribe(({status}) => {
    if (statuses[statuses.length - 1] !== status) statuses.push(status);
  });

  session.setClan('owls');
  await waitUntil(() => statuses.includes('pending'), 'the pending switch');
  await session.clanSwitch.switchClan();

  assert.deepEqual(statuses.slice(statuses.indexOf('pending')), ['pending', 'switching', 'settled']);
});
