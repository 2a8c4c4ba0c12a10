import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import type {SessionOptions} from '../../../src/session/options.js';
import type {Session} from '../../../src/session/session.js';
import {locked} from '../../../src/storage/lock.js';
import {composeSession} from '../../support/compose-session.js';
import {API, FakeApi, json} from '../../support/fake-api.js';
import {chainPage} from '../../support/wire.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {FAKE_HOSTS} from '../host/fake-hosts.js';
import {createGame, type Game, type Message} from '../host/game.js';
import {grant, list, UPDATE} from '../claims/claiming.js';
import {boardCall, LIST} from './make-session.js';
import {promisesDone} from '../../support/promises-done.js';

type Json = ReturnType<typeof JSON.parse>;

const CANARY = 'canary-token';

/** What a game does that knows the page's player. */
const METHODS: Readonly<Record<string, (params: Json) => unknown>> = {
  ready: () => ({version: 1, methods: ['auth.getToken']}),
  'auth.getToken': () => ({token: CANARY, expiresInSec: 600}),
};

let api: FakeApi;
let game: Game;
let session: Session;
let methods: Record<string, (params: Json) => unknown>;

/** A session in a game that answers as `methods` say. */
function start(options: Partial<SessionOptions> = {}): Session {
  const parts = {projectId: 44056, apiBase: API, fetch: api.fetch, pollSeconds: 0};
  return (session = composeSession({...parts, host: 'vuplex', clan: 'wolves', ...options}, {link: game.link}));
}

/** What a game does with each text: it answers in the next turn, also once another game has taken its place. */
function replying(own: Game): Game['take'] {
  return text => {
    const {id, method, params} = JSON.parse(text) as Message;
    const answer = methods[method ?? ''];
    if (id !== undefined && method && answer) queueMicrotask(() => own.say({id, result: answer(params)}));
    return undefined;
  };
}

const STORAGE_METHODS = ['storage.get', 'storage.set', 'storage.remove'];

/** As `replying`, for a game that leaves `ready` unanswered until the test answers it. */
function withoutReady(own: Game): Game['take'] {
  const reply = replying(own);
  return text => ((JSON.parse(text) as Message).method === 'ready' ? undefined : reply(text));
}

beforeEach(() => {
  api = new FakeApi()
    .on(boardCall(101), () => json([{name: 'Ana', contributed_amount: 9}]))
    .on(LIST, () => json(chainPage([])))
    .on(UPDATE, () => json({reward: []}));
  methods = {...METHODS};
  game = createGame(FAKE_HOSTS[0]!);
  game.take = replying(game);
  game.arrive();
});

// One that waits for its host's storage would look again and again. And where the next game stores nothing, a change that
// is still on its way would wait for an answer, and all later changes of the process for their turn.
afterEach(async () => {
  session?.destroy();
  await promisesDone(10);
  await locked('host storage', () => undefined);
});

const authorization = (): readonly (string | null)[] => api.requests.map(({headers}) => headers.get('authorization'));
/** Gives everything that needs no time the turns it takes. */
async function until(isDone: () => boolean): Promise<void> {
  for (let turns = 0; turns < 500 && !isDone(); turns++) await promisesDone();
  assert.ok(isDone());
}

