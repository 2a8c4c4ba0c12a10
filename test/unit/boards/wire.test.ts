import assert from 'node:assert/strict';
import {test} from 'node:test';

import {fetchTopContributors, toContributorRows} from '../../../src/boards/wire.js';
import {FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from '../http/fake-http.js';

const CALL = 'GET v2/project/44056/user/clan/contributors/101/top';
const ids = {projectId: 44056, chainId: 101};

function boardOf(answer: () => Response) {
  return fetchTopContributors(httpOver(new FakeApi().on(CALL, answer).fetch), ids);
}

test('the rows keep the order of the server', async () => {
  const rows = await boardOf(() =>
    json([
      {name: 'low', contributed_amount: 1},
      {name: 'high', contributed_amount: 555},
    ]),
  );

  assert.deepEqual(rows, [
    {name: 'low', amount: 1},
    {name: 'high', amount: 555},
  ]);
});

test('a player without a clan gets an empty list', async () => {
  assert.deepEqual(await boardOf(() => json([])), []);
});

test('a bad field costs neither its row nor the others', async () => {
  const amounts = [555, '12', null, undefined, -5, 1.005, true, '1e3', {}, 1e300];
  const rows = await boardOf(() => json(amounts.map(contributed_amount => ({name: 'x', contributed_amount}))));

  assert.deepEqual(
    rows.map(row => row.amount),
    [555, 12, null, null, null, 1, null, null, null, 1e300],
  );
});

test('rows that are no objects are dropped', async () => {
  const rows = await boardOf(() => json([null, 1, 'x', [], {}, {name: 'Rocket', contributed_amount: 398}]));

  assert.deepEqual(rows, [
    {name: '', amount: null},
    {name: 'Rocket', amount: 398},
  ]);
});

test('a name that is a number is its digits, and any other is empty', () => {
  const names = ['Rocket', 42, null, undefined, {}, ['x'], '', '  '];

  assert.deepEqual(
    toContributorRows(names.map(name => ({name, contributed_amount: 1}))).map(row => row.name),
    ['Rocket', '42', '', '', '', '', '', ''],
  );
});

test('hostile keys change neither the rows nor any other object', async () => {
  const text = '[{"__proto__": {"name": "evil", "polluted": 1}, "constructor": 1, "contributed_amount": 7}]';

  const rows = await boardOf(() => new Response(text, {headers: {'content-type': 'application/json'}}));

  assert.deepEqual(rows, [{name: '', amount: 7}]);
  assert.equal(Object.getPrototypeOf(rows[0]), Object.prototype);
  assert.equal('polluted' in {}, false);
});

test('an answer that is no list is a bad answer', async () => {
  for (const body of [null, {}, 'x', 1, true, {items: []}]) {
    await assert.rejects(
      boardOf(() => json(body)),
      {code: 'bad-answer'},
      JSON.stringify(body),
    );
  }
});

test('an empty answer of success is a bad answer', async () => {
  const headers = {'content-type': 'application/json'};
  for (const empty of [new Response(null, {status: 204}), new Response('', {headers})])
    await assert.rejects(
      boardOf(() => empty),
      {code: 'bad-answer'},
    );
});

test('an answer above 1 MiB is a bad answer', async () => {
  await assert.rejects(
    boardOf(() => json(['x'.repeat(1024 * 1024)])),
    {code: 'bad-answer'},
  );
});

test('the request ends when the caller gives up', async () => {
  const http = httpOver(() => new Promise(() => undefined));

  await assert.rejects(fetchTopContributors(http, ids, AbortSignal.abort()), {code: 'aborted'});
});
