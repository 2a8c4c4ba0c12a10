import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

for (const clan of ['ravens', 'owls', 'a clan nobody knows', '', null]) {
  test(`a move to ${JSON.stringify(clan)} lists the two rewards left in the old clan, once`, async () => {
    await rocket.setClan(clan);

    assert.deepEqual(await rocket.updateClan(), ['Super box', 'Mega potion']);
    assert.deepEqual(await rocket.updateClan(), []);
  });
}

test('the rewards come flat, and only bundles carry a bundle type', async () => {
  await rocket.setClan('ravens');

  const answer = await rocket.call('PUT', '/clan/update');

  const {reward} = (await answer.json()) as {reward: {sku: string; bundle_type?: string}[]};
  assert.deepEqual(
    reward.map(({sku, bundle_type}) => [sku, bundle_type]),
    [
      ['com.xsolla.box_1', 'standard'],
      ['com.xsolla.potion_1', undefined],
    ],
  );
});

test('nothing is claimed while the clan stays the same', async () => {
  assert.deepEqual(await rocket.updateClan(), []);

  const {steps} = await rocket.chain(101);
  assert.deepEqual(
    steps.map(({is_claimed}) => is_claimed),
    [true, false, false, false],
  );
});

test('the attribute alone moves nobody', async () => {
  await rocket.setClan('owls');

  assert.equal((await rocket.balance(101)).amount, 1155);
  assert.equal((await rocket.board(101))[0]?.name, 'winner');
});

test('an attribute that is put back before the update is no move', async () => {
  await rocket.setClan('owls');
  await rocket.setClan('wolves');

  assert.deepEqual(await rocket.updateClan(), []);
});

test('after a move to the poor clan the lists describe it', async () => {
  await rocket.setClan('ravens');
  await rocket.updateClan();

  const {value_point, top_contributors, steps} = await rocket.chain(101);
  assert.equal(value_point.amount, 20);
  assert.deepEqual(top_contributors, [{name: 'corvid', contributed_amount: 20}]);
  assert.deepEqual(await rocket.board(101), top_contributors);
  assert.ok(steps.every(({is_claimed}) => !is_claimed));
});

test('after a move to the rich clan its steps are there to claim', async () => {
  await rocket.setClan('owls');
  await rocket.updateClan();

  assert.equal((await rocket.balance(101)).amount, 1600);
  assert.equal((await rocket.claim(101, 1003)).status, 204);
});

test('what was left in the rich clan is listed on the next move', async () => {
  await rocket.setClan('owls');
  await rocket.updateClan();
  await rocket.claim(101, 1002);

  await rocket.setClan('ravens');

  assert.deepEqual(await rocket.updateClan(), ['Small potion', 'Mega potion']);
});

test('per chain, the next move lists nothing that was given before', async () => {
  await controlled(sandbox, 'PUT', '/options', {claims: 'per-chain'});
  await rocket.setClan('owls');
  assert.deepEqual(await rocket.updateClan(), ['Super box', 'Mega potion']);

  await rocket.setClan('ravens');

  assert.deepEqual(await rocket.updateClan(), []);
});

test('a player who leaves has no clan', async () => {
  await rocket.setClan(null);
  await rocket.updateClan();

  assert.deepEqual(await rocket.board(101), []);
  assert.equal((await rocket.chain(101)).value_point.amount, 0);
});

test('an empty attribute is no clan, so that there is none to give points to', async () => {
  await rocket.setClan('');
  await rocket.updateClan();

  const body = {reward_chain_id: 101, amount: 1};
  await assertRefused(await control(sandbox, 'POST', '/users/Rocket/contributions', body), 422, 1102);
});

test('a player who joins is listed nothing', async () => {
  const loner = await Visitor.signIn(sandbox, 'loner');
  await loner.setClan('owls');

  assert.deepEqual(await loner.updateClan(), []);
  assert.equal((await loner.balance(101)).amount, 1600);
});

test('points stay with the clan they were given in', async () => {
  await rocket.setClan('ravens');
  await rocket.updateClan();
  await rocket.contribute(101, 30);

  const winner = await Visitor.signIn(sandbox, 'winner');
  assert.equal((await winner.balance(101)).amount, 1155);
  assert.deepEqual((await winner.board(101))[1], {name: 'Rocket', contributed_amount: 398});
  assert.deepEqual((await rocket.board(101))[0], {name: 'Rocket', contributed_amount: 30});
});

test('points given between the attribute and the update go to the old clan', async () => {
  await rocket.setClan('ravens');
  await rocket.contribute(101, 845);

  assert.deepEqual(await rocket.updateClan(), ['Super box', 'Mega potion', 'Gems']);
});

test('rewards of several chains are listed together', async () => {
  await rocket.contribute(102, 180);
  await rocket.setClan('ravens');

  assert.deepEqual(await rocket.updateClan(), ['Super box', 'Mega potion', 'Gems']);
});

test('the individual chain is left alone', async () => {
  await rocket.contribute(10, 100);
  await rocket.setClan('ravens');

  assert.deepEqual(await rocket.updateClan(), ['Super box', 'Mega potion']);
  assert.deepEqual((await rocket.chain(10)).steps[1]?.is_claimed, false);
});

test('of many updates at once one lists the rewards', async () => {
  await rocket.setClan('ravens');

  const lists = await Promise.all(Array.from({length: 20}, () => rocket.updateClan()));

  assert.deepEqual(lists.flat(), ['Super box', 'Mega potion']);
});
