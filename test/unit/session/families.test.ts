import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';
import {boards} from '../../../src/boards/family.js';
import {clanSwitch} from '../../../src/clan-switch/family.js';
import {allFamilies} from '../../../src/families.js';
import {createSession} from '../../../src/index.js';
import {rewardChains} from '../../../src/reward-chains/family.js';
import type {Family} from '../../../src/session/context.js';
import {families, loadFamilies} from '../../../src/session/families.js';
import {type Session, startSession} from '../../../src/session/session.js';
import {API, FakeApi, json} from '../../support/fake-api.js';
import {chainAnswer, chainPage} from '../../support/wire.js';
import {later} from '../../support/deferred.js';
import {waitUntil} from '../../support/wait-until.js';
import {UPDATE} from '../claims/claiming.js';
import {mapStorage} from '../storage/fake-stores.js';
import {boardCall, LIST} from './make-session.js';

const MEMBERS = families.flatMap(([family, {members}]) => members.map(member => ({family, member})));

function start(given: readonly Family[] | undefined, api = new FakeApi(), options: object = {}): Session {
  return startSession(
    {projectId: 44056, apiBase: API, getToken: () => 'token', fetch: api.fetch, pollSeconds: 0, ...options},
    given ? {families: given} : {},
  );
}

/** Notes what its session tells a family, beside what the family does with it. */
function spied(family: Family, calls: string[]): Family {
  return {
    name: family.name,
    attach(session) {
      calls.push(`attach ${family.name}`);
      const attached = family.attach(session);
      return {
        ...attached,
        refresh: () => (calls.push(`refresh ${family.name}`), attached.refresh?.()),
        restart: () => (calls.push(`restart ${family.name}`), attached.restart?.()),
      };
    },
  };
}

describe('A session without families', () => {
  for (const {family, member} of MEMBERS)
    it(`has no \`${member}\`, and says what to import`, () => {
      const {element} = families.find(([name]) => name === family)![1];
      const session = start([]);
      const remedies = element
        ? [`liveops-elements/components/${element}/define.js`, `elements/${element}.js`]
        : ['`createSession`', 'liveops-elements.js'];

      assert.throws(
        () => session[member],
        (error: Error & {code?: string}) =>
          error.name === 'LiveOpsError' &&
          error.code === 'config' &&
          error.message.includes(`session.${member}`) &&
          remedies.every(remedy => error.message.includes(remedy)),
      );
    });

  it('is a session all the same', () => {
    const session = start([], undefined, {clan: 'wolves'});

    session.setClan('');
    session.refresh();

    assert.equal(session.$clan.get(), null);
    assert.match(session.diagnostics(), /project 44056/);
    session.signOut();
    assert.equal(session.$signedOut.get(), true);
    session.destroy();
  });

  it('can be copied and printed', () => {
    assert.deepEqual(
      Object.keys({...start([boards, rewardChains])}).filter(key => MEMBERS.some(({member}) => member === key)),
      ['$rewardChains', 'claimStep', 'balance', 'contributors'],
    );
  });
});

describe('The registry', () => {
  it('lists the members that each family adds, and nothing else', () => {
    const added = allFamilies.map(family => {
      let keys: string[] = [];
      const spy: Family = {
        name: family.name,
        attach(session) {
          const attached = family.attach(session);
          keys = Object.keys(attached.members);
          assert.deepEqual(Object.keys(attached.messages ?? {}), messagesOf(family.name));
          return attached;
        },
      };
      const session = start([...allFamilies.filter(other => other !== family), spy]);
      void session[MEMBERS.find(member => member.family === family.name)!.member];
      return [family.name, keys.sort()];
    });

    const listed = families.map(([name, {members}]) => [name, [...members].sort()]);
    assert.deepEqual(added.sort(), listed.sort());
  });

  it('is complete in a session of the package', () => {
    const session = createSession({projectId: 44056, getToken: () => 'token'});

    for (const {member} of MEMBERS) assert.ok(session[member], member);
  });
});

function messagesOf(family: string): readonly string[] {
  return families.find(([name]) => name === family)?.[1].messages ?? [];
}

