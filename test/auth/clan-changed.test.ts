import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createTokenBroker} from '../../src/auth/token-broker.js';
import {jwt} from '../fixtures/jwt.js';

/** A broker whose studio gives these tokens in turn, and the reasons it was asked for. */
function brokerOf(...tokens: readonly (string | Promise<string>)[]) {
  const reasons: string[] = [];
  const broker = createTokenBroker({getToken: async ({reason}) => tokens[reasons.push(reason) - 1] ?? ''});
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
