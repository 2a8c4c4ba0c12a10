import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createTokenBroker} from '../../../src/auth/token-broker.js';
import type {TokenReason} from '../../../src/auth/token.js';
import {tokenFrom} from '../../../src/auth/token-url.js';
import {serve} from '../http/local-server.js';

const HERE = 'https://shop.example/store/index.html?lang=de#top';

/** A page at `https://shop.example`, as far as a token is asked for. */
function pageWith(fetch: typeof globalThis.fetch, baseURI = HERE, origin = 'https://shop.example') {
  return {document: {baseURI}, origin, fetch};
}

type Call = {url: string; init: RequestInit | undefined};

/** Asks `tokenUrl` for a token; the endpoint answers `body`. */
async function ask(tokenUrl: string, answer: () => Response, reason: TokenReason = 'start') {
  const calls: Call[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.push({url: String(input instanceof Request ? input.url : input), init});
    return answer();
  };
  return {grant: await tokenFrom(tokenUrl, pageWith(fetch))({reason}), calls};
}

const granted = (): Response => Response.json({token: 'token-1', expires_in: 600});

test('the endpoint gives the token and its life', async () => {
  const {grant} = await ask('/token', granted);

  assert.deepEqual(grant, {token: 'token-1', expiresInSec: 600});
});

test('the endpoint knows the player by its cookie and is asked afresh each time', async () => {
  const {calls} = await ask('/token', granted);

  assert.deepEqual(calls[0]?.init, {credentials: 'same-origin', cache: 'no-store', redirect: 'manual'});
});

test('the reason goes along with the query that is there', async () => {
  const {calls} = await ask('token.php?game=7', granted, 'rejected');

  assert.match(calls[0]?.url ?? '', /^https:\/\/shop\.example\/store\/token\.php\?game=7&reason=rejected&_=\w+$/);
});

test('each call tells its own reason', async () => {
  const urls: string[] = [];
  const fetch: typeof globalThis.fetch = async input => {
    urls.push(String(input as string).replace(/&_=\w+$/, ''));
    return granted();
  };
  const getToken = tokenFrom('/token', pageWith(fetch));

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
  'https://me:secret@shop.example/token',
  'https://me@shop.example/token',
  'data:application/json,{}',
  'blob:https://shop.example/9115d58c-bcda-ff47-86e5-083e9a215304',
  'javascript:alert(1)',
  'https://',
]) {
  test(`${url} is refused at once`, () => {
    assert.throws(() => tokenFrom(url, pageWith(fetch)), {code: 'config', message: /`tokenUrl`/});
  });
}

test('a page without an origin has no endpoint of its own', () => {
  for (const baseURI of ['file:///shop/index.html', 'about:blank', 'https://shop.example/sandboxed.html'])
    assert.throws(() => tokenFrom('token', pageWith(fetch, baseURI, 'null')), {code: 'config'});
});

test('a <base> that leads elsewhere takes no address there along', async () => {
  const urls: string[] = [];
  const fetch: typeof globalThis.fetch = async input => {
    urls.push(String(input as string).replace(/&_=\w+$/, ''));
    return granted();
  };
  const page = pageWith(fetch, 'https://cdn.example/assets/');
  const getToken = tokenFrom('https://shop.example/token', page);

  assert.throws(() => tokenFrom('/token', page), {code: 'config'});
  assert.throws(() => tokenFrom('https://cdn.example/token', page), {code: 'config'});
  await getToken({reason: 'start'});

  assert.deepEqual(urls, ['https://shop.example/token?reason=start']);
});

test('without a page every address is refused', () => {
  assert.throws(() => tokenFrom('https://shop.example/token'), {code: 'config'});
});

test('a page gives its own address and its own fetch', async t => {
  Object.defineProperty(globalThis, 'document', {value: {baseURI: HERE}, configurable: true});
  Object.defineProperty(globalThis, 'origin', {value: 'https://shop.example', configurable: true});
  t.after(() => ['document', 'origin'].forEach(name => Reflect.deleteProperty(globalThis, name)));
  const asked = t.mock.method(globalThis, 'fetch', async () => granted());

  await tokenFrom('/token')({reason: 'start'});

  assert.match(String(asked.mock.calls[0]?.arguments[0]), /^https:\/\/shop\.example\/token\?reason=start&_=\w+$/);
});

for (const status of [401, 403])
  test(`an endpoint that answers ${status} leaves the player signed out`, async () => {
    await assert.rejects(
      ask('/token', () => new Response('secret', {status})),
      {code: 'auth-required', status, message: `No token: token-url answered HTTP ${status}.`},
    );
  });

