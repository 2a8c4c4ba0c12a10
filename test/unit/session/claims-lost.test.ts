import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {CLAIM, claiming, list} from '../claims/claiming.js';
import {LIST} from './make-session.js';

const done = (): Response => new Response(null, {status: 204});
const lost = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const refusal =
  (errorCode: number, status = 422) =>
  (): Response =>
    json({statusCode: status, errorCode}, status);
const limited = refusal(0, 429);

/** A claim whose requests end like this, one after the other, and which the list shows so at each look. */
function claimOver(ends: readonly (() => Response | Promise<Response>)[], shown: readonly boolean[] = []) {
  const [claims, looks] = [[...ends], [...shown]];
  const parts = claiming();
  const errors: string[] = [];
  parts.session.onError(({code}) => void errors.push(code));
  parts.api.on(CLAIM, () => claims.shift()!()).on(LIST, () => list(looks.shift()));
  return {...parts, errors, claim: parts.session.claimStep(101, 1002)};
}

const [POST, GET] = ['POST claim', 'GET reward_chain'];

test('a lost answer of a claim that was not carried out is followed by one more claim', async () => {
  const {claim, sent, errors} = claimOver([lost, done], [false]);

  await claim;

  assert.deepEqual([sent(), errors], [[POST, GET, POST], []]);
});

test('claimed already is the answer to the second claim where the list was old', async () => {
  const {claim, sent} = claimOver([lost, refusal(9912)], [false]);

  await claim;

  assert.deepEqual(sent(), [POST, GET, POST]);
});

test('two lost answers leave the end unknown where the step can still be claimed, and no third claim is sent', async () => {
  const {claim, sent, errors} = claimOver([lost, lost], [false, false]);

  await assert.rejects(claim, {code: 'outcome-unknown'});
  await setImmediate();

  assert.deepEqual([sent(), errors], [[POST, GET, POST, GET], ['outcome-unknown']]);
});

test('two lost answers are a success where the step is claimed at last', async () => {
  const {claim, sent} = claimOver([lost, lost], [false, true]);

  await claim;

  assert.deepEqual(sent(), [POST, GET, POST, GET]);
});

for (const code of [9913, 1102]) {
  test(`a second claim that is refused with ${code} does not tell the end of the first`, async () => {
    const {claim, errors} = claimOver([lost, refusal(code)], [false, false]);

    await assert.rejects(claim, {code: 'outcome-unknown', vendorCode: undefined});
    await setImmediate();

    assert.deepEqual(errors, ['outcome-unknown']);
  });
}

for (const [what, look] of [
  ['cannot be reached', lost],
  ['fails', () => json({}, 500)],
  ['asks for a sign-in', () => json({}, 401)],
  ['gives something else', () => json({items: 'rubbish'})],
] as const)
  test(`a lost answer stays unknown where the server ${what} at the look, and is reported once`, async () => {
    const {session, api} = claiming();
    const errors: string[] = [];
    session.onError(({code}) => void errors.push(code));
    api.on(CLAIM, lost).on(LIST, look);

    await assert.rejects(session.claimStep(101, 1002), {code: 'outcome-unknown', status: undefined});
    await setImmediate();

    assert.deepEqual(errors, ['outcome-unknown']);
  });

test('a step whose points are not reached any more is not claimed again', async () => {
  const {session, api, sent} = claiming();
  api.on(CLAIM, lost).on(LIST, () => list(false, 499));

  await assert.rejects(session.claimStep(101, 1002), {code: 'outcome-unknown'});

  assert.deepEqual(sent(), [POST, GET]);
});

test('a list from before the last reset proves nothing of a claim after it', async () => {
  const {session, api, sent} = claiming();
  const date = new Date(Date.UTC(2025, 0, 8)).toUTCString();
  const reset = {recurrent_schedule: {interval_type: 'weekly', reset_next_date: Date.UTC(2025, 0, 6) / 1_000}};
  api.on(CLAIM, lost).on(LIST, () => list(true, 900, {...reset}, {date}));

  await assert.rejects(session.claimStep(101, 1002), {code: 'outcome-unknown'});

  assert.deepEqual(sent(), [POST, GET]);
});

test('“too many” may be the answer to a copy that the browser sent, so the chain is asked', async () => {
  const {claim, sent} = claimOver([limited], [true]);

  await claim;

  assert.deepEqual(sent(), [POST, GET]);
});

test('“too many” is the end where the step is not claimed, and no second claim is sent', async () => {
  const {claim, sent, errors} = claimOver([limited], [false]);

  await assert.rejects(claim, {code: 'rate-limited', status: 429});
  await setImmediate();

  assert.deepEqual([sent(), errors], [[POST, GET], ['rate-limited']]);
});

for (const status of [429, 500, 502, 503, 504])
  test(`a wait that a gateway asks for with a ${status} is kept: no second claim is sent`, async () => {
    const busy = (): Response => new Response('<h1>Busy</h1>', {status, headers: {'retry-after': '30'}});
    const {claim, sent} = claimOver([busy], [false]);

    await assert.rejects(claim, {code: 'outcome-unknown', retryAfterSec: 30});

    assert.deepEqual(sent(), [POST, GET]);
  });

test('two presses at once are one claim with one answer for both', async () => {
  const {session, api, sent} = claiming();
  api.on(CLAIM, done);

  await Promise.all([session.claimStep(101, 1002), session.claimStep(101, 1002)]);
  assert.deepEqual(sent(), [POST]);

  await session.claimStep(101, 1002);
  assert.deepEqual(sent(), [POST, POST]);
});

test('two presses that fail are reported once', async () => {
  const {session, api, sent} = claiming();
  const errors: string[] = [];
  session.onError(({code}) => void errors.push(code));
  api.on(CLAIM, refusal(9913));

  const presses = [session.claimStep(101, 1002), session.claimStep(101, 1002)];

  for (const press of presses) await assert.rejects(press, {code: 'not-enough-points'});
  await setImmediate();
  assert.deepEqual([sent(), errors], [[POST], ['not-enough-points']]);
});

test('another tab that claims for 30 seconds is a timeout in our words', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const request = (_name: string, {signal}: {signal: AbortSignal}): Promise<never> =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('Held elsewhere.', 'AbortError')));
    });
  Object.defineProperty(globalThis, 'navigator', {value: {locks: {request}}, configurable: true});
  t.after(() => {
    Reflect.deleteProperty(globalThis, 'navigator');
    if (before) Object.defineProperty(globalThis, 'navigator', before);
  });
  const {session, sent} = claiming();
  const errors: unknown[] = [];
  session.onError(({name, code}) => void errors.push([name, code]));

  const claim = assert.rejects(session.claimStep(101, 1002), {name: 'LiveOpsError', code: 'timeout'});
  for (let turn = 0; turn < 30; turn++) await setImmediate();
  t.mock.timers.tick(30_000);
  await claim;
  await setImmediate();

  assert.deepEqual([sent(), errors], [[], [['LiveOpsError', 'timeout']]]);
});
