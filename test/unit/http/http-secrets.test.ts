import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspect} from 'node:util';

import {createHttp} from '../../../src/http/http.js';
import {toJson} from '../../../src/http/parse.js';
import {isLiveOpsError} from '../../../src/errors.js';
import {json} from '../../support/fake-api.js';
import {GivenTokens} from './fake-http.js';
import {serve} from './local-server.js';

const SECRET = 'canary';
const TOKEN = `${SECRET}.token.${SECRET}`;
const BASE = `https://${SECRET}.example/api`;

/** Everything a log, a crash reporter or a curious page can get out of an error. */
function traces(error: object): string {
  const fields = Reflect.ownKeys(error).map(key => [String(key), String((error as Record<PropertyKey, unknown>)[key])]);
  return [JSON.stringify(error), inspect(error, {depth: Infinity, showHidden: true}), String(error), fields].join('\n');
}

async function failureOf(fetch: typeof globalThis.fetch, base = BASE): Promise<object> {
  const http = createHttp({base, tokens: new GivenTokens(TOKEN, TOKEN), fetch, random: () => 0, readTimeoutMs: 50});
  try {
    toJson(await http.read({path: `${SECRET}/path`, query: {limit: 1}, maxBytes: 1_000}));
  } catch (error) {
    assert.ok(isLiveOpsError(error));
    return error;
  }
  throw new Error('The request did not fail.');
}

const chatty = (request: unknown): Error =>
  Object.assign(new TypeError(`GET ${BASE} with ${TOKEN} failed`, {cause: new Error(TOKEN)}), {request});

const troubles: Record<string, typeof fetch> = {
  'a network error that names it': input => Promise.reject(chatty(input)),
  'something thrown that is no error': () => Promise.reject({token: TOKEN} as never),
  'a refused token': () => Promise.resolve(json({errorCode: 1501, errorMessage: TOKEN}, 401)),
  'a page of a proxy': () => Promise.resolve(new Response(`<h1>${TOKEN}</h1>`, {status: 502})),
  'a successful answer that is no JSON': () => Promise.resolve(new Response(TOKEN)),
  'broken JSON': () => Promise.resolve(new Response(TOKEN, {headers: {'content-type': 'application/json'}})),
  'an answer that is too large': () => Promise.resolve(new Response(TOKEN.repeat(1_000))),
  'a time limit': () => new Promise(() => undefined),
};

for (const [trouble, fetch] of Object.entries(troubles)) {
  test(`after ${trouble} the error holds neither the token nor the address`, async () => {
    const error = await failureOf(fetch);

    assert.doesNotMatch(traces(error), new RegExp(SECRET, 'i'));
    assert.equal('cause' in error, false);
  });
}

test('after a refused connection the error holds neither the token nor the address', async () => {
  const server = await serve(() => undefined);
  await server.close();

  const error = await failureOf(globalThis.fetch, `${server.url}/${SECRET}`);

  assert.doesNotMatch(traces(error), new RegExp(`${SECRET}|127\\.0\\.0\\.1`, 'i'));
});
