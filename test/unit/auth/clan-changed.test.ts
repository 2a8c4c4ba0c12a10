import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createTokenBroker} from '../../../src/auth/token-broker.js';
import {jwt} from '../../support/fixtures/jwt.js';

/** A broker whose studio gives these tokens in turn, and the reasons it was asked for. */
function brokerOf(...tokens: readonly (string | Promise<string> | (() => never))[]) {
  const reasons: string[] = [];
  const broker = createTokenBroker({
    async getToken({reason}) {
      const token = tokens[reasons.push(reason) - 1] ?? '';
      return typeof token === 'function' ? token() : token;
    },
  });
  return {broker, reasons};
}

test('an opaque token is replaced, since the clan can be written in it', async () => {
  const {broker, reasons} = brokerOf('opaque-1', 'opaque-2');
  await broker.token();

  broker.clanChanged();

  assert.equal(await broker.token(), 'opaque-2');
  assert.deepEqual(reasons, ['start', 'clan-changed']);
});

test('a JWT names the player only and stays', async () => {
  const token = jwt({username: 'Rocket'});
  const {broker, reasons} = brokerOf(token);
  await broker.token();

  broker.clanChanged();

  assert.equal(await broker.token(), token);
  assert.deepEqual(reasons, ['start']);
});

test('without a token nothing is asked', async () => {
  const {broker, reasons} = brokerOf('opaque-1');

  broker.clanChanged();

  assert.deepEqual(reasons, []);
  assert.equal(await broker.token(), 'opaque-1');
  assert.deepEqual(reasons, ['start']);
});

test('the reason is told once', async () => {
  const {broker, reasons} = brokerOf('opaque-1', 'opaque-2', 'opaque-3');
  await broker.token();
  broker.clanChanged();
  await broker.token();

  await broker.refresh('opaque-2');

  assert.deepEqual(reasons, ['start', 'clan-changed', 'rejected']);
});

test('a replacement on its way when the clan changes is asked for again', async () => {
  let give: (token: string) => void = () => undefined;
  const {broker} = brokerOf('opaque-1', new Promise<string>(resolve => (give = resolve)), 'opaque-3');
  const replaced = broker.refresh(await broker.token());

  broker.clanChanged();
  give('opaque-2');

  assert.equal(await replaced, 'opaque-3');
  assert.equal(await broker.token(), 'opaque-3');
});

test('an opaque token that was on its way when the clan changed is not used', async () => {
  let give: (token: string) => void = () => undefined;
  const {broker} = brokerOf(new Promise<string>(resolve => (give = resolve)), 'opaque-of-the-new-clan');
  const first = broker.token().catch(() => undefined);

  broker.clanChanged();
  give('opaque-of-the-old-clan');
  await first;

  assert.equal(await broker.token(), 'opaque-of-the-new-clan');
});

const fail = (): never => {
  throw new Error('offline');
};

test('the token of the old clan is not used again where no other came', async () => {
  const {broker, reasons} = brokerOf('opaque-1', fail, 'opaque-2');
  await broker.token();
  broker.clanChanged();
  await assert.rejects(broker.token(), {code: 'auth-required'});

  assert.equal(await broker.token(), 'opaque-2');
  assert.deepEqual(reasons, ['start', 'clan-changed', 'clan-changed']);
});

test('nor where the clan changed while another was on its way, which did not come', async () => {
  let give: (token: Promise<string>) => void = () => undefined;
  const late = new Promise<string>(resolve => (give = resolve));
  const {broker, reasons} = brokerOf('opaque-1', late, 'opaque-2');
  const replaced = assert.rejects(broker.refresh(await broker.token()), {code: 'auth-required'});

  broker.clanChanged();
  give(Promise.reject(new Error('offline')));
  await replaced;

  assert.equal(await broker.token(), 'opaque-2');
  assert.deepEqual(reasons, ['start', 'rejected', 'clan-changed']);
});

for (const held of [true, false]) {
  test(`nor one that came too late${held ? ', in place of another' : ''}`, async () => {
    let give: (token: string) => void = () => undefined;
    const late = new Promise<string>(resolve => (give = resolve));
    const {broker, reasons} = held ? brokerOf('opaque-0', late, fail, 'opaque-2') : brokerOf(late, fail, 'opaque-2');
    const asked = held ? broker.refresh(await broker.token()) : broker.token();
    const failed = assert.rejects(asked, {code: 'auth-required'});

    broker.clanChanged();
    give('opaque-1');
    await failed;

    assert.equal(await broker.token(), 'opaque-2');
    assert.deepEqual(reasons.slice(-2), ['clan-changed', 'clan-changed']);
  });
}

test('nor where it was about to end', async () => {
  let ms = 0;
  let give: (token: Promise<string>) => void = () => undefined;
  const late = new Promise<string>(resolve => (give = resolve));
  const grants = [{token: 'opaque-1', expiresInSec: 600}, late, 'opaque-2'];
  const broker = createTokenBroker({getToken: () => grants.shift() ?? '', now: () => ms});
  await broker.token();
  ms = 540_000;
  const failed = assert.rejects(broker.token(), {code: 'auth-required'});

  broker.clanChanged();
  give(Promise.reject(new Error('offline')));
  await failed;

  assert.equal(await broker.token(), 'opaque-2');
});

test('a refusal of the token that the clan took along asks for another', async () => {
  const {broker, reasons} = brokerOf('opaque-1', 'opaque-2');
  await broker.token();
  broker.clanChanged();

  assert.equal(await broker.refresh('opaque-1'), 'opaque-2');

  assert.deepEqual(reasons, ['start', 'rejected']);
});

test('where another player’s token came after a change of clan, the next one is asked for as at the start', async () => {
  const [ann, ben] = [jwt({sub: 'ann'}), jwt({sub: 'ben'})];
  const {broker, reasons} = brokerOf('opaque-1', ann, ben, ann);
  await broker.token();
  broker.clanChanged();
  await broker.token();
  await assert.rejects(broker.refresh(ann), {code: 'auth-required'});

  assert.equal(await broker.token(), ann);

  assert.deepEqual(reasons, ['start', 'clan-changed', 'rejected', 'start']);
});
