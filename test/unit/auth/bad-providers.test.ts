import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {inspect} from 'node:util';

import {createTokenBroker} from '../../../src/auth/token-broker.js';
import type {GetToken} from '../../../src/auth/token.js';
import {LiveOpsError} from '../../../src/errors.js';
import {promisesDone} from '../../support/promises-done.js';

const SECRET = 'canary';

/** Uses these providers in turn. */
function brokerOf(...providers: readonly (() => unknown)[]) {
  let calls = 0;
  return createTokenBroker({getToken: (() => providers[calls++]!()) as GetToken});
}

const silent = (): Promise<never> => new Promise(() => undefined);

const broken: Record<string, () => unknown> = {
  throws: () => {
    throw new Error(SECRET);
  },
  rejects: () => Promise.reject(new Error(SECRET)),
  'rejects with something that is no error': () => Promise.reject(SECRET as never),
  'gives nothing': () => undefined,
  'gives null': () => null,
  'gives a number': () => 5,
  'gives an empty text': () => '',
  'gives an object without a token': () => ({expiresInSec: 600}),
  'gives a token that is no text': () => ({token: 5}),
  'gives a token with a space': () => `${SECRET} ${SECRET}`,
  'gives a token with a line break': () => `${SECRET}\r\nx-evil: 1`,
  'gives a token with letters beyond ASCII': () => `${SECRET}ü`,
  'gives a token longer than any header': () => SECRET.repeat(16_384),
};

for (const [habit, provider] of Object.entries(broken)) {
  test(`a studio that ${habit} leaves the player signed out, and its words stay with it`, async () => {
    const error = await brokerOf(provider)
      .token()
      .catch((thrown: unknown) => thrown);

    assert.ok(error instanceof LiveOpsError);
    assert.equal(error.code, 'auth-required');
    assert.match(error.message, /^No token: getToken (failed|gave no usable token)\.$/);
    assert.doesNotMatch(inspect(error, {showHidden: true, depth: 9}), new RegExp(SECRET));
  });
}

/** A browser that says whether it is online. */
function browserThatIs(t: TestContext, onLine: boolean): void {
  const known = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', {value: {onLine}, configurable: true});
  t.after(() => {
    Reflect.deleteProperty(globalThis, 'navigator');
    if (known) Object.defineProperty(globalThis, 'navigator', known);
  });
}

test('a studio whose own request meets no network leaves nobody signed out', async () => {
  const error: unknown = await brokerOf(() => Promise.reject(new TypeError(`Failed to fetch ${SECRET}`)))
    .token()
    .catch((thrown: unknown) => thrown);

  assert.ok(error instanceof LiveOpsError);
  assert.deepEqual([error.code, error.message], ['network', 'No token: getToken failed.']);
  assert.doesNotMatch(inspect(error, {showHidden: true, depth: 9}), new RegExp(SECRET));
});

for (const [client, error] of Object.entries({
  'fetch with a time limit': new DOMException(SECRET, 'TimeoutError'),
  'fetch that was aborted': new DOMException(SECRET, 'AbortError'),
  'fetch of another frame': Object.assign(new Error(SECRET), {name: 'TypeError'}),
  'ky that timed out': Object.assign(new Error(SECRET), {name: 'TimeoutError'}),
  'axios without a network': Object.assign(new Error(SECRET), {name: 'AxiosError', code: 'ERR_NETWORK'}),
  'axios that timed out': Object.assign(new Error(SECRET), {name: 'AxiosError', code: 'ECONNABORTED'}),
}))
  test(`a studio whose own request got no answer leaves nobody signed out: ${client}`, async () => {
    const thrown: unknown = await brokerOf(() => Promise.reject(error))
      .token()
      .catch((reason: unknown) => reason);

    assert.ok(thrown instanceof LiveOpsError);
    assert.deepEqual([thrown.code, thrown.message], ['network', 'No token: getToken failed.']);
    assert.doesNotMatch(inspect(thrown, {showHidden: true, depth: 9}), new RegExp(SECRET));
  });

test('whatever a studio throws while the browser is offline leaves nobody signed out', async t => {
  browserThatIs(t, false);

  await assert.rejects(brokerOf(broken['rejects']!).token(), {code: 'network'});
});

