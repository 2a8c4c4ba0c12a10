import assert from 'node:assert/strict';
import {test} from 'node:test';
import {toMoney} from '../../../src/http/money.js';
import {toOfferChain} from '../../../src/offer-chains/wire.js';
import {offerAnswer, offerStepAnswer} from '../../support/fixtures/offer-chain.js';

const states = (row: Record<string, unknown>) => toOfferChain(row)?.steps.map(({state}) => state);

test('a chain is read with its steps, prices, points and the content of bundles', () => {
  const box = {sku: 'box', name: 'Box', type: 'bundle', quantity: 1, content: [{sku: 'gem', name: 'Gem', quantity: 5}]};
  const points = [{sku: 'p', name: 'Points', amount: 10, is_clan: true}, {sku: 'q', amount: 'x'}, 5];
  const steps = [
    offerStepAnswer(2, 4.99, {items: [box], step_vp_rewards: points}),
    offerStepAnswer(1, null, {is_claimed: true}),
  ];
  const chain = toOfferChain(
    offerAnswer([], 0, {
      steps,
      next_step_number: 2,
      recurrent_schedule: {interval_type: 'hourly', reset_next_date: 1_775_049_360},
    }),
  );

  assert.deepEqual(
    chain?.steps.map(({number, free, price, state}) => [number, free, price, state]),
    [
      [1, true, undefined, 'done'],
      [2, false, {amount: '4.99', currency: 'EUR'}, 'next'],
    ],
  );
  assert.deepEqual(
    chain?.steps[1]?.rewards[0]?.content?.map(({sku, quantity}) => [sku, quantity]),
    [['gem', 5]],
  );
  assert.deepEqual(
    chain?.steps[1]?.points.map(({sku, amount, isClan}) => [sku, amount, isClan]),
    [
      ['p', 10, true],
      ['q', null, false],
    ],
  );
  assert.deepEqual(chain?.reset, {interval: 'hourly', at: 1_775_049_360_000});
  assert.equal(chain?.finished, false);
});

test('the server says which step is next; where it says nothing, the first that is open is', () => {
  assert.deepEqual(states(offerAnswer([null, 1, null], 1)), ['done', 'next', 'locked']);
  assert.deepEqual(states(offerAnswer([null, 1, null], 1, {next_step_number: 3})), ['done', 'locked', 'next']);
  assert.deepEqual(states(offerAnswer([null, 1, null], 1, {next_step_number: undefined})), ['done', 'next', 'locked']);
  assert.deepEqual(states(offerAnswer([null, 1, null], 2, {next_step_number: 2})), ['done', 'done', 'next']);
  assert.deepEqual(states(offerAnswer([null, 1], 1, {next_step_number: null})), ['done', 'locked']);
});

test('a chain is finished once no step is next', () => {
  assert.equal(toOfferChain(offerAnswer([null, 1], 2))?.finished, true);
  assert.equal(toOfferChain(offerAnswer([null, 1], 1))?.finished, false);
  assert.equal(toOfferChain(offerAnswer([], 0))?.finished, false);
});

test('a row without an id is none, and a step without a number costs no other', () => {
  assert.equal(toOfferChain(offerAnswer([null], 0, {id: 'x'})), undefined);
  assert.equal(
    toOfferChain(offerAnswer([], 0, {steps: [offerStepAnswer(NaN), 7, offerStepAnswer(2)]}))?.steps.length,
    1,
  );
});

for (const [value, money] of [
  [{amount: 4.99, currency: 'EUR'}, '4.99 EUR'],
  [{amount: '4.9900000000000000', currency: 'EUR'}, '4.9900000000000000 EUR'],
  [{amount: 100, currency: 'JPY'}, '100 JPY'],
  [{amount: 0, currency: 'EUR'}, '0 EUR'],
  [{amount: 4.99, currency: 'com.xsolla.gem_1'}, undefined],
  [{amount: -1, currency: 'EUR'}, undefined],
  [{amount: '1e9', currency: 'EUR'}, undefined],
  [{amount: Infinity, currency: 'EUR'}, undefined],
  [{amount: null, currency: 'EUR'}, undefined],
  [[], undefined],
  [null, undefined],
] as const)
  test(`${JSON.stringify(value)} is ${money ?? 'no price'}`, () => {
    const read = toMoney(value);

    assert.equal(read && `${read.amount} ${read.currency}`, money);
  });
