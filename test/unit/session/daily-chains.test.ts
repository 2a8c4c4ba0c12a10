import assert from 'node:assert/strict';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {chainPage} from '../../support/wire.js';
import {dailyAnswer, dayAnswer} from '../../support/fixtures/daily-chain.js';
import {waitUntil} from '../../support/wait-until.js';
import {errorIn, shownIn, statusOf} from '../stores/store-state.js';
import {sessionOver} from './make-session.js';

const DAILY = 'GET v2/project/44056/user/daily_chain';

test('the daily chains of all pages are there, each once', async () => {
  const {session, api} = sessionOver();
  const chains = [1, 2, 3].map(id => dailyAnswer(['claimable'], {id}));
  api.on(DAILY, ({url}) =>
    json(
      new URL(url).searchParams.get('offset') === '0'
        ? chainPage(chains.slice(0, 2), true)
        : chainPage(chains.slice(1)),
    ),
  );

  await session.$dailyChains.reload();

  assert.deepEqual(
    shownIn(session.$dailyChains).map(({id}) => id),
    [1, 2, 3],
  );
  assert.equal(api.requests.length, 3);
});

test('a list that is none is a failure, and nothing is shown of it', async () => {
  const {session, api} = sessionOver();
  api.on(DAILY, () => json([]));

  await session.$dailyChains.reload();

  assert.equal(errorIn(session.$dailyChains)?.code, 'bad-answer');
});

test('at the moment at which a day opens the server is asked', async () => {
  const {session, api, clock} = sessionOver({pollSeconds: 0});
  const at = Math.floor(clock.today() / 1_000) + 3_600;
  const day = (status: string): object => dailyAnswer([], {steps: [dayAnswer(1, status, {unlocked_date: at})]});
  api.on(DAILY, () => json(chainPage([day('claim_in_future')])));
  session.$dailyChains.listen(() => undefined);
  await waitUntil(() => statusOf(session.$dailyChains) === 'ready' && clock.waits.length, 'an appointment');
  api.on(DAILY, () => json(chainPage([day('claimable')])));

  for (let waits = 0; waits < 60; waits++) clock.pass(75_000);

  await waitUntil(() => shownIn(session.$dailyChains)[0]?.steps[0]?.status === 'claimable', 'the day to open');
  assert.equal(api.requests.length, 2);
});

test('a player who returns to the page is shown the days as the server has them then', async () => {
  const {session, api, clock} = sessionOver({pollSeconds: 0});
  api.on(DAILY, () => json(chainPage([dailyAnswer(['claimable', 'claim_in_future'])])));
  session.$dailyChains.listen(() => undefined);
  await waitUntil(() => statusOf(session.$dailyChains) === 'ready', 'the chains');
  clock.setHidden(true);
  api.on(DAILY, () => json(chainPage([dailyAnswer(['blocked', 'claimable'])])));
  clock.pass(86_400_000);
  assert.equal(api.requests.length, 1);

  clock.setHidden(false);
  clock.pass(2_000);

  await waitUntil(() => shownIn(session.$dailyChains)[0]?.steps[1]?.status === 'claimable', 'the next day');
  assert.equal(api.requests.length, 2);
});

test('what everyone may see is asked for without a token, and stays through a sign-out', async () => {
  const {session, api, reasons} = sessionOver();
  api.on(DAILY, ({headers}) =>
    headers.has('authorization') ? json({errorCode: 1501}, 401) : json(chainPage([dailyAnswer(['claimable'])])),
  );

  await session.$publicDailyChains.reload();
  session.signOut();

  assert.equal(shownIn(session.$publicDailyChains)[0]?.id, 201);
  assert.deepEqual(reasons, []);
});

test('a server that shows the days to nobody without a token is asked once, and nobody is asked to sign in for it', async () => {
  const {session, api, reasons} = sessionOver();
  const errors: string[] = [];
  session.onError(({code}) => void errors.push(code));
  api.on(DAILY, () => json({statusCode: 401, errorCode: 1501}, 401));

  await session.$publicDailyChains.reload();

  assert.equal(errorIn(session.$publicDailyChains)?.code, 'auth-required');
  assert.deepEqual([api.requests.length, errors, reasons, session.$signedOut.value], [1, [], [], false]);
});

test('signing out drops the chains', async () => {
  const {session, api} = sessionOver();
  api.on(DAILY, () => json(chainPage([dailyAnswer(['claimable'])])));
  await session.$dailyChains.reload();

  session.signOut();

  assert.equal(errorIn(session.$dailyChains)?.code, 'auth-required');
});
