import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {composeSession} from '../../support/compose-session.js';
import {API, FakeApi, json} from '../../support/fake-api.js';
import {chainAnswer, chainPage} from '../../support/wire.js';
import {putPageOn} from '../../support/clock-page.js';
import {FakeClock} from '../../support/fake-clock.js';
import {errorIn, shownIn, stateOf} from '../stores/store-state.js';
import {boardCall, LIST, sessionOver} from './make-session.js';
import {promisesDone} from '../../support/promises-done.js';

const MINUTE = 60_000;
const ROWS = [{name: 'winner', contributed_amount: 555}];

/** A page with a board and the chains, after their first answers, and a clock that runs in small steps. */
async function page(t: TestContext, chance: number) {
  const clock = new FakeClock();
  clock.chance = chance;
  putPageOn(t, clock);
  const api = new FakeApi().on(boardCall(101), () => json(ROWS)).on(LIST, () => json(chainPage([chainAnswer()])));
  const options = {projectId: 44056, apiBase: API, getToken: () => 'token', fetch: api.fetch};
  const session = composeSession(options, {clock});
  const board = session.contributors(101);
  const stops = [board.listen(() => undefined), session.$rewardChains.listen(() => undefined)];
  await promisesDone(8);
  const pass = async (ms: number): Promise<void> => {
    for (const end = clock.now() + ms; clock.now() < end; await promisesDone(8)) {
      clock.pass(Math.min(end - clock.now(), Math.max(1, clock.waits[0] ?? Infinity)));
    }
  };
  const fail = (answer: () => Response | Promise<Response>): void =>
    void api.on(boardCall(101), answer).on(LIST, answer);
  return {session, api, clock, board, pass, fail, stops};
}

const outages: Record<string, () => Response | Promise<Response>> = {
  '503': () => json({}, 503),
  '429': () => json({}, 429),
  '429 with a time to wait': () => new Response('{}', {status: 429, headers: {'retry-after': '1'}}),
  'a network that is gone': () => Promise.reject(new TypeError('Failed to fetch')),
  'a server that never answers': () => new Promise(() => undefined),
  'a captive portal': () => new Response('<h1>Wi-Fi</h1>', {headers: {'content-type': 'text/html'}}),
  'a body that breaks off': () => new Response('[{"name":', {headers: {'content-type': 'application/json'}}),
};

for (const [outage, answer] of Object.entries(outages)) {
  for (const chance of [0, 0.5, 0.999]) {
    test(`ten minutes of ${outage} cost a page of two stores 15 requests at most (chance ${chance})`, async t => {
      const {api, board, pass, fail} = await page(t, chance);
      await pass(25_000);
      const before = api.requests.length;
      fail(answer);

      await pass(10 * MINUTE);

      assert.ok(api.requests.length - before <= 15, `${api.requests.length - before} requests`);
      const state = stateOf(board);
      assert.ok(state.status === 'ready' && state.stale);
      assert.equal(shownIn(board).length, 1);
    });
  }
}

test('after an outage the rows are fresh within five minutes and the usual rhythm is back', async t => {
  const {api, board, pass, fail} = await page(t, 0.5);
  fail(outages['503']!);
  await pass(30 * MINUTE);
  api.on(boardCall(101), () => json(ROWS)).on(LIST, () => json(chainPage([chainAnswer()])));

  await pass(5 * MINUTE);
  const state = stateOf(board);
  assert.ok(state.status === 'ready' && !state.stale);
  const before = api.requests.length;
  await pass(5 * MINUTE);

  assert.equal(api.requests.length - before, 20);
});

test('fifty pages that saw the same outage come back spread out', async t => {
  const returns: number[] = [];
  for (let index = 0; index < 50; index++) {
    const {api, pass, fail, clock, stops} = await page(t, index / 50);
    fail(outages['503']!);
    await pass(10 * MINUTE);
    const before = api.requests.length;
    while (api.requests.length === before) await pass(1_000);
    returns.push(clock.now() - 10 * MINUTE);
    stops.forEach(stop => stop());
  }

  const peak = Math.max(...returns.map(at => returns.filter(other => other >= at && other < at + 10_000).length));
  assert.ok(peak <= 10, `${peak} of 50 pages ask within the same ten seconds`);
});

test('a getToken that meets no network leaves the player signed in, and is asked again', async () => {
  let isOffline = true;
  const getToken = (): Promise<string> =>
    isOffline ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('token');
  const {session, api, clock} = sessionOver({getToken});
  api.on(boardCall(101), () => json(ROWS));
  const board = session.contributors(101);
  board.listen(() => undefined);
  await promisesDone(8);
  assert.deepEqual([errorIn(board)?.code, session.$signedOut.value], ['network', false]);

  isOffline = false;
  clock.goOnline();
  clock.pass(5_000);
  await promisesDone(8);

  assert.equal(shownIn(board).length, 1);
});

test('a hidden page asks for nothing for an hour, also in an outage', async t => {
  const {api, clock, pass, fail} = await page(t, 0.5);
  fail(outages['503']!);
  clock.setHidden(true);
  await pass(60 * MINUTE);

  assert.equal(api.requests.length, 2);
});
