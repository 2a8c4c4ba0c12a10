import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {describe, it, test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {CLAIM_FAMILIES, type ClaimFamily, type Shown} from '../claims/claim-families.js';
import {CLAIM, claiming, list} from '../claims/claiming.js';
import {LIST} from './make-session.js';

type Answer = () => Response | Promise<Response>;

const done = (): Response => new Response(null, {status: 204});
const lost = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const refusal =
  (errorCode: number, status = 422) =>
  (): Response =>
    json({statusCode: status, errorCode}, status);
const limited = refusal(0, 429);

/** A session in which the step can be claimed, and is shown so at each look after the first claim was sent. */
function showing(family: ClaimFamily, looks: readonly Answer[]) {
  const answers = [...family.before.map(() => () => family.answer()), ...looks];
  const parts = claiming();
  const errors: string[] = [];
  parts.session.onError(({code}) => void errors.push(code));
  parts.api.on(family.readCall, () => (answers.length > 1 ? answers.shift()! : answers[0]!)());
  return {...parts, errors};
}

/** A claim whose requests end like this, one after the other, and which the server shows so at each look. */
function claimOver(family: ClaimFamily, ends: readonly Answer[], shown: readonly Shown[] = []) {
  const claims = [...ends];
  const parts = showing(
    family,
    shown.map(state => () => family.answer(state)),
  );
  parts.api.on(family.claimCall, () => claims.shift()!());
  return {...parts, claim: family.claim(parts.session)};
}

const POST = 'POST claim';

for (const family of CLAIM_FAMILIES)
  describe(`A claim of ${family.name} whose answer says nothing`, () => {
    const {before, read: GET} = family;

    it('is followed by one more claim where the server shows that it was not carried out', async () => {
      const {claim, sent, errors} = claimOver(family, [lost, done], ['claimable']);

      await claim;

      assert.deepEqual([sent(), errors], [[...before, POST, GET, POST], []]);
    });

    it('is a success where the second claim is answered with “claimed already”, since the list was old', async () => {
      const {claim, sent} = claimOver(family, [lost, refusal(9912)], ['claimable']);

      await claim;

      assert.deepEqual(sent(), [...before, POST, GET, POST]);
    });

    it('stays unknown after a second lost answer where it can still be claimed, and no third claim is sent', async () => {
      const {claim, sent, errors} = claimOver(family, [lost, lost], ['claimable', 'claimable']);

      await assert.rejects(claim, {code: 'outcome-unknown'});
      await setImmediate();

      assert.deepEqual([sent(), errors], [[...before, POST, GET, POST, GET], ['outcome-unknown']]);
    });

    it('is a success where the step is claimed at last', async () => {
      const {claim, sent} = claimOver(family, [lost, lost], ['claimable', 'claimed']);

      await claim;

      assert.deepEqual(sent(), [...before, POST, GET, POST, GET]);
    });

    for (const code of [9913, 1102])
      it(`stays unknown where a second claim is refused with ${code}`, async () => {
        const {claim, errors} = claimOver(family, [lost, refusal(code)], ['claimable', 'claimable']);

        await assert.rejects(claim, {code: 'outcome-unknown', vendorCode: undefined});
        await setImmediate();

        assert.deepEqual(errors, ['outcome-unknown']);
      });

    for (const [what, look] of [
      ['cannot be reached', lost],
      ['fails', () => json({}, 500)],
      ['asks for a sign-in', () => json({}, 401)],
      ['gives something else', () => json({items: 'rubbish'})],
    ] as const)
      it(`stays unknown where the server ${what} at the look, and is reported once`, async () => {
        const {session, api, errors} = showing(family, [look]);
        api.on(family.claimCall, lost);

        await assert.rejects(family.claim(session), {code: 'outcome-unknown', status: undefined});
        await setImmediate();

        assert.deepEqual(errors, ['outcome-unknown']);
      });

    it('is not claimed again where the step is out of reach by now', async () => {
      const {claim, sent} = claimOver(family, [lost], ['closed']);

      await assert.rejects(claim, {code: 'outcome-unknown'});

      assert.deepEqual(sent(), [...before, POST, GET]);
    });

    for (const status of [429, 500, 502, 503, 504])
      it(`is not claimed again within the wait that a gateway asks for with a ${status}`, async () => {
        const busy = (): Response => new Response('<h1>Busy</h1>', {status, headers: {'retry-after': '30'}});
        const {claim, sent} = claimOver(family, [busy], ['claimable']);

        await assert.rejects(claim, {code: 'outcome-unknown', retryAfterSec: 30});

        assert.deepEqual(sent(), [...before, POST, GET]);
      });
  });

test('a list from before the last reset proves nothing of a claim after it', async () => {
  const {session, api, sent} = claiming();
  const date = new Date(Date.UTC(2025, 0, 8)).toUTCString();
  const reset = {recurrent_schedule: {interval_type: 'weekly', reset_next_date: Date.UTC(2025, 0, 6) / 1_000}};
  api.on(CLAIM, lost).on(LIST, () => list(true, 900, {...reset}, {date}));

  await assert.rejects(session.claimStep(101, 1002), {code: 'outcome-unknown'});

  assert.deepEqual(sent(), [POST, 'GET reward_chain']);
});

for (const family of CLAIM_FAMILIES)
  describe(`A claim of ${family.name} that is refused without a clear reason`, () => {
    const {before, read: GET} = family;

    for (const [what, refused, code, status] of [
      ['“too many”, which may answer a copy that the browser sent', limited, 'rate-limited', 429],
      ['422 without a code that tells which', refusal(1102), 'invalid', 422],
    ] as const) {
      it(`is looked up: ${what} is a success where the step is claimed`, async () => {
        const {claim, sent, errors} = claimOver(family, [refused], ['claimed']);

        await claim;

        assert.deepEqual([sent(), errors], [[...before, POST, GET], []]);
      });

      for (const shown of ['claimable', 'closed'] as const)
        it(`is looked up: ${what} is the end where the step is ${shown}, and no second claim is sent`, async () => {
          const {claim, sent, errors} = claimOver(family, [refused], [shown]);

          await assert.rejects(claim, {code, status});
          await setImmediate();

          assert.deepEqual([sent(), errors], [[...before, POST, GET], [code]]);
        });
    }
  });

for (const family of CLAIM_FAMILIES)
  describe(`Two presses that claim ${family.name}`, () => {
    const {before} = family;

    it('at once are one claim with one answer for both', async () => {
      const {session, api, sent} = showing(family, [() => family.answer()]);
      api.on(family.claimCall, done);

      await Promise.all([family.claim(session), family.claim(session)]);
      assert.deepEqual(sent(), [...before, POST]);

      await family.claim(session);
      assert.deepEqual(sent(), [...before, POST, ...before, POST]);
    });

    it('and fail are reported once', async () => {
      const {session, api, sent, errors} = showing(family, [() => family.answer()]);
      api.on(family.claimCall, refusal(9913));

      const presses = [family.claim(session), family.claim(session)];

      for (const press of presses) await assert.rejects(press, {code: 'not-enough-points'});
      await setImmediate();
      assert.deepEqual([sent(), errors], [[...before, POST], ['not-enough-points']]);
    });

    it('one of them in another tab that claims for 30 seconds, end in a timeout in our words', async t => {
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

      const claim = assert.rejects(family.claim(session), {name: 'LiveOpsError', code: 'timeout'});
      for (let turn = 0; turn < 30; turn++) await setImmediate();
      t.mock.timers.tick(30_000);
      await claim;
      await setImmediate();

      assert.deepEqual([sent(), errors], [[], [['LiveOpsError', 'timeout']]]);
    });
  });
