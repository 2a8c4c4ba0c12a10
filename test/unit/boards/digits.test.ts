import assert from 'node:assert/strict';
import {mock, test} from 'node:test';

import {fetchTopContributors, toContributorRows} from '../../../src/boards/wire.js';
import {fetchRewardChains} from '../../../src/reward-chains/calls.js';
import {parseJson} from '../../../src/http/parse.js';
import {FakeApi} from '../../support/fake-api.js';
import {httpOver} from '../http/fake-http.js';

type Reviver = (this: unknown, key: string, value: unknown, context?: {source: string}) => unknown;

const parse = JSON.parse;

/** `JSON.parse` of an engine that tells how each value was written, or of one that does not, whatever this one does. */
async function inEngine<T>(tells: boolean, work: (parsing: ReturnType<typeof spy>['mock']) => T): Promise<Awaited<T>> {
  const {mock: parsing} = spy(tells);
  try {
    return await work(parsing);
  } finally {
    parsing.restore();
  }
}

const spy = (tells: boolean) =>
  mock.method(JSON, 'parse', (text: string, reviver?: Reviver) =>
    parse(
      text,
      reviver &&
        function (this: unknown, key: string, value: unknown) {
          const [, source = ''] = new RegExp(`"${key}": *("[^"]*"|[^,}\\]]*)`).exec(text) ?? [];
          return reviver.call(this, key, value, tells ? {source} : undefined);
        },
    ),
  );

const rowsOf = (amount: string) => toContributorRows([parseJson(`{"name": "Bo", "contributed_amount": ${amount}}`)]);

for (const amount of ['1234567890123456', '9007199254740993', '18446744073709551615', '99999999999999999999'])
  test(`every digit of ${amount} is kept where the engine shows it`, async () => {
    const kept = await inEngine(true, () => rowsOf(amount));

    assert.deepEqual(kept, [{name: 'Bo', amount: Number(amount), digits: amount}]);
  });

for (const [amount, number] of [
  ['123456789012345', 123456789012345],
  ['999999999999999999999', 1e21],
  ['9007199254740993.0', 9007199254740992],
  ['9007199254740993e0', 9007199254740992],
  ['9007199254740993e9', 9007199254740993e9],
  ['-9007199254740993', null],
  ['"9007199254740993"', null],
  ['"123456789012345"', 123456789012345],
] as const)
  test(`${amount} is read as a number only`, async () => {
    assert.deepEqual(await inEngine(true, () => rowsOf(amount)), [{name: 'Bo', amount: number}]);
  });

for (const foreign of ['"NaN"', '"1"', '9007199254740993', '{}'])
  test(`a row that brings a field "contributed_amount#" of ${foreign} shows its amount`, async () => {
    const row = `{"name": "Bo", "contributed_amount": 5, "contributed_amount#": ${foreign}}`;

    assert.deepEqual(await inEngine(true, () => toContributorRows([parseJson(row)])), [{name: 'Bo', amount: 5}]);
  });

test('the digits of a long amount are its own, whatever field the row brings', async () => {
  const row = '{"name": "Bo", "contributed_amount": 9007199254740993, "contributed_amount#": "1"}';

  const [kept] = await inEngine(true, () => toContributorRows([parseJson(row)]));

  assert.equal(kept?.digits, '9007199254740993');
});

test('an engine that does not show how a number was written leaves the number', async () => {
  assert.deepEqual(await inEngine(false, () => rowsOf('9007199254740993')), [{name: 'Bo', amount: 9007199254740992}]);
});

test('digits of one field are not those of another', async () => {
  const text = '{"name": "Bo", "id": 12345678901234567890, "contributed_amount": 123456789012345}';

  assert.deepEqual(await inEngine(true, () => toContributorRows([parseJson(text)])), [
    {name: 'Bo', amount: 123456789012345},
  ]);
});

test('values are reported only where one may be too large, since that takes longer', async () => {
  await inEngine(true, parsing => {
    parseJson('[123456789012345]');
    parseJson('[1234567890123456]');

    const told = parsing.calls.map(call => call.arguments[1] !== undefined);
    assert.deepEqual(told, [false, true]);
  });
});

test('digits in an address are no reason to tell values', async () => {
  await inEngine(true, parsing => {
    parseJson('{"image_url": "https://cdn.example/1234567890123456.png"}');

    assert.equal(parsing.calls[0]?.arguments[1], undefined);
  });
});

const answers = (text: string) => () => new Response(text, {headers: {'content-type': 'application/json'}});
const ROWS = '[{"name": "Bo", "contributed_amount": 9007199254740993}]';
const KEPT = [{name: 'Bo', amount: 9007199254740992, digits: '9007199254740993'}];

test('the board has the digits', async () => {
  const api = new FakeApi().on('GET v2/project/44056/user/clan/contributors/101/top', answers(ROWS));

  const rows = await inEngine(true, () => fetchTopContributors(httpOver(api.fetch), {projectId: 44056, chainId: 101}));

  assert.deepEqual(rows, KEPT);
});

test('the contributors of a chain have the digits', async () => {
  const list = `{"items": [{"reward_chain_id": 101, "top_contributors": ${ROWS}}], "has_more": false}`;
  const api = new FakeApi().on('GET v2/project/44056/user/reward_chain', answers(list));

  const [chain] = await inEngine(true, () => fetchRewardChains(httpOver(api.fetch), 44056));

  assert.deepEqual(chain?.topContributors, KEPT);
});