describe('A family', () => {
  it('is attached when it is first used, and once', () => {
    const calls: string[] = [];
    const session = start(allFamilies.map(family => spied(family, calls)));
    assert.deepEqual(calls, []);

    assert.equal(session.clanSwitch, session.clanSwitch);

    assert.deepEqual(calls, ['attach clan-switch']);
  });

  it('learns what happens in the order of the registry, whichever was used first', () => {
    const calls: string[] = [];
    const session = start(allFamilies.map(family => spied(family, calls)));
    void session.clanSwitch;
    session.contributors(101);
    calls.length = 0;

    session.setClan('ravens');
    session.refresh();

    const inOrder = ['reward-chains', 'boards', 'clan-switch'];
    assert.deepEqual(calls, [...inOrder.map(name => `restart ${name}`), ...inOrder.map(name => `refresh ${name}`)]);
  });

  it('that is used after a sign-out shows it, and loads after a refresh', async () => {
    const api = new FakeApi().on(boardCall(101), () => json([])).on(LIST, () => json(chainPage([])));
    const session = start(allFamilies, api);
    session.signOut();

    const $board = session.contributors(101);

    const state = $board.value;
    assert.equal(state.status === 'failed' && state.error.code, 'auth-required');
    session.refresh();
    await $board.reload();
    assert.equal($board.value.status, 'ready');
  });

  it('that is used after the end of the session stays at its end', () => {
    const session = start(allFamilies);
    session.destroy();

    const state = session.$rewardChains.value;
    assert.equal(state.status === 'failed' && state.error.code, 'aborted');
  });

  it('that is used late knows the first clan of the player, so that the change to another is not missed', async () => {
    const api = new FakeApi().on(LIST, () => json(chainPage([chainAnswer()]))).on(boardCall(101), () => json([]));
    const session = start(allFamilies, api, {clan: 'wolves', userKey: 'Rocket', storage: mapStorage()});
    await session.contributors(101).reload();
    session.setClan('ravens');

    const {$state} = session.clanSwitch;

    const stop = $state.listen(() => undefined);
    await waitUntil(() => $state.get().status === 'pending', 'a switch that is due');
    stop();
    session.destroy();
  });
});

test('a clan switch that is used late knows whose token is in use', async () => {
  const api = new FakeApi().on(LIST, () => json(chainPage([]))).on(UPDATE, () => json({reward: []}));
  const session = start(allFamilies, api, {clan: 'wolves', userKey: 'Rocket', storage: mapStorage()});
  await session.$rewardChains.reload();

  assert.equal(await session.clanSwitch.switchClan(), 'nothing');
});

test('a token that comes after its time limit brings back what had failed for want of it', async () => {
  const api = new FakeApi().on(LIST, () => json(chainPage([])));
  const late = later<string>();
  const options = {projectId: 44056, apiBase: API, fetch: api.fetch, pollSeconds: 0};
  const session = startSession({...options, getToken: () => late.promise}, {families: allFamilies, tokenTimeoutMs: 5});
  const stop = session.$rewardChains.listen(() => undefined);
  await waitUntil(() => session.$rewardChains.value.status === 'failed', 'the time limit');

  late.resolve('token');

  await waitUntil(() => session.$rewardChains.value.status === 'ready', 'the chains');
  stop();
  session.destroy();
});

// The registry belongs to the page, so that these are in one test, in this order.
test('a family that is loaded after its session has begun is there from then on, in the order of need', async () => {
  const api = new FakeApi()
    .on(boardCall(101), () => json([{name: 'Ana', contributed_amount: 9}]))
    .on(LIST, () => json(chainPage([])));
  const session = start(undefined, api);
  assert.throws(() => session.contributors(101), {code: 'config'});

  // A board reads the chain list, too, and says so as long as that is missing.
  loadFamilies(boards);
  assert.throws(() => session.contributors(101), {code: 'config', message: /reward-chain/});
  loadFamilies(rewardChains);
  await session.contributors(101).reload();

  assert.equal(session.contributors(101).value.status, 'ready');
  assert.throws(() => session.clanSwitch, {code: 'config'});
  loadFamilies(clanSwitch);
  assert.equal(session.clanSwitch.$state.get().status, 'settled');
  session.destroy();
});

test('the first copy of a family stays', () => {
  const calls: string[] = [];
  loadFamilies(rewardChains);
  loadFamilies(spied(rewardChains, calls));

  void start(undefined).$rewardChains;

  assert.deepEqual(calls, []);
});
