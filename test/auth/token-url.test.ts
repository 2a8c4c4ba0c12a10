import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createTokenBroker, type TokenReason} from '../../src/auth/token-broker.js';
import {tokenFrom} from '../../src/auth/token-url.js';

const PAGE = 'https://shop.example/store/index.html?lang=de#top';

type Call = {url: string; init: RequestInit | undefined};

/** Asks `tokenUrl` for a token; the endpoint answers `body`. */
async function ask(tokenUrl: string, answer: () => Response, reason: TokenReason = 'start') {
  const calls: Call[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.push({url: String(input instanceof Request ? input.url : input), init});
    return answer();
  };
  return {grant: await tokenFrom(tokenUrl, PAGE, fetch)({reason}), calls};
}

const granted = (): Response => Response.json({token: 'token-1', expires_in: 600});

test('the endpoint gives the token and its life', async () => {
  const {grant} = await ask('/token', granted);

  assert.deepEqual(grant, {token: 'token-1', expiresInSec: 600});
});

test('the endpoint knows the player by its cookie and is asked afresh each time', async () => {
  const {calls} = await ask('/token', granted);

  assert.deepEqual(calls[0]?.init, {credentials: 'same-origin', cache: 'no-store', redirect: 'error'});
});

test('the reason goes along with the query that is there', async () => {
  const {calls} = await ask('token.php?game=7', granted, 'rejected');

  assert.equal(calls[0]?.url, 'https://shop.example/store/token.php?game=7&reason=rejected');
});

test('each call tells its own reason', async () => {
  const urls: string[] = [];
  const getToken = tokenFrom('/token', PAGE, async input => {
    urls.push(String(input as string));
    return granted();
  });

  await getToken({reason: 'start'});
  await getToken({reason: 'expiring'});

  assert.deepEqual(urls, ['https://shop.example/token?reason=start', 'https://shop.example/token?reason=expiring']);
});

for (const url of [
  'https://evil.example/token',
  '//evil.example/token',
  '\\\\evil.example\\token',
  'http://shop.example/token',
  'https://shop.example:8443/token',
  'https://shop.example.evil.example/token',
  'https://shop.example@evil.example/token',
  'data:application/json,{}',
  'javascript:alert(1)',
  'https://',
]) {
  test(`${url} is refused at once`, () => {
    assert.throws(() => tokenFrom(url, PAGE, fetch), {code: 'config', message: /`tokenUrl`/});
  });
}

test('a page without an origin has no endpoint of its own', () => {
  assert.throws(() => tokenFrom('token', 'file:///shop/index.html', fetch), {code: 'config'});
  assert.throws(() => tokenFrom('/token', 'about:blank', fetch), {code: 'config'});
});

test('without a page every address is refused', () => {
  assert.throws(() => tokenFrom('https://shop.example/token'), {code: 'config'});
});

test('a page gives its own address and its own fetch', async t => {
  Object.defineProperty(globalThis, 'document', {value: {baseURI: PAGE}, configurable: true});
  t.after(() => Reflect.deleteProperty(globalThis, 'document'));
  const asked = t.mock.method(globalThis, 'fetch', async () => granted());

  await tokenFrom('/token')({reason: 'start'});

  assert.equal(asked.mock.calls[0]?.arguments[0], 'https://shop.example/token?reason=start');
});

test('an endpoint that refuses leaves the player signed out', async () => {
  await assert.rejects(
    ask('/token', () => new Response('secret', {status: 403})),
    {code: 'auth-required', message: 'No token: token-url answered HTTP 403.'},
  );
});

for (const body of ['null', '{}', '[]', '{"token": null}', '{"token": {}}', '"token-1"', '<h1>Hello</h1>', '']) {
  test(`an endpoint that answers ${body || 'nothing'} leaves the player signed out`, async () => {
    const getToken = tokenFrom('/token', PAGE, async () => new Response(body));

    await assert.rejects(createTokenBroker({getToken}).token(), {code: 'auth-required'});
  });
}

test('a life that is no number is as good as none', async () => {
  for (const expires_in of [undefined, null, 'soon', {}]) {
    const getToken = tokenFrom('/token', PAGE, async () => Response.json({token: 'token-1', expires_in}));

    assert.equal(await createTokenBroker({getToken}).token(), 'token-1');
  }
});

test('fetch is called without a receiver, as the page’s own demands', async () => {
  const picky = function (this: unknown) {
    return this === undefined ? Promise.resolve(granted()) : Promise.reject(new TypeError('Illegal invocation'));
  };

  assert.deepEqual(await tokenFrom('/token', PAGE, picky)({reason: 'start'}), {token: 'token-1', expiresInSec: 600});
});
