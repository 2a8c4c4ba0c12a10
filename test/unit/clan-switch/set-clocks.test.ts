import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createSeen} from '../../../src/clan-switch/age.js';
import {goOn, switchOver} from '../../../src/clan-switch/run.js';
import {SwitchWorld} from '../session/switch-world.js';
import {flowOver, NEW_YEAR, type Plan, same} from './make-flow.js';
import {lists} from './make-switch.js';

const DAY = 86_400_000;
const NEVER_SAID = {earliest: Date.UTC(2024, 0, 1), latest: Date.UTC(2100, 0, 1)};

/** A switch without a move, which was answered, on a device whose calendar and time are the test's. */
function deviceOver(plan: Plan = {}) {
  const time = {today: NEW_YEAR, steady: 0, server: NEVER_SAID};
  const openPage = () => createSeen(() => time.steady);
  const today = (): number => time.today;
  const serverTime = () => time.server;
  const parts = flowOver({answers: [lists()], looks: [same], today, serverTime, seenMs: openPage(), ...plan});
  const check = async () => (await goOn(parts.flow, (await parts.journal.read()).open!)).kind;
  return {...parts, time, check, reload: () => (parts.flow.seenMs = openPage())};
}

for (const [which, days] of [
  ['ahead', 8],
  ['back', -365],
] as const)
  test(`a calendar that is set ${which} makes no check late, and none wait for longer`, async () => {
    const {begin, time, check} = deviceOver();
    await begin();

    time.today += days * DAY;
    assert.deepEqual([await check(), await check()], ['open', 'open']);
    time.steady += 59_999;
    assert.equal(await check(), 'open');
    time.steady++;

    assert.equal(await check(), 'unchanged');
  });

test('the next page waits its own minute where nothing but the calendar says how long it has been', async () => {
  const {begin, time, check, reload} = deviceOver();
  await begin();
  time.today += 8 * DAY;
  time.steady += 30_000;
  reload();

  assert.deepEqual([await check(), await check()], ['open', 'open']);
  time.steady += 60_000;

  assert.equal(await check(), 'unchanged');
});

test('the next page need not wait where the server’s time says how long it has been', async () => {
  const {begin, time, check, reload} = deviceOver();
  time.server = {earliest: NEW_YEAR, latest: NEW_YEAR + 60_000};
  await begin();
  time.today -= 365 * DAY;
  reload();

  time.server = {earliest: NEW_YEAR + 119_999, latest: NEW_YEAR + 200_000};
  assert.deepEqual([await check(), await check()], ['open', 'open']);
  time.server = {earliest: NEW_YEAR + 120_000, latest: NEW_YEAR + 200_000};

  assert.equal(await check(), 'unchanged');
});

test('an update that is sent again starts another minute', async () => {
  const {begin, time, check, flow, journal} = deviceOver();
  await begin();
  time.steady += 59_000;
  time.today += 59_000;
  await switchOver(flow, await journal.read(), false);

  time.steady += 59_000;
  assert.equal(await check(), 'open');
  time.steady += 1_000;
  assert.equal(await check(), 'unchanged');
});

for (const [what, days, steadyMs, recent] of [
  ['set ahead', 8, 0, true],
  ['set ahead, a minute later', 8, 60_000, undefined],
  ['as it was, a minute later', 0, 60_000, undefined],
] as const)
  test(`whether a snapshot follows another switch at once is not for a calendar to say: ${what}`, async () => {
    const {flow, journal, time} = deviceOver({answers: [undefined]});
    await journal.leave([], NEVER_SAID.latest);
    const {left} = await journal.read();
    flow.seenMs!(left!);
    time.today += days * DAY;
    time.steady += steadyMs;

    await switchOver(flow, await journal.read(), false);

    assert.equal((await journal.read()).open?.recent, recent);
  });

test('a session whose device is set ahead by a week says what became of a switch a minute later, and not before', async () => {
  const world = new SwitchWorld();
  world.session.refresh();
  await world.settle();
  assert.equal(await world.session.clanSwitch.switchClan(), 'uncertain');
  assert.equal(world.status, 'recovering');

  world.page.clock.jump(8 * DAY);
  for (let look = 0; look < 3; look++) {
    world.session.refresh();
    await world.settle();
    assert.equal(world.status, 'recovering');
  }
  world.page.clock.pass(60_000);
  await world.settle();

  assert.deepEqual(world.session.clanSwitch.$state.get(), {status: 'settled', unchanged: true});
});