describe('The token', () => {
  it('is asked of the host, with the reason', async () => {
    await start().contributors(101).reload();

    assert.deepEqual(game.of('auth.getToken')[0]?.params, {reason: 'start'});
    assert.deepEqual(authorization(), [`Bearer ${CANARY}`]);
  });

  it('may be pushed before it is asked for', async () => {
    start();
    game.say({method: 'auth.token', params: {token: 'pushed', expiresInSec: 600}});
    await promisesDone();

    await session.contributors(101).reload();

    assert.deepEqual(authorization(), ['Bearer pushed']);
    assert.equal(game.of('auth.getToken').length, 0);
  });

  it('may be pushed as the answer by a host that takes no questions', async () => {
    delete methods['auth.getToken'];
    const loaded = start().contributors(101).reload();
    await promisesDone();

    game.say({method: 'auth.token', params: {token: 'pushed'}});
    await loaded;

    assert.deepEqual(authorization(), ['Bearer pushed']);
  });

  it('of another player, pushed, takes the place of the one before', async () => {
    methods['auth.getToken'] = () => ({token: jwt({sub: 'one'}), expiresInSec: 600});
    const $board = start().contributors(101);
    const stop = $board.listen(() => undefined);
    await $board.reload();

    game.say({method: 'auth.token', params: {token: jwt({sub: 'two'}), expiresInSec: 600}});
    await promisesDone();
    await $board.reload();
    stop();

    assert.deepEqual(authorization().slice(-1), [`Bearer ${jwt({sub: 'two'})}`]);
    session.destroy();
  });

  it('is taken for one player’s also where it is opaque after a JWT', async () => {
    methods['auth.getToken'] = () => ({token: jwt({sub: 'one'}), expiresInSec: 600});
    const $board = start({userKey: 'one'}).contributors(101);
    await $board.reload();
    const seen: string[] = [];
    session.$signedOut.listen(isOut => void seen.push(String(isOut)));

    game.say({method: 'auth.token', params: {token: 'opaque', expiresInSec: 600}});
    await promisesDone();

    assert.deepEqual(seen, []);
    assert.equal($board.get().status, 'ready');
  });

  it('changes nothing when it is pushed again, however often', async () => {
    const $board = start().contributors(101);
    const stop = $board.listen(() => undefined);
    const push = (token: string): void => game.say({id: 'x', method: 'auth.token', params: {token, expiresInSec: 600}});
    push('one');
    await $board.reload();
    await promisesDone();
    const before = api.requests.length;

    for (let frame = 0; frame < 500; frame++) push('one');
    await promisesDone();

    assert.equal(api.requests.length, before);
    stop();
    session.destroy();
  });

  it('causes few requests even where each is another', async () => {
    const $board = start().contributors(101);
    const stop = $board.listen(() => undefined);
    await $board.reload();
    const before = api.requests.length;

    for (let frame = 0; frame < 100; frame++) {
      game.say({method: 'auth.token', params: {token: `token-${frame}`, expiresInSec: 600}});
      await promisesDone();
    }

    assert.ok(api.requests.length - before <= 6, String(api.requests.length - before));
    stop();
    session.destroy();
  });

  it('signs the player in again, also where it is the one from before', async () => {
    const $board = start().contributors(101);
    const stop = $board.listen(() => undefined);
    game.say({method: 'auth.token', params: {token: 'one', expiresInSec: 600}});
    await $board.reload();
    session.signOut();

    game.say({method: 'auth.token', params: {token: 'one', expiresInSec: 600}});
    await promisesDone();
    await $board.reload();

    assert.equal(session.$signedOut.get(), false);
    assert.equal($board.get().status, 'ready');
    stop();
    session.destroy();
  });

  it('that is none is refused, and the player stays signed in', async () => {
    const $board = start().contributors(101);
    await $board.reload();

    for (const params of [{}, {token: ''}, {token: null}, {token: 'two words'}, {grant: 'x'}, {token: {token: 'x'}}]) {
      game.say({id: 'bad', method: 'auth.token', params});
    }
    await promisesDone();

    const answers = game.heard.filter(({id, method}) => id === 'bad' && !method);
    assert.deepEqual(
      answers.map(({error}) => error?.code),
      Array(6).fill(-32000),
    );
    assert.equal(session.$signedOut.get(), false);
    assert.equal($board.get().status, 'ready');
  });

  it('of the session before goes to no later one', async () => {
    start();
    game.say({method: 'auth.token', params: {token: 'of-ana', expiresInSec: 600}});
    await promisesDone();
    session.destroy();
    methods['auth.getToken'] = () => ({token: 'of-ben', expiresInSec: 600});

    await start({userKey: 'ben'}).contributors(101).reload();

    assert.deepEqual(authorization(), ['Bearer of-ben']);
  });

  it('is asked for by a session after a sign-out of the one before', async () => {
    start();
    game.say({method: 'auth.clear'});
    session.destroy();

    await start({userKey: 'ben'}).contributors(101).reload();

    assert.equal(session.$signedOut.get(), false);
    assert.deepEqual(authorization(), [`Bearer ${CANARY}`]);
  });

  it('that is pushed after a sign-out answers no question about the player before', async () => {
    delete methods['auth.getToken'];
    const stop = start()
      .contributors(101)
      .listen(() => undefined);
    await promisesDone();
    assert.equal(game.of('auth.getToken').length, 1);

    game.say({method: 'auth.clear'});
    game.say({method: 'auth.token', params: {token: 'of-ben', expiresInSec: 600}});

    await until(() => api.requests.length > 0);
    assert.deepEqual(authorization(), ['Bearer of-ben']);
    stop();
  });

  it('of another player, pushed while a question is open, signs that player in', async () => {
    const [ana, ben] = [jwt({sub: 'ana'}), jwt({sub: 'ben'})];
    delete methods['auth.getToken'];
    const $board = start().contributors(101);
    const stop = $board.listen(() => undefined);
    game.say({method: 'auth.token', params: {token: ana}});
    await until(() => $board.value.status === 'ready');
    // The server wants another token, of which the game is asked.
    api.on(boardCall(101), ({headers}) =>
      headers.get('authorization') === `Bearer ${ana}` ? json({errorCode: 1501}, 401) : json([]),
    );
    session.refresh();
    await until(() => game.of('auth.getToken').length === 2);

    game.say({method: 'auth.token', params: {token: ben}});

    await until(() => authorization().includes(`Bearer ${ben}`));
    assert.equal(session.$signedOut.get(), false);
    stop();
  });

  it('of another player, first given as an answer and refused, signs that player in once it is pushed', async () => {
    const [ana, ben] = [jwt({sub: 'ana'}), jwt({sub: 'ben'})];
    const given = [ana, ben];
    methods['auth.getToken'] = () => ({token: given.shift()});
    api.on(boardCall(101), ({headers}) =>
      headers.get('authorization') === `Bearer ${ana}` ? json({errorCode: 1501}, 401) : json([]),
    );
    const $board = start().contributors(101);
    const stop = $board.listen(() => undefined);
    await until(() => session.$signedOut.get());
    assert.deepEqual(authorization(), [`Bearer ${ana}`]);

    game.say({method: 'auth.token', params: {token: ben}});

    await until(() => authorization().includes(`Bearer ${ben}`));
    assert.equal(session.$signedOut.get(), false);
    stop();
  });

  it('that is given too late for a player who has left signs nobody out', async () => {
    const [ana, ben] = [jwt({sub: 'ana'}), jwt({sub: 'ben'})];
    delete methods['auth.getToken'];
    const stop = start()
      .contributors(101)
      .listen(() => undefined);
    await promisesDone();
    game.say({method: 'auth.clear'});
    session.refresh();
    await promisesDone();
    const [ofAna, ofBen] = game.of('auth.getToken');
    game.answer(ofBen!, {token: ben});
    await until(() => api.requests.length > 0);
    const seen: unknown[] = [];
    session.$signedOut.listen(isOut => void seen.push(isOut));

    game.answer(ofAna!, {token: ana});
    await promisesDone();
    game.say({method: 'auth.token', params: {token: ben}});
    await promisesDone();

    assert.deepEqual([seen, authorization()], [[], [`Bearer ${ben}`]]);
    stop();
  });

  it('answers the newest question, also after an older one has failed', async () => {
    delete methods['auth.getToken'];
    const stop = start()
      .contributors(101)
      .listen(() => undefined);
    await promisesDone();
    game.say({method: 'auth.clear'});
    session.refresh();
    await promisesDone();
    game.say({id: game.of('auth.getToken')[0]!.id!, error: {code: 1, message: 'Nobody.'}});
    await promisesDone();

    game.say({method: 'auth.token', params: {token: 'of-ben'}});

    await until(() => api.requests.length > 0);
    assert.equal(authorization()[0], 'Bearer of-ben');
    stop();
  });

  it('that was pushed long ago is not used beyond its life', async t => {
    let now = 0;
    t.mock.method(performance, 'now', () => now);
    start();
    game.say({method: 'auth.token', params: {token: 'old', expiresInSec: 600}});
    await promisesDone();
    now += 601_000;

    await session.contributors(101).reload();

    assert.deepEqual(authorization(), [`Bearer ${CANARY}`]);
  });

  it('is forgotten when the host says so', async () => {
    const $board = start().contributors(101);
    await $board.reload();

    game.say({method: 'auth.clear'});

    const state = $board.get();
    assert.equal(state.status === 'failed' && state.error.code, 'auth-required');
    await $board.reload();
    assert.equal(game.of('auth.getToken').length, 2);
  });

  it('is wanting when the host answers with an error: signed out, and the host hears why', async () => {
    delete methods['auth.getToken'];
    const $board = start().contributors(101);
    const loaded = $board.reload();
    await promisesDone();
    game.say({id: game.of('auth.getToken')[0]!.id!, error: {code: 1, message: CANARY}});
    await loaded;
    await promisesDone();

    assert.equal(session.$signedOut.get(), true);
    assert.equal(game.of('error')[0]?.params.code, 'auth-required');
    assert.doesNotMatch(game.of('error')[0]?.params.message, new RegExp(CANARY));
  });

  it('goes nowhere but into the header', async () => {
    await start().contributors(101).reload();
    api.on(boardCall(101), () => json({errorMessage: CANARY}, 500));
    await session.contributors(101).reload();
    await promisesDone();

    assert.ok(game.of('error').length);
    assert.doesNotMatch(game.texts.join(), new RegExp(CANARY));
    assert.doesNotMatch(api.requests.map(({url}) => url).join(), new RegExp(CANARY));
  });

  it('is given by the page where it has a function for it', async () => {
    await start({getToken: () => 'of-the-page'})
      .contributors(101)
      .reload();

    assert.deepEqual(authorization(), ['Bearer of-the-page']);
    assert.equal(game.of('auth.getToken').length, 0);
  });
});

