import assert from 'node:assert/strict';
import {test} from 'node:test';

import {toRewardChain} from '../../../src/reward-chains/wire.js';
import {chainAnswer, rewardAnswer} from '../../support/wire.js';

test('a step without an id is dropped, and one with a bad price is kept', () => {
  const steps = [null, {}, {step_id: 2, price: null}, {step_id: 3, price: {amount: 'x'}}, {step_id: 4, price: 100}];

  const chain = toRewardChain(chainAnswer({steps}));

  assert.deepEqual(
    chain?.steps.map(({id, price, claimed, rewards}) => [id, price, claimed, rewards]),
    [
      [2, null, false, []],
      [3, null, false, []],
      [4, null, false, []],
    ],
  );
});

test('only a plain yes makes a step claimed', () => {
  const steps = [true, 'true', 1, null].map((is_claimed, index) => ({step_id: index + 1, is_claimed}));

  assert.deepEqual(
    toRewardChain(chainAnswer({steps}))?.steps.map(step => step.claimed),
    [true, false, false, false],
  );
});

test('null rows among rewards are dropped', () => {
  const steps = [{step_id: 1, reward: [null, rewardAnswer({sku: 'kept'}), 'x']}];

  assert.deepEqual(
    toRewardChain(chainAnswer({steps}))?.steps[0]?.rewards.map(reward => reward.sku),
    ['kept'],
  );
});

test('a schedule without a readable date is none', () => {
  for (const recurrent_schedule of [null, {}, {reset_next_date: null}, {reset_next_date: 0}, 'weekly']) {
    assert.equal(toRewardChain(chainAnswer({recurrent_schedule}))?.reset, undefined);
  }
});

test('a schedule whose interval is not known keeps its date', () => {
  const chain = toRewardChain(chainAnswer({recurrent_schedule: {reset_next_date: 1_711_904_400_000}}));

  assert.deepEqual(chain?.reset, {interval: '', at: 1_711_904_400_000});
});

test('any one of the three texts about joining is kept', () => {
  const none = {popup_header: null, popup_instruction: {en: null}, popup_image_url: ''};
  const header = toRewardChain(chainAnswer({...none, popup_header: {en: 'Hello'}}))?.howToJoin;
  const image = toRewardChain(chainAnswer({...none, popup_image_url: 'https://a.example/b.png'}))?.howToJoin;

  assert.equal(toRewardChain(chainAnswer(none))?.howToJoin, undefined);
  assert.deepEqual([header?.header['en'], header?.instruction], ['Hello', {}]);
  assert.deepEqual(image, {header: {}, instruction: {}, imageUrl: 'https://a.example/b.png'});
});

test('a text by language finds no inherited name, and takes none from the answer', () => {
  const popup_header = JSON.parse('{"en": "Hello", "__proto__": {"de": "evil"}}') as unknown;

  const header = toRewardChain(chainAnswer({popup_header}))?.howToJoin?.header;

  assert.equal(header?.['en'], 'Hello');
  assert.equal(header?.['de'], undefined);
  assert.equal(header?.['constructor'], undefined);
});
