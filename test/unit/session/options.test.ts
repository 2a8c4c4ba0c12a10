import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createSession, type SessionOptions} from '../../../src/index.js';
import {checkOptions} from '../../../src/session/options.js';

const good: SessionOptions = {projectId: 44056, getToken: () => 'token'};
const storage = {get: () => null, set: () => undefined, remove: () => undefined};

const bad: Record<string, readonly unknown[]> = {
  projectId: [undefined, null, 0, -1, 1.5, NaN, Infinity, '44056', 2 ** 53, {}],
  getToken: [undefined, null, 'token', {}],
  tokenUrl: ['https://evil.example/token', '//evil.example', 'https://'],
  apiBase: [
    ...['', '/api', 'store.xsolla.com/api', 'ftp://store.example/api', 'javascript:alert(1)', 5],
    ...['http://store.example/api', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example/api'],
    ...['http://10.0.0.1/api', 'http://127.0.0.1@evil.example/api', 'https://me:pass@store.example/api'],
    ...['https://me@store.example/api', 'https://store.example/api?x=1', 'https://store.example/api#x'],
  ],
  pollSeconds: [-1, 1, 9.99, NaN, Infinity, '30'],
  storage: [5, {}, {...storage, get: undefined}, {...storage, set: 'x'}, {...storage, remove: null}],
  clan: [5, {}, true],
  playerName: [5, {}],
  userKey: [5, {}],
  locale: [5, {}],
  fetch: [5, 'fetch', {}],
};

for (const [name, values] of Object.entries(bad)) {
  test(`a wrong ${name} is refused at once by its name`, () => {
    for (const value of values) {
      const named = {code: 'config', message: new RegExp(`\`${name}\``)};
      const rest = name === 'tokenUrl' ? {projectId: 1} : good;
      assert.throws(() => createSession({...rest, [name]: value} as never), named, `${name}: ${String(value)}`);
    }
  });
}

test('an API base whose query or fragment is empty is refused too, since a path behind it would be none', () => {
  for (const apiBase of ['https://store.example/api?', 'https://store.example/api#']) {
    assert.throws(() => createSession({...good, apiBase}), {code: 'config', message: /`apiBase`/}, apiBase);
  }
});

test('an endpoint takes the place of a function for the token', t => {
  Object.defineProperty(globalThis, 'document', {value: {baseURI: 'https://shop.example/'}, configurable: true});
  Object.defineProperty(globalThis, 'origin', {value: 'https://shop.example', configurable: true});
  t.after(() => ['document', 'origin'].forEach(name => Reflect.deleteProperty(globalThis, name)));

  assert.equal(typeof checkOptions({projectId: 1, tokenUrl: '/token'}).getToken, 'function');
  assert.equal(checkOptions({...good, tokenUrl: '/token'}).getToken, good.getToken);
});

test('the words of a refusal do not repeat the value', () => {
  assert.throws(
    () => createSession({...good, apiBase: 'https://me:canary@store.example'}),
    (error: Error) => !error.message.includes('canary'),
  );
});

test('options that are left out have their defaults', () => {
  const {apiBase, pollMs, locale} = checkOptions(good);

  assert.deepEqual([apiBase, pollMs, locale], ['https://store.xsolla.com/api', 30_000, '']);
});

for (const [given, used] of [
  ['https://store.example', 'https://store.example'],
  ['https://store.example/api/', 'https://store.example/api'],
  ['https://store.example/api///', 'https://store.example/api'],
  ['HTTPS://Store.Example:8443/API', 'https://store.example:8443/API'],
  ['http://localhost:8788/api', 'http://localhost:8788/api'],
  ['http://127.0.0.1:8788/api', 'http://127.0.0.1:8788/api'],
  ['http://[::1]:8788/api', 'http://[::1]:8788/api'],
] as const) {
  test(`${given} is an API base`, () => assert.equal(checkOptions({...good, apiBase: given}).apiBase, used));
}

test('polling takes 0 or at least ten seconds', () => {
  const intervals = [0, 10, 12.5].map(pollSeconds => checkOptions({...good, pollSeconds}).pollMs);

  assert.deepEqual(intervals, [0, 10_000, 12_500]);
});

test('every other option is as it was given', () => {
  const options = {...good, clan: 'wolves', playerName: 'Rocket', userKey: 'u-1', locale: 'de', storage, fetch};

  assert.deepEqual(checkOptions(options), {
    ...options,
    apiBase: 'https://store.xsolla.com/api',
    pollMs: 30_000,
    checkout: 'window',
    sandboxPayments: false,
    openCheckout: undefined,
    reduceMotion: false,
    maskNames: false,
    forgetRanks: false,
    displayName: undefined,
  });
});

test('players pay in one of three ways, or in the page’s own', () => {
  const openCheckout = (): undefined => undefined;
  const options = checkOptions({...good, checkout: 'same-tab', sandboxPayments: true, openCheckout});

  assert.deepEqual([options.checkout, options.sandboxPayments, options.openCheckout], ['same-tab', true, openCheckout]);
  assert.equal(checkOptions({...good, checkout: 'host', host: ''}).checkout, 'host');
  assert.throws(() => checkOptions({...good, checkout: 'popup' as 'window'}), {code: 'config', message: /`checkout`/});
  assert.throws(() => checkOptions({...good, checkout: 'host'}), {code: 'config', message: /`host` names no game/});
  assert.throws(() => checkOptions({...good, openCheckout: 'x' as never}), {code: 'config', message: /`openCheckout`/});
  assert.throws(() => checkOptions({...good, sandboxPayments: 'x' as never}), {code: 'config', message: /`sandboxP/});
});

test('the player’s ranks are kept unless the page says otherwise', () => {
  assert.equal(checkOptions({...good, forgetRanks: true}).forgetRanks, true);
  assert.throws(() => checkOptions({...good, forgetRanks: 'x' as never}), {code: 'config', message: /`forgetRanks`/});
});

test('names are masked, or replaced by a function', () => {
  const displayName = (): string => 'x';
  const options = checkOptions({...good, maskNames: true, reduceMotion: true, displayName});

  assert.deepEqual([options.maskNames, options.reduceMotion, options.displayName], [true, true, displayName]);
  assert.throws(() => checkOptions({...good, displayName: 'x' as never}), {code: 'config', message: /`displayName`/});
  assert.throws(() => checkOptions({...good, maskNames: 'x' as never}), {code: 'config', message: /`maskNames`/});
  assert.throws(() => checkOptions({...good, reduceMotion: 1 as never}), {code: 'config', message: /`reduceMotion`/});
});

test('a session asks nothing by itself', () => {
  const never = (): never => assert.fail();

  const session = createSession({...good, getToken: never, fetch: never, locale: 'de', clan: ''});

  assert.equal(session.locale, 'de');
  assert.equal(session.$clan.value, null);
  session.destroy();
});