describe('The clan', () => {
  for (const [clan, becomes] of [
    ['ravens', 'ravens'],
    ['', null],
    [null, null],
  ] as const)
    it(`changes to ${JSON.stringify(clan)}`, () => {
      start();

      game.say({method: 'clan.changed', params: {clan}});

      assert.equal(session.$clan.get(), becomes);
    });

  it('is switched on request, and the answer is the outcome', async () => {
    let isClaimed = false;
    api.on(LIST, () => list(isClaimed)).on(UPDATE, () => ((isClaimed = true), grant()));
    start({userKey: 'p'});
    methods['ready'] = () => ({version: 1, methods: ['storage.get', 'storage.set', 'storage.remove']});

    game.say({id: 'now', method: 'clan.switch'});
    while (!game.heard.some(({id}) => id === 'now')) await promisesDone();

    assert.deepEqual(game.heard.find(({id}) => id === 'now')?.result, {outcome: 'not-sent'});
  });

  it('is not switched against the word of the host', async () => {
    methods['ready'] = () => ({version: 1, methods: ['clan.switch']});
    methods['clan.switch'] = () => ({allow: false});

    assert.equal(await start().clanSwitch.switchClan({allowVolatile: true}), 'not-sent');
    assert.equal(api.requests.length, 0);
  });

  it('is asked for once by two presses, which are one switch', async () => {
    methods['ready'] = () => ({version: 1, methods: ['clan.switch']});
    methods['clan.switch'] = () => ({allow: true});
    const {clanSwitch} = start({userKey: 'p'});

    const presses = [clanSwitch.switchClan({allowVolatile: true}), clanSwitch.switchClan({allowVolatile: true})];

    assert.equal(presses[0], presses[1]);
    assert.deepEqual(await Promise.all(presses), ['nothing', 'nothing']);
    assert.equal(game.of('clan.switch').length, 1);
    assert.equal(api.requests.filter(({method}) => method === 'PUT').length, 1);
  });

  it('is switched when the host allows it, has no word in it, or cannot say', async () => {
    for (const answer of [() => ({allow: true}), () => null, undefined]) {
      game.heard.length = api.requests.length = 0;
      methods['ready'] = () => ({version: 1, methods: answer ? ['clan.switch'] : []});
      if (answer) methods['clan.switch'] = answer;
      game = createGame(FAKE_HOSTS[0]!);
      game.take = replying(game);
      game.arrive();

      assert.equal(await start({userKey: 'p'}).clanSwitch.switchClan({allowVolatile: true}), 'nothing');

      assert.equal(game.of('clan.switch').length, answer ? 1 : 0);
      assert.ok(api.requests.some(({method}) => method === 'PUT'));
    }
  });
});

