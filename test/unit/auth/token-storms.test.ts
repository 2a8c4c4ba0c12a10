import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {createTokenBroker} from '../../../src/auth/token-broker.js';
import type {GetToken, TokenGrant} from '../../../src/auth/token.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {FakeClock} from '../../support/fake-clock.js';
import {promisesDone} from '../../support/promises-done.js';

/** A broker whose studio gives these in turn, the last one for ever, and how often it was asked. */
function brokerOf(t: TestContext, getToken: GetToken) {
  t.mock.timers.enable({apis: ['setTimeout', 'Date'], now: 1_000_000});
  const clock = new FakeClock();
  let asked = 0;
  const broker = createTokenBroker({getToken: request => (asked++, getToken(request)), now: () => clock.now()});
  const pass = (ms: number): void => {
    clock.pass(ms);
    t.mock.timers.tick(ms);
  };
  return {broker, clock, pass, asked: () => asked};
}

test('a page that asks again from within the news that it is signed out comes to rest', async t => {
  const {broker, asked, pass} = brokerOf(t, () => Promise.reject(new Error('signed out')));
  const again = (): void => void broker.token().catch(again);

  again();
  await promisesDone(3);
  assert.equal(asked(), 5);
  for (let second = 0; second < 60; second++) {
    pass(1_000);
    await promisesDone(3);
  }

  assert.equal(asked(), 5 + 12);
});

test('a token that is refused forever is asked for once in five seconds', async t => {
  const {broker, asked, pass} = brokerOf(t, () => 'same');
  const again = (): void => void broker.refresh('same').then(again);
  await broker.token();

  again();
  await promisesDone(3);
  assert.equal(asked(), 5);
  pass(5_000);
  await promisesDone(3);

  assert.equal(asked(), 6);
});

test('who waits for its turn gets the token when it comes', async t => {
  const {broker, pass} = brokerOf(t, () => 'same');
  for (let turn = 0; turn < 4; turn++) await broker.token().then(() => broker.refresh('same'));
  const waiting = [broker.refresh('same'), broker.token()];
  await promisesDone(3);

  pass(30_000);

  assert.deepEqual(await Promise.all(waiting), ['same', 'same']);
});

test('a player who signs out while a request waits for its turn is not signed in by it', async t => {
  const {broker, pass, asked} = brokerOf(t, () => 'same');
  for (let turn = 0; turn < 4; turn++) await broker.token().then(() => broker.refresh('same'));
  const waiting = assert.rejects(broker.refresh('same'), {code: 'aborted'});
  const before = asked();

  broker.clear();
  pass(60_000);
  await waiting;

  assert.equal(asked(), before);
});

test('five requests in five minutes wait for nothing, forever', async t => {
  const {broker, pass, asked} = brokerOf(t, () => 'same');
  await broker.token();

  for (let round = 0; round < 20; round++) {
    pass(300_000);
    for (let turn = 0; turn < 5; turn++) assert.equal(await broker.refresh('same'), 'same');
  }

  assert.equal(asked(), 101);
});

test('a clock that is ahead by hours costs one more request and not one for each call', async t => {
  let count = 0;
  const {broker, asked} = brokerOf(t, () => jwt({exp: 900, count: count++}));

  for (let call = 0; call < 10; call++) await broker.token();

  assert.equal(asked(), 2);
});

/** A studio that gives these in turn. */
function giving(t: TestContext, ...grants: TokenGrant[]) {
  const errors: string[] = [];
  t.mock.timers.enable({apis: ['Date'], now: 1_000_000});
  const broker = createTokenBroker({
    getToken: () => grants.shift()!,
    onOtherPlayer: ({code, message}) => void errors.push(`${code} ${message}`),
  });
  return {broker, errors};
}

const ann = jwt({sub: 'ann', exp: 2_000});
const annAgain = jwt({sub: 'ann', exp: 3_000});
const ben = jwt({sub: 'ben', exp: 3_000});

test('a fresh token of the same player is used', async t => {
  const {broker, errors} = giving(t, ann, annAgain);
  await broker.token();

  assert.equal(await broker.refresh(ann), annAgain);
  assert.deepEqual(errors, []);
});

test('a token of another player is never handed out, and told of without a name', async t => {
  const {broker, errors} = giving(t, ann, ben, {token: ben}, annAgain);
  await broker.token();

  await assert.rejects(broker.refresh(ann), {code: 'auth-required'});
  await assert.rejects(broker.token(), {code: 'auth-required'});

  const told = 'auth-required No token: getToken gave the token of another player; call signOut() first.';
  assert.deepEqual(errors, [told, told]);
  assert.equal(await broker.token(), annAgain);
});

test('after signing out any player may come', async t => {
  const {broker, errors} = giving(t, ann, ben);
  await broker.token();

  broker.clear();

  assert.equal(await broker.token(), ben);
  assert.deepEqual(errors, []);
});

test('a token that names nobody is nobody else’s', async t => {
  const strange = [undefined, null, 5, {}, ''].map(sub => jwt({sub, exp: 9_000}));
  const {broker} = giving(t, ann, 'opaque', ...strange, annAgain);
  let token = await broker.token();

  for (let turn = 0; turn < 4; turn++) token = await broker.refresh(token);

  assert.equal(token, strange[2]);
});

test('a first token that names nobody binds nobody', async t => {
  const {broker} = giving(t, 'opaque', ben);
  await broker.token();

  assert.equal(await broker.refresh('opaque'), ben);
});
