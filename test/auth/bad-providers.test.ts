import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {inspect} from 'node:util';

import {createTokenBroker, type GetToken} from '../../src/auth/token-broker.js';
import {LiveOpsError} from '../../src/errors.js';

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

test('a studio that does not answer leaves the player signed out after ten seconds', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const asked = brokerOf(silent).token();

  t.mock.timers.tick(10_000);

  await assert.rejects(asked, {code: 'auth-required', message: /10000 ms/});
});

test('a token that comes after the time limit is not used', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  let give: (token: string) => void = () => undefined;
  const late = new Promise<string>(resolve => (give = resolve));
  const broker = brokerOf(
    () => late,
    () => 'token-2',
  );
  const failed = assert.rejects(broker.token(), {code: 'auth-required'});
  t.mock.timers.tick(10_000);
  await failed;

  give('token-1');

  assert.equal(await broker.token(), 'token-2');
});

test('an error of this package’s own passes, so that a studio may tell why', async () => {
  const own = new LiveOpsError('host', 'The game does not answer.');

  await assert.rejects(brokerOf(() => Promise.reject(own)).token(), own);
});

test('the time limit ends with the answer', async t => {
  const started = t.mock.method(globalThis, 'setTimeout');
  const cleared = t.mock.method(globalThis, 'clearTimeout');

  await brokerOf(() => 'token-1').token();

  const timers = started.mock.calls.filter(call => call.arguments[1] === 10_000).map(call => call.result);
  assert.equal(timers.length, 1);
  assert.ok(cleared.mock.calls.some(call => call.arguments[0] === timers[0]));
});
