import assert from 'node:assert/strict';
import {test} from 'node:test';

import {firstClanChain, isClaimable, isClanChain, isRunning} from '../../../src/reward-chains/rules.js';
import {rewardChain} from '../../support/fixtures/reward-chain.js';

const points = {sku: 'points', name: 'Points', amount: 0};
const now = 1_000;
const then = {earliest: now, latest: now, isKnown: true};

test('a chain runs from its start up to its end', () => {
  const chain = rewardChain({startsAt: 1_000, endsAt: 2_000});

  assert.deepEqual(
    [999, 1_000, 1_999, 2_000].map(moment => isRunning(chain, moment)),
    [false, true, true, false],
  );
});

test('an absent date is open', () => {
  assert.equal(isRunning(rewardChain(), now), true);
  assert.equal(isRunning(rewardChain({startsAt: 1_001}), now), false);
  assert.equal(isRunning(rewardChain({endsAt: 1_000}), now), false);
});

test('the value point says whether a chain is the clan’s', () => {
  const contributors = [{name: 'winner', amount: 1}];

  assert.equal(isClanChain(rewardChain({valuePoint: {...points, isClan: true}})), true);
  assert.equal(
    isClanChain(
      rewardChain({valuePoint: {...points, isClan: false}, clanType: 'guild', topContributors: contributors}),
    ),
    false,
  );
});

test('where the value point is silent, anything that only clan chains have tells', () => {
  assert.equal(isClanChain(rewardChain()), false);
  assert.equal(isClanChain(rewardChain({clanType: 'guild'})), true);
  assert.equal(isClanChain(rewardChain({topContributors: [{name: 'winner', amount: null}]})), true);
  assert.equal(isClanChain(rewardChain({howToJoin: {header: {}, instruction: {}}})), true);
});

test('the first clan chain is the running one with the lowest order', () => {
  const chains = [
    rewardChain({id: 1, order: 0}),
    rewardChain({id: 2, order: 1, clanType: 'clan', endsAt: now}),
    rewardChain({id: 3, order: 2, clanType: 'clan', startsAt: now + 1}),
    rewardChain({id: 4, order: 9, clanType: 'clan'}),
    rewardChain({id: 5, order: 4, clanType: 'clan'}),
    rewardChain({id: 6, order: 7, clanType: 'clan'}),
  ];

  assert.equal(firstClanChain(chains, then)?.id, 5);
});

test('of chains with the same order the first counts', () => {
  const chains = [4, 5].map(id => rewardChain({id, order: 1, clanType: 'clan'}));

  assert.equal(firstClanChain(chains, then)?.id, 4);
});

test('without a running clan chain there is none', () => {
  assert.equal(firstClanChain([], then), undefined);
  assert.equal(firstClanChain([rewardChain()], then), undefined);
});

test('a step can be claimed once it is reached and not claimed yet', () => {
  const step = {id: 1, name: 'Level 1', price: 100, claimed: false, rewards: []};

  assert.deepEqual(
    [99, 100, 101, null].map(points => isClaimable(step, points)),
    [false, true, true, false],
  );
  assert.equal(isClaimable({...step, claimed: true}, 100), false);
  assert.equal(isClaimable({...step, price: null}, 100), false);
});