test('a studio that rejects in a browser that is online leaves the player signed out', async t => {
  browserThatIs(t, true);

  await assert.rejects(brokerOf(broken['rejects']!).token(), {code: 'auth-required'});
});

test('a failure does not last: the next call asks again', async () => {
  const broker = brokerOf(broken['rejects']!, () => 'token-2');
  await assert.rejects(broker.token(), {code: 'auth-required'});

  assert.equal(await broker.token(), 'token-2');
});

test('a failure to replace a token that is about to end does not lose it for good', async () => {
  const broker = brokerOf(
    () => 'token-1',
    () => Promise.reject(new Error('offline')),
    () => 'token-3',
  );
  await broker.token();
  await assert.rejects(broker.refresh('token-1'), {code: 'auth-required'});

  assert.equal(await broker.refresh('token-1'), 'token-3');
});

test('callers that wait for a token that never comes all hear of it', async () => {
  const broker = brokerOf(broken['rejects']!);

  const outcomes = await Promise.allSettled([broker.token(), broker.token()]);

  assert.deepEqual(
    outcomes.map(({status}) => status),
    ['rejected', 'rejected'],
  );
});

test('a studio that does not answer within ten seconds is slow, and nobody is signed out', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const asked = brokerOf(silent).token();

  t.mock.timers.tick(10_000);

  await assert.rejects(asked, {code: 'timeout', message: /10000 ms/});
});

/** A provider whose answer the test gives. */
function slow() {
  let give: (token: unknown) => void = () => undefined;
  const answer = new Promise(resolve => (give = resolve));
  return {provider: () => answer, give: (token: unknown) => give(token)};
}

/** A broker whose first `getToken` has been given up. */
async function afterTimeout(t: TestContext, ...later: readonly (() => unknown)[]) {
  t.mock.timers.enable({apis: ['setTimeout']});
  const {provider, give} = slow();
  const providers = [provider, ...later];
  const used: string[] = [];
  let lateTokens = 0;
  const broker = createTokenBroker({
    getToken: (() => providers.shift()!()) as GetToken,
    onToken: token => void used.push(token),
    onLateToken: () => void (lateTokens += 1),
  });
  const failed = assert.rejects(broker.token(), {code: 'timeout'});
  t.mock.timers.tick(10_000);
  await failed;
  return {
    broker,
    used,
    lateTokens: () => lateTokens,
    async giveLate(token: unknown) {
      give(token);
      await promisesDone();
    },
  };
}

test('a token that comes after the time limit is used, and announced', async t => {
  const {broker, used, lateTokens, giveLate} = await afterTimeout(t);

  await giveLate('late-token');

  assert.equal(await broker.token(), 'late-token');
  assert.deepEqual([used, lateTokens()], [['late-token'], 1]);
});

test('a late token does not replace a newer one', async t => {
  const {broker, lateTokens, giveLate} = await afterTimeout(t, () => 'newer-token');
  await broker.token();

  await giveLate('late-token');

  assert.equal(await broker.token(), 'newer-token');
  assert.equal(lateTokens(), 0);
});

test('a token that comes late, after the player signed out, is dropped', async t => {
  const {broker, used, lateTokens, giveLate} = await afterTimeout(t, () => 'next-token');
  broker.clear();

  await giveLate('late-token');

  assert.equal(await broker.token(), 'next-token');
  assert.deepEqual([used, lateTokens()], [['next-token'], 0]);
});

test('a late opaque token of the clan before is dropped', async t => {
  const {broker, used, giveLate} = await afterTimeout(t, () => 'next-token');
  broker.clanChanged();

  await giveLate('late-token');

  assert.equal(await broker.token(), 'next-token');
  assert.deepEqual(used, ['next-token']);
});

for (const rubbish of [undefined, '', 'a b', {token: 5}]) {
  test(`a late answer without a token changes nothing: ${inspect(rubbish)}`, async t => {
    const {broker, used, lateTokens, giveLate} = await afterTimeout(t, () => 'next-token');

    await giveLate(rubbish);

    assert.equal(await broker.token(), 'next-token');
    assert.deepEqual([used, lateTokens()], [['next-token'], 0]);
  });
}
