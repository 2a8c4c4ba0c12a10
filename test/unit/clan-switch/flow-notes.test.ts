import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {RewardChain} from '../../../src/model.js';
import {goOn, recordLateAnswer, switchOver} from '../../../src/clan-switch/run.js';
import {
  flowOver,
  NEW_YEAR,
  offline,
  OWLS,
  poorer,
  quest,
  same,
  summary,
  switched,
  switchedLate,
  WOLVES,
} from './make-flow.js';
import {chain, granted, reward, step} from './parts.js';
import {lists, refuses} from './make-switch.js';

const LOST = {answers: [undefined]};
const GROWN = [...WOLVES, {name: 'newcomer', amount: 1}];

test('a switch begins without rewards, and not as whole', async () => {
  const {open} = await switched({...LOST, looks: [same, offline]});

  assert.deepEqual([open?.state, open?.rewards, open?.complete], ['inflight', [], false]);
});

test('a switch stands after the newest receipt there is, though the clock has gone back', async () => {
  const {flow, journal} = flowOver({...LOST, looks: [same, offline]});
  const receipt = {rewards: [], complete: true, durable: true};
  const receipts = [
    {...receipt, id: 'old', receivedAt: '2024-01-01T00:00:00.000Z'},
    {...receipt, id: 'new', receivedAt: '2030-01-01T00:00:00.000Z'},
  ];

  await switchOver(flow, {open: undefined, mark: undefined, receipts}, false);

  assert.equal((await journal.read()).open?.at, '2030-01-01T00:00:00.001Z');
});

test('a receipt keeps the time of its switch, though the clock has gone back meanwhile', async () => {
  let now = NEW_YEAR;
  const {end} = await switched({today: () => (now -= 60_000)});

  assert.ok(end.kind === 'received');
  assert.equal(end.record.at, new Date(NEW_YEAR - 60_000).toISOString());
});

for (const [what, plan] of [
  ['is refused', {answers: [refuses(422)]}],
  ['grants nothing', {looks: [[]], answers: [lists()]}],
  ['cannot be sent', {answers: [offline]}],
] as const)
  test(`of a switch that ${what} nothing is left but that it is void`, async () => {
    const {begin, states} = flowOver(plan);

    await begin().catch(() => undefined);

    assert.equal(states().replace('+clan', '').replace('+left', ''), 'void');
  });

test('what cannot be kept is told as such', async () => {
  await assert.rejects(flowOver({durable: false}).begin(), {
    message: 'The receipt of a clan switch cannot be kept here.',
  });
});

test('after "too many requests" the chains tell what a copy of the update may have done', async () => {
  const plan = {answers: [refuses(429)], looks: [same, poorer]};

  assert.deepEqual(await summary(plan), ['received', ['box: recovered'], true, 'owls', false]);
});

test('what an ended chain may have owed is no doubt where the answer lists something', async () => {
  const live = chain(102, 50, step(7, 10, [reward('gem')]));
  const looks = [[quest(600, WOLVES, {endsAt: NEW_YEAR}), live]];

  const {calls, rows, complete} = await switched({looks, answers: [lists(granted('gem'))]});

  assert.deepEqual([rows, complete], [['gem: answer'], true]);
  assert.equal(calls.filter(call => call.startsWith('look')).length, 1);
});

test('where the board has only grown an update without an answer is sent once more', async () => {
  const {calls} = await switched({...LOST, looks: [same, [quest(600, GROWN)]]});

  assert.equal(calls.filter(call => call.startsWith('send')).length, 2);
});

test('where it has grown an empty answer is a doubt, and not sent again', async () => {
  const {calls, rows, complete} = await switchedLate({answers: [lists()], looks: [same, [quest(600, GROWN)]]});

  assert.deepEqual([rows, complete], [['box: expected'], false]);
  assert.equal(calls.filter(call => call.startsWith('send')).length, 1);
});

/** The people in the note of a switch that was sent twice, by chain. */
async function peopleNoted(before: readonly RewardChain[], after: readonly RewardChain[]) {
  const {open} = await switched({...LOST, looks: [before, after, offline]});
  assert.equal(open?.tries, 2);
  return open.snapshot.map(({contributors}) => contributors);
}

test('the note of the second update has the people of the first', async () => {
  const other = {...chain(102, 5, step(8, 9, [])), topContributors: OWLS};

  assert.deepEqual(await peopleNoted([other, ...same], [other, quest(600, GROWN)]), [OWLS, WOLVES]);
});

test('of a chain that the first note did not have it has nobody', async () => {
  const other = {...chain(102, 5, step(8, 9, [])), topContributors: OWLS};

  assert.deepEqual(await peopleNoted(same, [...same, other]), [WOLVES, []]);
});

test('where nothing was owed at first the note is made again', async () => {
  const poor = (people: typeof WOLVES): RewardChain[] => [quest(9, people)];

  assert.deepEqual(await peopleNoted(poor(WOLVES), poor(GROWN)), [GROWN]);
});

for (const [what, answer] of [
  ['no answer', undefined],
  ['an answer that cannot be read', {status: 200, text: '<h1>'}],
] as const)
  test(`one step of a switch sends one update, and after ${what} leaves the look to the next`, async () => {
    const {flow, calls, begin, journal} = flowOver({answers: [answer], looks: [same, offline, same]});
    await begin();
    const {open} = await journal.read();
    const before = calls.length;

    const end = await goOn(flow, {...open!, answer: undefined});

    assert.deepEqual(
      calls.slice(before).map(call => call.slice(0, 4)),
      ['look', 'send'],
    );
    assert.ok(end.kind === 'open');
    assert.deepEqual([end.record.tries, end.record.answer], [2, answer]);
  });

test('one of a game that names no clan settles none', async () => {
  const {states} = await switched({clan: () => undefined});

  assert.equal(states(), 'received+left');
});

/**
 * A switch that was given up and ended in a receipt of what was expected, beside a receipt of another switch, when the
 * answer comes after all.
 */
async function late(answer: ReturnType<typeof lists>) {
  const {flow, journal, disk} = flowOver({...LOST, looks: [same, [quest(900, OWLS)]]});
  const end = await switchOver(flow, await journal.read(), false);
  assert.ok(end.kind === 'received');
  const sent = end.record;
  await journal.write({...sent, id: 'z', at: '2024-01-01T00:00:00.000Z', rewards: [granted('potion')]});
  await journal.settle({clan: 'foxes'});
  const before = String([...disk]);
  const last = await recordLateAnswer(flow, await journal.read(), sent, answer);
  const {receipts, mark} = await journal.read();
  const rows = receipts.map(({id, rewards}) => [id, ...rewards.map(({sku, source}) => `${sku}: ${source}`)]);
  return {last, sent, rows, clan: mark?.clan, isAsBefore: before === String([...disk])};
}

for (const [what, answer] of [
  ['lists nothing', lists()],
  ['refuses', refuses(403)],
  ['cannot be read', {status: 200, text: '<h1>'}],
] as const)
  test(`a late answer that ${what} tells nothing new`, async () => {
    const {last, sent, isAsBefore} = await late(answer);

    assert.deepEqual([last, isAsBefore], [{kind: 'open', record: sent}, true]);
  });

test('a late answer goes on the receipt of its own switch, which keeps what it does not list', async () => {
  const {rows} = await late(lists(granted('gem')));

  assert.deepEqual(rows, [
    ['z', 'potion: answer'],
    ['a', 'gem: answer', 'box: expected'],
  ]);
});

test('a late answer says nothing of the clan that the player is in by now', async () => {
  assert.equal((await late(lists(granted('box')))).clan, 'foxes');
});
