import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {OfferChain, OfferStep, Order} from '../../../src/offers.js';
import {
  chosenOfferChain,
  endedOrderOf,
  nextMoment,
  offerEvidence,
  orderMoments,
  orderOf,
} from '../../../src/offer-chains/rules.js';

const NOW = Date.UTC(2026, 0, 10);
const time = {earliest: NOW, latest: NOW, isKnown: true, device: NOW, skewMs: 0};

const chain = (id: number, fields: Partial<OfferChain> = {}): OfferChain => ({
  id,
  name: '',
  order: id,
  finished: false,
  steps: [],
  ...fields,
});

const step = (state: OfferStep['state'], free = true): OfferStep => ({number: 2, free, state, rewards: [], points: []});

const order = (id: number, status: Order['status'], endedMs?: number): Order => ({
  id,
  target: {offerChainId: 301, stepNumber: 2},
  status,
  createdAt: new Date(NOW).toISOString(),
  ...(endedMs !== undefined && {endedAt: new Date(NOW + endedMs).toISOString()}),
});

test('the first chain that is neither finished nor over is shown, or the one that the page names', () => {
  const over = chain(1, {endsAt: NOW});
  const finished = chain(2, {finished: true});

  assert.equal(chosenOfferChain([chain(4), chain(3), finished, over], null, time)?.id, 3);
  assert.equal(chosenOfferChain([finished, over], null, time)?.id, 2);
  assert.equal(chosenOfferChain([over], undefined, time)?.id, 1);
  assert.equal(chosenOfferChain([chain(3), finished], 2, time)?.id, 2);
  assert.equal(chosenOfferChain([chain(3)], 9, time), undefined);
});

test('the chains are read again when one starts again or ends', () => {
  const chains = [chain(1, {reset: {interval: 'hourly', at: NOW + 500}}), chain(2, {endsAt: NOW + 200}), chain(3)];

  assert.equal(nextMoment(chains, time), NOW + 200);
  assert.equal(nextMoment([chain(1, {endsAt: NOW - 1})], time), undefined);
});

test('a step shows what became of its claim', () => {
  assert.equal(offerEvidence(step('done')), 'claimed');
  assert.equal(offerEvidence(step('next')), 'claimable');
  assert.equal(offerEvidence(step('next', false)), 'unclear');
  assert.equal(offerEvidence(step('locked')), 'unclear');
  assert.equal(offerEvidence(undefined), 'unclear');
});

test('a step waits for its open order, or for one that was just done', () => {
  const of = (...orders: Order[]) => orderOf(orders, {chainId: 301, step: step('next', false), now: NOW})?.id;

  assert.equal(of(order(1, 'canceled', 0), order(2, 'new')), 2);
  assert.equal(of(order(1, 'unknown')), 1);
  assert.equal(of(order(1, 'paid')), 1);
  assert.equal(of(order(1, 'done', -599_000)), 1);
  assert.equal(of(order(1, 'done', -600_000), order(2, 'expired', 0)), undefined);
  assert.equal(of({...order(1, 'new'), target: {sku: 'a'}}), undefined);
  assert.equal(of({...order(1, 'new'), target: {offerChainId: 301, stepNumber: 3}}), undefined);
});

test('the end of the newest order explains for an hour why its step can be bought again', () => {
  const of = (...orders: Order[]) => endedOrderOf(orders, {chainId: 301, step: step('next', false), now: NOW})?.id;

  assert.equal(of(order(2, 'canceled', 0), order(1, 'expired', 0)), 2);
  assert.equal(of(order(1, 'expired', -3_599_000)), 1);
  assert.equal(of(order(1, 'expired', -3_600_000)), undefined);
  assert.equal(of(order(2, 'done', 0), order(1, 'canceled', 0)), undefined);
  assert.equal(of(order(2, 'new'), order(1, 'canceled', 0)), undefined);
  assert.equal(of({...order(1, 'canceled', 0), target: {offerChainId: 302, stepNumber: 2}}), undefined);
});

test('what orders say of a step changes at their moments, and not before', () => {
  const orders = [order(1, 'done', -60_000), order(2, 'new')];
  const [settled, explained] = orderMoments(orders) as [number, number];
  const at = (now: number) => ({chainId: 301, step: step('next', false), now});

  assert.equal(orderOf([orders[0]!], at(settled - 1))?.id, 1);
  assert.equal(orderOf([orders[0]!], at(settled)), undefined);
  const canceled = [order(3, 'canceled', -60_000)];
  assert.equal(endedOrderOf(canceled, at(explained - 1))?.id, 3);
  assert.equal(endedOrderOf(canceled, at(explained)), undefined);
});
