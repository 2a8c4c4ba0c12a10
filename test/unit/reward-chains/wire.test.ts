import assert from 'node:assert/strict';
import {test} from 'node:test';

import {toRewardChain} from '../../../src/reward-chains/wire.js';
import {chainAnswer} from '../../support/wire.js';

test('a chain has every field of the answer', () => {
  const chain = toRewardChain(chainAnswer());

  assert.deepEqual(JSON.parse(JSON.stringify(chain)), {
    id: 101,
    name: 'Weekly clan quest',
    order: 3,
    clanType: 'guild',
    valuePoint: {sku: 'points', name: 'Clan points', amount: 1155, isClan: true},
    steps: [
      {
        id: 1001,
        name: 'Level 1',
        price: 100,
        claimed: true,
        imageUrl: 'https://images.example.com/step.png',
        rewards: [
          {
            sku: 'com.xsolla.box_1',
            name: 'Super box',
            type: 'bundle',
            source: 'expected',
            description: 'A box full of things',
            imageUrl: 'https://images.example.com/box.png',
            quantity: 2,
            bundleType: 'standard',
          },
        ],
      },
    ],
    topContributors: [{name: 'winner', amount: 555}],
    description: 'What the clan gathers in a week',
    imageUrl: 'https://images.example.com/quest.png',
    startsAt: Date.UTC(2023, 4, 1),
    reset: {interval: 'weekly', at: 1_746_057_600_000},
    howToJoin: {
      header: {en: 'Rewards for clans', cn: '公会奖励'},
      instruction: {en: 'Join a clan in the game.'},
      imageUrl: 'https://images.example.com/join.png',
    },
  });
});

test('a chain may end, and its points have a picture', () => {
  const chain = toRewardChain({
    reward_chain_id: 7,
    date_end: '2023-05-01T02:00:00+02:00',
    value_point: {image_url: 'https://images.example.com/point.png'},
    steps: [{step_id: 1}],
  });

  assert.equal(chain?.endsAt, Date.UTC(2023, 4, 1));
  assert.equal(chain.valuePoint.imageUrl, 'https://images.example.com/point.png');
  assert.equal(chain.steps[0]?.name, '');
});

test('a chain of which only the id is known is still a chain', () => {
  assert.deepEqual(toRewardChain({reward_chain_id: '7'}), {
    id: 7,
    name: '',
    order: 0,
    clanType: null,
    valuePoint: {sku: '', name: '', amount: null},
    steps: [],
    topContributors: [],
  });
});

test('a row without a usable id is no chain', () => {
  for (const id of [undefined, null, 0, -1, 1.5, 'x', 2 ** 53, {}, []]) {
    assert.equal(toRewardChain(chainAnswer({reward_chain_id: id})), undefined, String(id));
  }
});

test('a chain whose every field is rubbish loses only those', () => {
  for (const rubbish of [null, 7, 'x', true, [], {}, [null], [[]], -1, 1e300]) {
    const fields = Object.keys(chainAnswer()).filter(key => key !== 'reward_chain_id');
    const row = {reward_chain_id: 101, ...Object.fromEntries(fields.map(field => [field, rubbish]))};

    assert.equal(toRewardChain(row)?.id, 101, JSON.stringify(rubbish));
  }
});

test('whether points are the clan’s stays open unless the answer says so', () => {
  const marks = [true, false, undefined, null, 'true', 1].map(
    is_clan => toRewardChain(chainAnswer({value_point: {is_clan}}))?.valuePoint.isClan,
  );

  assert.deepEqual(marks, [true, false, undefined, undefined, undefined, undefined]);
});
