import assert from 'node:assert/strict';
import {test} from 'node:test';

import {readClanUpdate} from '../../../src/clan-switch/update.js';
import type {Receipt} from '../../../src/model.js';
import {goOn, type SwitchParts, switchOver} from '../../../src/clan-switch/run.js';
import {
  flowOver,
  NEW_YEAR,
  offline,
  OWLS,
  type Plan,
  poorer,
  quest,
  richer,
  same,
  summary,
  summaryLate,
  switched,
  switchedLate,
  WOLVES,
} from './make-flow.js';
import {granted} from './parts.js';
import {lists, refuses} from './make-switch.js';

test('the note is on the disk before the update is sent, and the receipt before anybody is told', async () => {
  const {calls, states, kind} = await switched({});

  assert.equal(kind, 'received');
  assert.deepEqual(calls, ['look ()', 'send (inflight)']);
  assert.equal(states(), 'received+left+clan');
});

test('the raw answer is on the disk before it is read', async () => {
  const seen: string[] = [];
  const disk = new Map<string, string>();
  const read: SwitchParts['read'] = answer => {
    if (answer) seen.push([...disk.values()].join());
    return readClanUpdate(answer);
  };

  await switched({disk, read});

  assert.match(seen[0] ?? '', /"answer":\{"status":200,"text":/);
});

test('a receipt keeps neither the note nor the raw answer', async () => {
  const {end} = await switched({});

  assert.ok(end.kind === 'received');
  const {snapshot, answer, tries, clan, at} = end.record;
  assert.deepEqual([snapshot, answer, tries, clan, at], [[], undefined, 1, 'owls', '2025-01-01T00:00:00.000Z']);
});

const LOST = {answers: [undefined]};
const EMPTY = {answers: [lists()]};

for (const [what, plan, line] of [
  ['a full answer', {}, ['received', ['box: answer'], true, 'owls', false]],
  [
    'nothing owed and nothing listed',
    {looks: [[]], answers: [lists()]},
    ['nothing', undefined, undefined, 'owls', false],
  ],
  ['lost, then out of reach', {...LOST, looks: [same, poorer]}, ['received', ['box: recovered'], true, 'owls', false]],
  [
    'empty, then out of reach',
    {...EMPTY, looks: [same, poorer]},
    ['received', ['box: recovered'], true, 'owls', false],
  ],
  ['lost, then richer', {...LOST, looks: [same, richer]}, ['received', ['box: expected'], false, 'owls', false]],
  ['empty, then richer', {...EMPTY, looks: [same, richer]}, ['received', ['box: expected'], false, 'owls', false]],
  ['empty, then the same clan', EMPTY, ['open', undefined, undefined, undefined, true]],
  ['lost, then the same clan twice', LOST, ['open', undefined, undefined, undefined, true]],
  ['lost, and no look', {...LOST, looks: [same, offline]}, ['open', undefined, undefined, undefined, true]],
  ['empty, and no look', {...EMPTY, looks: [same, offline]}, ['open', undefined, undefined, undefined, true]],
  [
    'lost, nothing owed, another clan',
    {...LOST, looks: [[quest(9)], poorer]},
    ['nothing', undefined, undefined, 'owls', false],
  ],
  ['refused', {answers: [refuses(403)]}, ['refused', undefined, undefined, undefined, false]],
  [
    'a broken row',
    {answers: [lists(granted('box'), granted(''))]},
    ['received', ['box: answer', ': answer'], false, 'owls', false],
  ],
  [
    'a short answer, then richer',
    {answers: [lists(granted('gem'))], looks: [same, richer]},
    ['received', ['gem: answer', 'box: expected'], false, 'owls', false],
  ],
  [
    'a short answer, then out of reach',
    {answers: [lists(granted('gem'))], looks: [same, poorer]},
    ['received', ['gem: answer', 'box: recovered'], true, 'owls', false],
  ],
  [
    'a short answer with a broken row, then out of reach',
    {answers: [lists(granted(''))], looks: [same, poorer]},
    ['received', [': answer', 'box: recovered'], false, 'owls', false],
  ],
] as [string, Plan, readonly unknown[]][]) {
  test(`${what}: ${String(line[0])}`, async () => assert.deepEqual(await summary(plan), line));
}

test('a short answer whose rest the same clan still has is a receipt, and the switch stays pending', async () => {
  assert.deepEqual(await summaryLate({answers: [lists(granted('gem'))]}), [
    'received',
    ['gem: answer'],
    true,
    undefined,
    false,
  ]);
});

test('an update without an answer, after which nothing is done, is sent once more', async () => {
  const {calls, kind, rows} = await switched({answers: [undefined, lists(granted('box'))]});

  assert.deepEqual([kind, rows], ['received', ['box: answer']]);
  assert.deepEqual(calls, ['look ()', 'send (inflight)', 'look (inflight)', 'send (inflight)']);
});

test('the second note is what is owed now', async () => {
  const more = [quest(700, [{name: 'winner', amount: 655}]), {...quest(), id: 102}];

  const {rows, end} = await switched({
    answers: [undefined, lists(granted('box'), granted('box'))],
    looks: [same, more],
  });

  assert.deepEqual(rows, ['box: answer', 'box: answer']);
  assert.ok(end.kind === 'received' && end.record.complete);
});

test('a second update that is refused is looked up: an earlier one may have come through', async () => {
  const answers = [undefined, refuses(403)];

  assert.deepEqual(await summary({answers, looks: [same, same, poorer]}), [
    'received',
    ['box: recovered'],
    true,
    'owls',
    false,
  ]);
  assert.deepEqual(await summary({answers}), ['refused', undefined, undefined, undefined, true]);
  assert.deepEqual(await summaryLate({answers}), ['refused', undefined, undefined, undefined, false]);
  assert.deepEqual(await summary({answers, looks: [same, same, offline]}), [
    'open',
    undefined,
    undefined,
    undefined,
    true,
  ]);
});

test('what an ended chain owed is a doubt where the clan may have changed, and none in the same clan', async () => {
  const ended = [quest(600, WOLVES, {endsAt: NEW_YEAR})];
  const others = [quest(9, OWLS, {endsAt: NEW_YEAR})];

  assert.equal((await switchedLate({...EMPTY, looks: [ended]})).kind, 'unchanged');
  assert.deepEqual(await summary({...EMPTY, looks: [ended, others]}), [
    'received',
    ['box: expected'],
    false,
    'owls',
    false,
  ]);
});

test('where the game told no clan, or none, no other is put on record', async () => {
  assert.equal((await switched({clan: () => undefined})).mark, undefined);
  assert.equal((await switched({clan: () => null})).mark, null);
});

test('the clan on record is the one that the game named when the switch began', async () => {
  const clans = ['owls', 'ravens'];

  assert.equal((await switched({clan: () => clans.shift()})).mark, 'owls');
});

test('a game that names another clan since then leaves nothing unchanged', async () => {
  const clans = ['owls', 'ravens'];

  const {kind, rows} = await switchedLate({...EMPTY, clan: () => (clans.length > 1 ? clans.shift() : clans[0])});

  assert.deepEqual([kind, rows], ['received', ['box: expected']]);
});

test('where the chains cannot be read nothing is noted and nothing sent', async () => {
  const {begin, calls, disk} = flowOver({looks: [offline]});

  await assert.rejects(begin(), offline);

  assert.deepEqual([calls, disk.size], [['look ()'], 0]);
});

test('where the note does not outlive the page nothing is sent, and nothing stays open', async () => {
  const {begin, calls, page} = flowOver({durable: false});

  await assert.rejects(begin(), {code: 'storage-unavailable'});

  assert.deepEqual(calls, ['look ()']);
  assert.equal((await page()).open, undefined);
});

test('unless that was accepted, which the record keeps for its later looks', async () => {
  const {begin, page, flow} = flowOver({durable: false, allowVolatile: true, ...LOST, looks: [same, offline, same]});
  assert.equal((await begin()).kind, 'open');
  const {open} = await page();
  assert.equal(open?.volatile, true);

  const end = await goOn(flow, open);

  assert.equal(end.kind, 'open');
});

test('where it is certain that nothing was sent, nothing stays open', async () => {
  const {begin, page} = flowOver({answers: [offline]});

  await assert.rejects(begin(), offline);

  assert.equal((await page()).open, undefined);
});

test('where it is certain only of the second update, the first stays open as it was', async () => {
  const {begin, page} = flowOver({answers: [undefined, offline]});

  await assert.rejects(begin(), offline);

  const {open} = await page();
  assert.deepEqual([open?.tries, open?.snapshot.length], [1, 1]);
});

test('a second update that was sent counts as such', async () => {
  const {open} = await switched(LOST);

  assert.equal(open?.tries, 2);
});

test('twenty receipts stand in the way of another switch, and nineteen do not', async () => {
  const {journal, begin, calls, flow} = flowOver({});
  const receipt = {
    state: 'received',
    at: '',
    tries: 1,
    volatile: false,
    snapshot: [],
    rewards: [],
    complete: false,
  } as const;
  for (let count = 0; count < 19; count++) await journal.write({...receipt, id: `old ${count}`});
  assert.equal((await begin()).kind, 'received');
  const before = calls.length;

  const full = await journal.read();
  await assert.rejects(switchOver(flow, full, false), {code: 'storage-unavailable', message: /receipts wait/});
  assert.equal(calls.length, before);
});

test('so does one receipt of more than a mebi of characters, and none of just so many', async () => {
  const {journal, calls, flow} = flowOver({});
  const receiptOf = (characters: number): Receipt => {
    const receipt = {id: 'old', rewards: [], complete: true, durable: true, receivedAt: ''};
    return {...receipt, id: 'x'.repeat(characters - JSON.stringify([receipt]).length + receipt.id.length)};
  };
  const page = await journal.read();

  const full = {...page, receipts: [receiptOf(1024 * 1024 + 1)]};
  await assert.rejects(switchOver(flow, full, false), {code: 'storage-unavailable'});
  assert.deepEqual(calls, []);

  assert.equal((await switchOver(flow, {...page, receipts: [receiptOf(1024 * 1024)]}, false)).kind, 'received');
});

test('an open switch is finished first, and nothing is sent where its end is found', async () => {
  const {begin, calls, flow, journal} = flowOver({...LOST, looks: [same, offline, poorer]});
  assert.equal((await begin()).kind, 'open');
  const before = calls.length;

  const end = await switchOver(flow, await journal.read(), false);

  assert.ok(end.kind === 'received' && end.record.rewards[0]?.source === 'recovered');
  assert.deepEqual(calls.slice(before), ['look (inflight)']);
});

test('twenty receipts do not keep an open switch from being finished', async () => {
  const {begin, flow, journal} = flowOver({...LOST, looks: [same, offline, poorer]});
  await begin();
  const page = await journal.read();

  const end = await switchOver(flow, {...page, receipts: new Array<never>(20)}, false);

  assert.equal(end.kind, 'received');
});

test('a page that was closed behind the answer reads it at its next start, and sends nothing', async () => {
  const {flow, journal, calls, begin} = flowOver({...LOST, looks: [same, offline]});
  await begin();
  const {open} = await journal.read();
  assert.ok(open);
  await journal.write({...open, answer: lists(granted('box'))});
  const before = calls.length;

  const end = await goOn(flow, (await journal.read()).open ?? open);

  assert.ok(end.kind === 'received' && end.record.rewards[0]?.source === 'answer');
  assert.equal(calls.length, before);
});

test('a page that was closed behind a refusal shows it at its next start', async () => {
  const {flow, journal, begin, page} = flowOver({...LOST, looks: [same, offline]});
  await begin();
  const {open} = await journal.read();
  assert.ok(open);

  const end = await goOn(flow, {...open, tries: 1, answer: refuses(422)});

  assert.ok(end.kind === 'refused' && end.error.code === 'invalid');
  assert.equal((await page()).open, undefined);
});

test('a step of recovery sends one update at most', async () => {
  const {flow, journal, begin, calls} = flowOver(LOST);
  await begin();
  const before = calls.length;

  await goOn(flow, (await journal.read()).open!);

  assert.deepEqual(calls.slice(before), ['look (inflight)', 'send (inflight)']);
});

test('rows are never merged: the same item of two chains is there twice', async () => {
  const two = [quest(), {...quest(), id: 102}];
  const out = [quest(9, OWLS), {...quest(9, OWLS), id: 102}];

  assert.deepEqual((await switched({looks: [two], answers: [lists(granted('box'), granted('box'))]})).rows, [
    'box: answer',
    'box: answer',
  ]);
  assert.deepEqual((await switched({...LOST, looks: [two, out]})).rows, ['box: recovered', 'box: recovered']);
  assert.deepEqual((await switched({answers: [lists(granted('box'))], looks: [two, out]})).rows, [
    'box: answer',
    'box: recovered',
  ]);
});

test('of two chains each has its own verdict', async () => {
  const two = [quest(), {...quest(), id: 102}];
  const after = [quest(9, OWLS), {...quest(900, OWLS), id: 102}];

  const {rows, complete} = await switched({...LOST, looks: [two, after]});

  assert.deepEqual([rows, complete], [['box: recovered', 'box: expected'], false]);
});
