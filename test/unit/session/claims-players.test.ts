import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {describe, it, test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {later} from '../../support/deferred.js';
import {ASKING_FIRST, CLAIM_FAMILIES, type ClaimFamily} from '../claims/claim-families.js';
import {CLAIM, claiming, tokensOf} from '../claims/claiming.js';
import {boardCall, LIST} from './make-session.js';

const ANA = jwt({sub: 'ana'});
const BEN = jwt({sub: 'ben'});

const done = (): Response => new Response(null, {status: 204});
const lost = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

/** Lets all that can happen without time happen. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    await new Promise(resolve => setTimeout(resolve, 0));
    await setImmediate();
  }
}

/** Ana's session, on a page where Ben signs in next; what was asked and reported so far. */
function atAnas() {
  let token = ANA;
  let asked = 0;
  const errors: string[] = [];
  const parts = claiming({getToken: () => (asked++, token)});
  parts.session.onError(({code}) => void errors.push(code));
  const observe = (): unknown => [parts.api.requests.length, asked, errors.length];
  return {
    ...parts,
    errors,
    observe,
    /** Ana goes, and Ben signs in. */
    async changePlayer() {
      parts.session.signOut();
      token = BEN;
      await parts.session.balance(101).catch(() => undefined);
      await settled();
    },
    setToken: (next: string) => (token = next),
  };
}

type Parts = ReturnType<typeof atAnas>;

/** How the time of Ana's session ends. */
const ENDS: Readonly<Record<string, (parts: Parts) => unknown>> = {
  'signed out': ({session}) => session.signOut(),
  'given way to Ben': parts => parts.changePlayer(),
  'seen the session end': ({session}) => session.destroy(),
  'been named by no token any more': async ({session, setToken, api}) => {
    setToken(BEN);
    // The server wants another token, and the page has Ben's.
    api.on('GET v2/project/44056/user/reward_chain/101/balance', () => json({}, 401));
    await session.balance(101).catch(() => undefined);
    await settled();
  },
};

/** What the server answers to the looks at a step, one after the other; the first ones come before the claim is sent. */
function looking({api}: Parts, family: ClaimFamily, looks: readonly (Response | Promise<Response>)[]): void {
  const answers = [...family.before.map(() => family.answer()), ...looks];
  api.on(family.readCall, () => answers.shift()!);
}

const endOf = (claim: Promise<void>): Promise<string> =>
  claim.then(
    () => 'claimed',
    (error: {code: string}) => error.code,
  );

for (const family of CLAIM_FAMILIES)
  describe(`The claim of ${family.name}`, () => {
    const {before: first} = family;

    for (const [what, end] of Object.entries(ENDS)) {
      it(`that waited in line is not sent once Ana has ${what}, and nobody learns of it`, async () => {
        const parts = atAnas();
        const {session, api} = parts;
        const answer = later<Response>();
        looking(parts, family, []);
        api.on(family.claimCall, () => answer.promise).on(family.nextClaimCall, done);
        const ends = [family.claim(session), family.claim(session, 'next')].map(endOf);
        await settled();
        assert.equal(tokensOf(api.requests, 'POST').length, 1);

        await end(parts);
        const before = parts.observe();
        answer.resolve(done());
        await settled();

        assert.deepEqual(parts.observe(), before);
        assert.deepEqual(tokensOf(api.requests, 'POST'), [`Bearer ${ANA}`]);
        assert.deepEqual(await Promise.all(ends), ['aborted', 'aborted']);
      });

      it(`whose answer is lost is not looked up under anybody's token once Ana has ${what}`, async () => {
        const parts = atAnas();
        const {session, api} = parts;
        const answer = later<Response>();
        looking(parts, family, [family.answer('claimed')]);
        api.on(family.claimCall, () => answer.promise);
        const claim = endOf(family.claim(session));
        await settled();

        await end(parts);
        const before = parts.observe();
        answer.reject(new TypeError('Failed to fetch'));
        await settled();

        assert.deepEqual(parts.observe(), before);
        assert.equal(await claim, 'aborted');
      });

      it(`whose look is under way when Ana has ${what} is neither finished nor sent again`, async () => {
        const parts = atAnas();
        const {session, api} = parts;
        const look = later<Response>();
        looking(parts, family, [look.promise]);
        api.on(family.claimCall, lost);
        const claim = endOf(family.claim(session));
        await settled();
        assert.equal(api.requests.length, first.length + 2);

        await end(parts);
        const before = parts.observe();
        look.resolve(family.answer());
        await settled();

        assert.deepEqual(parts.observe(), before);
        assert.equal(await claim, 'aborted');
      });
    }
  });

for (const family of ASKING_FIRST)
  for (const [what, end] of Object.entries(ENDS))
    test(`once Ana has ${what}, a claim of ${family.name} that was still asking first is not sent`, async () => {
      const parts = atAnas();
      const {session, api} = parts;
      const look = later<Response>();
      api.on(family.readCall, () => look.promise).on(family.claimCall, done);
      const claim = endOf(family.claim(session));
      await settled();
      assert.equal(api.requests.length, 1);

      await end(parts);
      const before = parts.observe();
      look.resolve(family.answer());
      await settled();

      assert.deepEqual(parts.observe(), before);
      assert.deepEqual(tokensOf(api.requests, 'POST'), []);
      assert.equal(await claim, 'aborted');
    });

test('a claim of a player who has left before the token came asks for nothing more', async () => {
  const token = later<string>();
  let asked = 0;
  const {session, api} = claiming({getToken: () => (asked++, token.promise)});
  api.on(CLAIM, done);
  const claim = session.claimStep(101, 1002).catch((error: {code: string}) => error.code);
  await settled();

  session.signOut();
  token.resolve(ANA);
  await settled();

  assert.equal(await claim, 'aborted');
  assert.deepEqual([asked, api.requests.length], [1, 0]);
});

test('a session that has ended asks for no token and sends nothing', async () => {
  const {session, api, observe} = atAnas();
  api.on(CLAIM, done);
  session.destroy();
  const before = observe();

  await assert.rejects(session.claimStep(101, 1002), {code: 'aborted'});
  await assert.rejects(session.balance(101), {code: 'aborted'});
  await session.$rewardChains.reload();
  assert.equal(await session.clanSwitch.switchClan({allowVolatile: true}), 'not-sent');
  await settled();

  assert.deepEqual(observe(), before);
});

for (const [what, end] of [
  ['has signed out', ENDS['signed out']!],
  ['has seen the session end', ENDS['seen the session end']!],
] as const)
  test(`a preview of a player who ${what} sends no second attempt`, async () => {
    const parts = atAnas();
    const {session, api} = parts;
    api.on(LIST, () => (end(parts), json({}, 503)));

    await assert.rejects(session.clanSwitch.preview(), {code: 'aborted'});
    await settled();

    assert.equal(api.requests.length, 1);
  });

test('the next player’s claim waits for no answer of the one before', async () => {
  const parts = atAnas();
  const {session, api} = parts;
  api.on(CLAIM, () => new Promise(() => undefined));
  void session.claimStep(101, 1002).catch(() => undefined);
  await settled();

  await parts.changePlayer();
  api.on(CLAIM, done);
  await session.claimStep(101, 1002);

  assert.deepEqual(tokensOf(api.requests, 'POST'), [`Bearer ${ANA}`, `Bearer ${BEN}`]);
});

test('the next player waits for no answer where no token names anybody', async () => {
  const {session, api} = claiming({userKey: undefined});
  api.on(CLAIM, () => new Promise(() => undefined));
  void session.claimStep(101, 1002).catch(() => undefined);
  await settled();

  session.signOut();
  api.on(CLAIM, done);
  void session.claimStep(101, 1002);
  await settled();

  assert.deepEqual(tokensOf(api.requests, 'POST'), ['Bearer token-1', 'Bearer token-2']);
});

test('what is shown to the next player is not read again for a claim of the one before', async () => {
  const parts = atAnas();
  const {session, api} = parts;
  const answer = later<Response>();
  api.on(CLAIM, () => answer.promise).on(boardCall(101), () => json([]));
  void session.claimStep(101, 1002).catch(() => undefined);
  await settled();
  session.signOut();
  parts.setToken(BEN);
  const board = session.contributors(101);
  board.listen(() => undefined);
  await board.reload();
  await settled();
  const before = api.requests.length;

  answer.resolve(done());
  await settled();

  assert.equal(api.requests.length, before);
});

test('what becomes of a token that the player before was still waiting for is no news to the next one', async () => {
  const token = later<string>();
  let isAna = true;
  const {session, api} = claiming({getToken: () => (isAna ? token.promise : BEN)});
  const errors: string[] = [];
  session.onError(({code}) => void errors.push(code));
  api.on(boardCall(101), () => json([]));
  const calls = [session.claimStep(101, 1002), session.balance(101)].map(call =>
    call.catch((error: {code: string}) => error.code),
  );
  await settled();
  session.signOut();
  isAna = false;
  await session.contributors(101).reload();

  token.reject(new Error('Ana closed the login window'));
  await settled();

  assert.deepEqual(await Promise.all(calls), ['aborted', 'aborted']);
  assert.deepEqual([session.$signedOut.value, errors], [false, []]);
});
