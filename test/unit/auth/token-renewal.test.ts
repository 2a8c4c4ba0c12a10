import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createTokenBroker} from '../../../src/auth/token-broker.js';
import type {TokenGrant} from '../../../src/auth/token.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {FakeClock} from '../../support/fake-clock.js';

/** A broker whose studio gives these tokens in turn, the reasons it was asked for, and its clock. */
function brokerOf(grants: readonly (TokenGrant | Promise<TokenGrant>)[]) {
  const clock = new FakeClock();
  const reasons: string[] = [];
  const broker = createTokenBroker({
    getToken: async ({reason}) => grants[reasons.push(reason) - 1] ?? '',
    now: () => clock.now(),
  });
  return {broker, reasons, clock};
}

const seconds = (count: number): number => count * 1_000;

test('a token of unknown life is used forever', async () => {
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

test('a token that came in place of another is replaced ahead of its end, too', async () => {
  const {broker, reasons, clock} = brokerOf(['one', 'two', 'three'].map(token => ({token, expiresInSec: 600})));
  await broker.token();
  clock.pass(seconds(540));
  await broker.token();

  clock.pass(seconds(540));

  assert.equal(await broker.token(), 'three');
  assert.deepEqual(reasons, ['start', 'expiring', 'expiring']);
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

const offline = (): Promise<never> => {
  const failure = Promise.reject(new Error('offline'));
  failure.catch(() => undefined);
  return failure;
};

test('a token that could not be replaced ahead of its end is used until then', async () => {
  const minutes = {token: 'one', expiresInSec: 600};
  const {broker, reasons, clock} = brokerOf([minutes, offline(), offline(), offline(), 'two']);
  await broker.token();

  clock.pass(seconds(540));
  assert.deepEqual(await Promise.all([broker.token(), broker.token()]), ['one', 'one']);
  clock.pass(seconds(60) - 1);
  assert.equal(await broker.token(), 'one');
  clock.pass(1);
  await assert.rejects(broker.token(), {code: 'auth-required'});

  assert.equal(await broker.token(), 'two');
  assert.deepEqual(reasons, ['start', 'expiring', 'expiring', 'expiring', 'expiring']);
});

test('a token that could not be replaced is asked for every five seconds', async () => {
  const grants = Array.from({length: 20}, offline);
  const {broker, reasons, clock} = brokerOf([{token: 'one', expiresInSec: 600}, ...grants]);
  await broker.token();
  clock.pass(seconds(540));

  for (let call = 0; call < 11; call++) {
    assert.equal(await broker.token(), 'one');
    clock.pass(500);
  }

  assert.deepEqual(reasons, ['start', 'expiring', 'expiring']);
});

test('rubbish in place of a token ahead of its end costs nothing either', async () => {
  const {broker, clock} = brokerOf([{token: 'one', expiresInSec: 600}, '', 'two']);
  await broker.token();
  clock.pass(seconds(540));

  assert.equal(await broker.token(), 'one');
  clock.pass(seconds(5));
  assert.equal(await broker.token(), 'two');
});

test('a player who signs out while the next token fails to come is signed out', async () => {
  let fail: (error: Error) => void = () => undefined;
  const failing = new Promise<never>((_resolve, reject) => (fail = reject));
  const {broker, clock} = brokerOf([{token: 'one', expiresInSec: 600}, failing, 'two']);
  await broker.token();
  clock.pass(seconds(540));
  const late = broker.token();

  broker.clear();
  assert.equal(await broker.token(), 'two');
  fail(new Error('offline'));

  await assert.rejects(late, {code: 'aborted'});
});