describe('The host’s storage', () => {
  const kept = new Map<string, string>();

  beforeEach(() => {
    kept.clear();
    methods['ready'] = () => ({version: 1, methods: ['storage.get', 'storage.set', 'storage.remove']});
    methods['storage.get'] = ({key}) => ({value: kept.get(key) ?? null});
    methods['storage.set'] = ({key, value}) => kept.set(key, value) && null;
    methods['storage.remove'] = ({key}) => kept.delete(key) && null;
  });

  it('keeps the receipt of a switch, which is not called durable on the first visit', async () => {
    let isClaimed = false;
    api.on(LIST, () => list(isClaimed)).on(UPDATE, () => ((isClaimed = true), grant()));
    start({userKey: 'p'});

    assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

    const [receipt] = session.clanSwitch.$receipts.get();
    assert.equal(receipt?.durable, false, 'nothing proves yet that it outlives the page');
    assert.ok([...kept.values()].join().includes(receipt.id));
    assert.doesNotMatch([...kept].join(), new RegExp(CANARY));

    game.say({method: 'rewards.acknowledge', params: {receiptId: receipt.id}});
    while (session.clanSwitch.$receipts.get().length) await promisesDone();
  });

  it('makes a receipt durable once it still has what an earlier page left there', async () => {
    let isClaimed = false;
    api.on(LIST, () => list(isClaimed)).on(UPDATE, () => ((isClaimed = true), grant()));
    kept.set('liveops/visit', 'an earlier page');
    start({userKey: 'p'});

    await session.clanSwitch.switchClan();

    assert.equal(session.clanSwitch.$receipts.get()[0]?.durable, true);
  });

  it('has one list of keys, however many sessions of the page write to it at once', async () => {
    const keys = ['one', 'two', 'three'];
    const sessions = keys.map(userKey => start({userKey}));
    const stops = sessions.map(({clanSwitch}) => clanSwitch.$state.listen(() => undefined));
    await until(() => [...kept.values()].filter(text => text.includes('"state":"clan"')).length === keys.length);
    stops.forEach(stop => stop());

    const listed = JSON.parse(kept.get('liveops/index') ?? '[]') as string[];
    assert.equal(listed.filter(key => key.endsWith('/clan')).length, keys.length);
    sessions.forEach(one => one.destroy());
  });

  it('is used when its host answers late, and the clan on record there is not written over', async t => {
    const first = start({userKey: 'p'});
    const stopFirst = first.clanSwitch.$state.listen(() => undefined);
    await until(() => [...kept.values()].some(text => text.includes('"clan":"wolves"')));
    stopFirst();
    first.destroy();

    t.mock.timers.enable({apis: ['setTimeout']});
    game = createGame(FAKE_HOSTS[0]!);
    game.take = withoutReady(game);
    game.arrive();
    const late = start({userKey: 'p', clan: 'owls'});
    const stop = late.clanSwitch.$state.listen(() => undefined);
    await promisesDone();
    t.mock.timers.tick(2_000);
    await promisesDone();
    game.answer(game.of('ready')[0]!, {version: 1, methods: ['auth.getToken', ...STORAGE_METHODS]});
    await until(() => late.clanSwitch.$state.get().status === 'pending');

    assert.equal(late.clanSwitch.$state.get().status, 'pending');
    assert.ok([...kept.values()].some(text => text.includes('"clan":"wolves"')));
    stop();
    late.destroy();
    // Time limits that began under these timers would never end, and all later changes wait for their turn.
    t.mock.timers.tick(5_000);
    await locked('host storage', () => undefined);
  });

  it('is not taken for one where the host did not offer it: nothing is asked', async () => {
    methods['ready'] = () => ({version: 1});
    start({userKey: 'p'});

    assert.equal(await session.clanSwitch.switchClan(), 'not-sent');
    assert.deepEqual([game.of('storage.get'), game.of('storage.set')], [[], []]);
  });
});

it('a session that has ended receives nothing more', () => {
  start();
  session.destroy();

  game.say({method: 'clan.changed', params: {clan: 'ravens'}});

  assert.equal(session.$clan.get(), 'wolves');
});
