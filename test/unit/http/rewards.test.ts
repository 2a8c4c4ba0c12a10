import assert from 'node:assert/strict';
import {test} from 'node:test';

import {toReward} from '../../../src/http/rewards.js';
import {rewardAnswer} from '../../support/wire.js';

test('a reward has every field of the answer, and where it comes from', () => {
  assert.deepEqual(toReward(rewardAnswer(), 'answer'), {
    sku: 'com.xsolla.box_1',
    name: 'Super box',
    type: 'bundle',
    description: 'A box full of things',
    imageUrl: 'https://images.example.com/box.png',
    quantity: 2,
    bundleType: 'standard',
    source: 'answer',
  });
});

test('a reward of which nothing is known is still a reward', () => {
  assert.deepEqual(toReward({}, 'expected'), {sku: '', name: '', type: '', source: 'expected'});
});

test('a reward without a name is called by its sku', () => {
  assert.equal(toReward({sku: 'gem_1', name: null}, 'answer').name, 'gem_1');
});

test('a kind that is not known yet is kept', () => {
  assert.equal(toReward({type: 'hologram'}, 'answer').type, 'hologram');
});

test('unreadable fields are left out', () => {
  const reward = toReward(
    {sku: {}, name: [], type: null, description: 7n, image_url: 'javascript:alert(1)', quantity: 0, bundle_type: ''},
    'answer',
  );

  assert.deepEqual(reward, {sku: '', name: '', type: '', source: 'answer'});
});

test('a quantity is a whole number from 1', () => {
  const quantities = [1, '50', 0, -1, 1.5, 2 ** 53, 1e300, null].map(
    quantity => toReward(rewardAnswer({quantity}), 'answer').quantity,
  );

  assert.deepEqual(quantities, [1, 50, undefined, undefined, undefined, undefined, undefined, undefined]);
});
