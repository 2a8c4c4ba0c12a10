import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createTokenBroker, type TokenGrant} from '../../src/auth/token-broker.js';
import {jwt} from '../fixtures/jwt.js';
import {FakeClock} from '../state/fake-clock.js';

/** A broker whose studio gives these tokens in turn, the reasons it was asked for, and its clock. */
function brokerOf(grants: readonly TokenGrant[]) {
  const clock = new FakeClock();
  const reasons: string[] = [];
  const broker = createTokenBroker({
    getToken: async ({reason}) => grants[reasons.push(reason) - 1] ?? '',
    now: () => clock.now(),
  });
  return {broker, reasons, clock};
}

const seconds = (count: number): number => count * 1_000;

test('a token of unknown life is used for ever', async () => {
  const {broker, reasons, clock} = brokerOf(['opaque-1']);
  await broker.token();

  clock.pass(seconds(10 * 365 * 24 * 3_600));

  assert.equal(await broker.token(), 'opaque-1');
  assert.deepEqual(reasons, ['start']);
});

test('a token is replaced a minute before its end', async () => {
  const {broker, reasons, clock} = brokerOf([
    {token: 'one', expiresInSec: 600},
    {token: 'two', expiresInSec: 600},
  ]);
  await broker.token();

  clock.pass(seconds(540) - 1);
  assert.equal(await broker.token(), 'one');
  clock.pass(1);

  assert.equal(await broker.token(), 'two');
  assert.deepEqual(reasons, ['start', 'expiring']);
});

test('a short-lived token is replaced after three quarters of its life', async () => {
  const {broker, clock} = brokerOf([
    {token: 'one', expiresInSec: 40},
    {token: 'two', expiresInSec: 40},
  ]);
  await broker.token();

  clock.pass(seconds(30) - 1);
  assert.equal(await broker.token(), 'one');
  clock.pass(1);

  assert.equal(await broker.token(), 'two');
});

test('the end written in a JWT counts where no life is granted', async t => {
  t.mock.timers.enable({apis: ['Date'], now: seconds(1_000)});
  const first = jwt({exp: 1_600});
  const {broker, reasons, clock} = brokerOf([first, jwt({exp: 9_999})]);
  await broker.token();

  clock.pass(seconds(539));
  assert.equal(await broker.token(), first);
  clock.pass(seconds(1));
  await broker.token();

  assert.deepEqual(reasons, ['start', 'expiring']);
});

test('the same token given again is used and not asked for a third time', async () => {
  const same = {token: 'same', expiresInSec: 10};
  const {broker, reasons, clock} = brokerOf([same, same, same]);
  await broker.token();
  clock.pass(seconds(60));

  assert.equal(await broker.token(), 'same');
  clock.pass(seconds(60));
  assert.equal(await broker.token(), 'same');

  assert.deepEqual(reasons, ['start', 'expiring']);
});

test('a token that was over when it was given is used all the same', async t => {
  t.mock.timers.enable({apis: ['Date'], now: seconds(1_000)});
  const {broker} = brokerOf([jwt({exp: 900})]);

  assert.equal(await broker.token(), jwt({exp: 900}));
});
