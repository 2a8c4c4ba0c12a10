import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createTokenBroker} from '../../../src/auth/token-broker.js';

/** A broker whose studio gives these tokens in turn, and the reasons it was asked for. */
function brokerOf(...tokens: readonly string[]) {
  const reasons: string[] = [];
  const broker = createTokenBroker({getToken: async ({reason}) => tokens[reasons.push(reason) - 1] ?? ''});
  return {broker, reasons};
}

test('any number of callers at once ask for one token', async () => {
  const {broker, reasons} = brokerOf('opaque-1', 'opaque-2');

  const tokens = await Promise.all([broker.token(), broker.token(), broker.refresh('older'), broker.token()]);

  assert.deepEqual(tokens, ['opaque-1', 'opaque-1', 'opaque-1', 'opaque-1']);
  assert.deepEqual(reasons, ['start']);
});

test('a token may be given without a promise', async () => {
  const broker = createTokenBroker({getToken: () => 'plain'});

  assert.equal(await broker.token(), 'plain');
});

test('a refused token is replaced', async () => {
  const {broker, reasons} = brokerOf('one', 'two');
  await broker.token();

  assert.equal(await broker.refresh('one'), 'two');
  assert.equal(await broker.token(), 'two');
  assert.deepEqual(reasons, ['start', 'rejected']);
});

test('several refusals of one token ask once', async () => {
  const {broker, reasons} = brokerOf('one', 'two', 'three');
  await broker.token();

  const together = await Promise.all([broker.refresh('one'), broker.refresh('one')]);
  const late = await broker.refresh('one');

  assert.deepEqual([...together, late], ['two', 'two', 'two']);
  assert.deepEqual(reasons, ['start', 'rejected']);
});

test('a token that is given again after its refusal can be refused again', async () => {
  const {broker, reasons} = brokerOf('one', 'one', 'two');
  await broker.token();

  assert.equal(await broker.refresh('one'), 'one');
  assert.equal(await broker.refresh('one'), 'two');
  assert.deepEqual(reasons, ['start', 'rejected', 'rejected']);
});

test('a forgotten token is asked for as at the start', async () => {
  const {broker, reasons} = brokerOf('one', 'two');
  await broker.token();

  broker.clear();

  assert.equal(await broker.token(), 'two');
  assert.deepEqual(reasons, ['start', 'start']);
});

test('a token that comes after it was forgotten is dropped', async () => {
  let give: (token: string) => void = () => undefined;
  const gifts = [new Promise<string>(resolve => (give = resolve)), 'two'];
  const broker = createTokenBroker({getToken: () => gifts.shift()!});
  const late = assert.rejects(broker.token(), {code: 'aborted', message: 'The player signed out.'});

  broker.clear();
  give('one');

  await late;
  assert.equal(await broker.token(), 'two');
});

test('a refusal that comes after the token was forgotten asks for nothing', async () => {
  const {broker, reasons} = brokerOf('one', 'two');
  await broker.token();
  broker.clear();

  await assert.rejects(broker.refresh('one'), {code: 'aborted'});

  assert.deepEqual(reasons, ['start']);
});

test('a token asked for after another was forgotten on its way is the one that counts', async () => {
  const give: ((token: string) => void)[] = [];
  const broker = createTokenBroker({getToken: () => new Promise(resolve => give.push(resolve))});
  const old = assert.rejects(broker.token(), {code: 'aborted'});
  broker.clear();
  const fresh = broker.token();

  give[1]!('new');
  give[0]!('old');

  assert.equal(await fresh, 'new');
  await old;
  assert.equal(await broker.token(), 'new');
});

test('a forgotten token that comes while another is asked for has no third one asked for', async () => {
  const give: ((token: string) => void)[] = [];
  const broker = createTokenBroker({getToken: () => new Promise(resolve => give.push(resolve))});
  const old = assert.rejects(broker.token(), {code: 'aborted'});
  broker.clear();
  const fresh = broker.token();
  give[0]!('old');
  await old;

  const another = broker.token();
  give[1]!('new');

  assert.deepEqual([await fresh, await another, give.length], ['new', 'new', 2]);
});