for (const status of [400, 404, 429, 500, 502, 503])
  test(`an endpoint that answers ${status} is in trouble that may pass`, async () => {
    await assert.rejects(
      ask('/token', () => new Response('secret', {status})),
      {code: 'server', status, message: `No token: token-url answered HTTP ${status}.`},
    );
  });

test('an endpoint that sends to a form for signing in leaves the player signed out', async t => {
  const server = await serve((request, response) => {
    response.writeHead(302, {location: request.url === '/form' ? '/other' : '/form'}).end();
  });
  t.after(() => server.close());
  const getToken = tokenFrom('/token', pageWith(fetch, server.url, server.url));

  await assert.rejects(createTokenBroker({getToken}).token(), {code: 'auth-required'});
});

const unreachable: Record<string, () => Promise<Response>> = {
  'cannot be reached': () => Promise.reject(new TypeError('Failed to fetch https://shop.example/secret')),
  'is cut off in its answer': async () =>
    new Response(new ReadableStream({pull: controller => controller.error(new TypeError('secret'))})),
};

for (const [trouble, answer] of Object.entries(unreachable))
  test(`an endpoint that ${trouble} is trouble of the network`, async () => {
    const getToken = tokenFrom('/token', pageWith(answer));

    await assert.rejects(createTokenBroker({getToken}).token(), {
      code: 'network',
      message: '`token-url` cannot be reached.',
    });
  });

const stalled: Record<string, () => Promise<Response>> = {
  'never answers': () => new Promise(() => undefined),
  'stalls in its answer': async () => new Response(new ReadableStream({pull: () => new Promise(() => undefined)})),
};

for (const [trouble, answer] of Object.entries(stalled))
  test(`an endpoint that ${trouble} is trouble of the network, too`, async t => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const asked = createTokenBroker({getToken: tokenFrom('/token', pageWith(answer))}).token();

    t.mock.timers.tick(8_000);

    await assert.rejects(asked, {code: 'network'});
  });

const answering = (answer: () => Response) =>
  createTokenBroker({
    getToken: tokenFrom(
      '/token',
      pageWith(async () => answer()),
    ),
  }).token();

for (const body of ['null', '{}', '{"token": null}', '{"token": {}}', '{"token": ""}', '{"expires_in": 600}']) {
  test(`an endpoint that answers ${body} leaves the player signed out`, async () => {
    await assert.rejects(
      answering(() => new Response(body)),
      {code: 'auth-required'},
    );
  });
}

const html = {headers: {'content-type': 'text/html; charset=utf-8'}};

for (const body of ['<h1>Hello</h1>', '', '[]', '"token-1"', '5', '{"message": "Maintenance"}', 'x'.repeat(100_000)]) {
  test(`a success that is ${body.slice(0, 30) || 'empty'} is trouble that may pass`, async () => {
    for (const init of [{}, html, {headers: {'content-type': 'application/json'}}]) {
      const code = body.length > 64 * 1_024 ? 'network' : 'bad-answer';
      await assert.rejects(
        answering(() => new Response(body, init)),
        {code},
      );
    }
  });
}

test('a 403 that is a web page comes from a gate, and may pass', async () => {
  await assert.rejects(
    answering(() => new Response('<h1>Checking your browser</h1>', {...html, status: 403})),
    {code: 'server', status: 403},
  );
});

for (const [type, body] of [
  ['text/html', ''],
  ['application/json', '{"error": "signed out"}'],
] as const)
  test(`a 403 of ${type} with ${body || 'nothing'} is the endpoint’s own`, async () => {
    await assert.rejects(
      answering(() => new Response(body, {status: 403, headers: {'content-type': type}})),
      {code: 'auth-required', status: 403},
    );
  });

test('JSON that PHP calls HTML is a token all the same', async () => {
  assert.equal(await answering(() => new Response('{"token": "token-1"}', html)), 'token-1');
});

test('no two requests to the endpoint have the same address', async () => {
  const urls = new Set<string>();
  const getToken = tokenFrom(
    '/token',
    pageWith(async input => {
      urls.add(String(input as string));
      return granted();
    }),
  );

  for (let count = 0; count < 3; count++) await getToken({reason: 'start'});

  assert.equal(urls.size, 3);
});

test('a life that is no number is as good as none', async () => {
  for (const expires_in of [undefined, null, 'soon', {}]) {
    const getToken = tokenFrom(
      '/token',
      pageWith(async () => Response.json({token: 'token-1', expires_in})),
    );

    assert.equal(await createTokenBroker({getToken}).token(), 'token-1');
  }
});
