import assert from 'node:assert/strict';
import {test} from 'node:test';

import {fetchRewardChains} from '../../../src/reward-chains/calls.js';
import {chainPage} from '../../support/wire.js';
import {FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from '../http/fake-http.js';

const CALL = 'GET v2/project/44056/user/reward_chain';

/** An API that answers by the offset asked for. */
function apiOf(page: (offset: number) => Response): FakeApi {
  return new FakeApi().on(CALL, ({url}) => page(Number(new URL(url).searchParams.get('offset'))));
}

function chainsOf(api: FakeApi) {
  return fetchRewardChains(httpOver(api.fetch), 44056);
}

function rows(first: number, count: number) {
  return Array.from({length: count}, (_, index) => ({reward_chain_id: first + index}));
}

test('one page is asked with the largest limit', async () => {
  const api = apiOf(() => json(chainPage(rows(1, 3))));

  assert.deepEqual(
    (await chainsOf(api)).map(chain => chain.id),
    [1, 2, 3],
  );
  assert.deepEqual(
    api.requests.map(({url}) => new URL(url).search.replace(/&_=\w+$/, '')),
    ['?limit=50&offset=0'],
  );
});

test('all pages come together in the order of the server', async () => {
  const api = apiOf(offset => json(chainPage(rows(offset + 1, offset < 100 ? 50 : 5), offset < 100)));

  const chains = await chainsOf(api);

  assert.equal(chains.length, 105);
  assert.deepEqual([chains[0]?.id, chains[104]?.id], [1, 105]);
  assert.deepEqual(
    api.requests.map(({url}) => new URL(url).searchParams.get('offset')),
    ['0', '50', '100'],
  );
});

test('a chain that moved between two pages is kept once', async () => {
  const api = apiOf(offset => json(chainPage(rows(offset ? 50 : 1, 50), !offset)));

  const ids = (await chainsOf(api)).map(chain => chain.id);

  assert.equal(ids.length, 99);
  assert.equal(new Set(ids).size, 99);
});

test('a list that always promises more ends', async () => {
  const api = apiOf(offset => json(chainPage(rows(offset + 1, 50), true)));

  assert.equal((await chainsOf(api)).length, 1_000);
  assert.equal(api.requests.length, 20);
});

test('an empty page ends a list that promises more', async () => {
  const api = apiOf(offset => json(chainPage(offset ? [] : rows(1, 50), true)));

  assert.equal((await chainsOf(api)).length, 50);
  assert.equal(api.requests.length, 3);
});

test('only a plain yes asks for another page', async () => {
  for (const hasMore of [undefined, null, 1, 'true', {}]) {
    const api = apiOf(() => json(chainPage(rows(1, 50), hasMore)));
    await chainsOf(api);
    assert.equal(api.requests.length, 1, String(hasMore));
  }
});

test('a page that fails fails the list', async () => {
  const api = apiOf(offset => (offset ? json({}, 503) : json(chainPage(rows(1, 50), true))));

  await assert.rejects(chainsOf(api), {code: 'server', status: 503});
});

test('bad rows are dropped and cost nothing else', async () => {
  const api = apiOf(() => json(chainPage([null, 1, {}, {reward_chain_id: 0}, {reward_chain_id: 101}, []])));

  assert.deepEqual(
    (await chainsOf(api)).map(chain => chain.id),
    [101],
  );
});

test('an answer without a list is a bad answer', async () => {
  for (const body of [null, [], {}, {items: null}, {items: {}}, 'x', 1]) {
    await assert.rejects(chainsOf(apiOf(() => json(body))), {code: 'bad-answer'}, JSON.stringify(body));
  }
});

test('a page above 1 MiB is a bad answer', async () => {
  const api = apiOf(() => json(chainPage([{reward_chain_id: 1, name: 'x'.repeat(1024 * 1024)}])));

  await assert.rejects(chainsOf(api), {code: 'bad-answer'});
});
