import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createAdmin} from '../../../src/admin/index.js';
import {plainFetch} from '../../../src/http/plain-fetch.js';
import {FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from './fake-http.js';

type Call = {url: unknown; init: RequestInit | undefined};

/** A `fetch` that notes what it is called with. */
function noting(answer: () => Response = () => json([])): {calls: Call[]; fetch: typeof fetch} {
  const calls: Call[] = [];
  return {
    calls,
    fetch: async (url, init) => {
      calls.push({url, init});
      return answer();
    },
  };
}

const thing = {path: 'thing', maxBytes: 1_000};

for (const method of ['GET', 'PUT', 'POST'] as const)
  test(`fetch gets a ${method} as a string and a plain object`, async () => {
    const {calls, fetch} = noting();

    await httpOver(fetch).send({...thing, method}, 'token-1');

    const [{url, init}] = calls as [Required<Call>];
    const {signal, ...rest} = init as RequestInit;
    assert.equal(typeof url, 'string');
    assert.deepEqual(
      [Object.getPrototypeOf(init), Object.getPrototypeOf(init?.headers)],
      Array(2).fill(Object.prototype),
    );
    assert.ok(signal instanceof AbortSignal);
    assert.deepEqual(rest, {
      method,
      headers: {accept: 'application/json', authorization: 'Bearer token-1'},
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  });

test('a page that wraps fetch to add a header keeps our token', async () => {
  const api = new FakeApi().on('GET thing', () => json([]));
  const wrapped: typeof fetch = (url, init) =>
    api.fetch(String(url as string), {...init, headers: {...(init?.headers as object), 'x-page': '1'}});

  await httpOver(wrapped).read(thing);

  const [{headers}] = api.requests as [Request];
  assert.deepEqual([headers.get('authorization'), headers.get('x-page')], ['Bearer token-1', '1']);
});

test('the server side hands over a string and a plain object with its body, too', async () => {
  const {calls, fetch} = noting(() => json({promotion_id: 1}, 201));
  const admin = createAdmin({projectId: 44056, apiKey: 'key', fetch});

  await admin.bonuses.create({name: {'en-US': 'x'}, condition: null, bonus: null});

  const [{url, init}] = calls as [Required<Call>];
  assert.equal(url, 'https://store.xsolla.com/api/v3/project/44056/admin/promotion/bonus');
  assert.deepEqual(JSON.parse(init?.body as string), {name: {'en-US': 'x'}, condition: null, bonus: null});
  assert.deepEqual(init?.headers, {
    accept: 'application/json',
    authorization: `Basic ${btoa('44056:key')}`,
    'content-type': 'application/json',
  });
});

test('no two reads have the same address, nor two attempts at one, nor the one after a 401', async () => {
  const answers = [json({}, 503), json({}, 401), json([]), json([])];
  const {calls, fetch} = noting(() => answers.shift()!);
  const http = httpOver(fetch);

  await http.read({...thing, query: {limit: 50}});
  await http.read({...thing, query: {limit: 50}});

  assert.equal(new Set(calls.map(({url}) => url)).size, 4);
  for (const {url} of calls) assert.match(String(url), /\/thing\?limit=50&_=\w+$/);
});

/** What browsers say of service workers, and whether such a page can trust an address that was used before. */
const WORKERS: Readonly<Record<string, [() => object | undefined, isSame: boolean]>> = {
  'no service worker': [() => ({controller: null}), true],
  'no service workers at all': [() => undefined, true],
  'a sandboxed frame, which may not ask': [() => assert.fail('SecurityError'), true],
  'a service worker in between': [() => ({controller: {}}), false],
};

for (const [name, [serviceWorker, isSame]] of Object.entries(WORKERS))
  test(`a read that is only shown has ${isSame ? 'one address' : 'a new address each time'} with ${name}`, async t => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    t.after(() => before && Object.defineProperty(globalThis, 'navigator', before));
    const navigator = Object.defineProperty({}, 'serviceWorker', {get: serviceWorker});
    Object.defineProperty(globalThis, 'navigator', {value: navigator, configurable: true});
    const {calls, fetch} = noting();
    const http = httpOver(fetch);

    await http.read({...thing, isShownOnly: true});
    await http.read({...thing, isShownOnly: true});

    assert.equal(calls[0]?.url === calls[1]?.url, isSame);
  });

for (const method of ['PUT', 'POST'] as const)
  test(`a ${method}, which no cache answers, has its address alone`, async () => {
    const {calls, fetch} = noting();

    await httpOver(fetch).send({...thing, method}, 'token-1');

    assert.match(String(calls[0]?.url), /\/thing$/);
  });

test('a worker that caches by address has no answer to a read', async () => {
  const kept = new Map<unknown, Response>();
  let isGone = false;
  const worker: typeof fetch = async url => {
    if (isGone) return kept.get(url)?.clone() ?? Promise.reject(new TypeError('Failed to fetch'));
    const answer = json(['from before']);
    kept.set(url, answer.clone());
    return answer;
  };
  const http = httpOver(worker);
  await http.read(thing);
  isGone = true;

  await assert.rejects(http.read(thing), {code: 'network'});
});

for (const method of ['GET', 'POST'])
  test(`a ${method} that is given up while it is made ready does not reach fetch`, async () => {
    const {calls, fetch} = noting();
    const controller = new AbortController();
    const request = new Request('https://liveops.test/thing', {method, signal: controller.signal});

    const called = plainFetch({fetch, maxBytes: 1_000})(request);
    controller.abort(new Error('given up'));

    await assert.rejects(called, /given up/);
    assert.deepEqual(calls, []);
  });
