import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {withHost} from '../../src/session-host.js';
import type {SessionOptions} from '../../src/session-options.js';
import {composeSession, type Session} from '../../src/session.js';
import {API, FakeApi, json} from '../api/fake-api.js';
import {chainPage} from '../fixtures/answers.js';
import {jwt} from '../fixtures/jwt.js';
import {FAKE_HOSTS} from '../host/fake-hosts.js';
import {createGame, type Game, type Message} from '../host/game.js';
import {grant, list, UPDATE} from '../switch/claiming.js';
import {boardCall, LIST} from './session-over.js';

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
  const compose: typeof composeSession = (given, internals) =>
    composeSession({...given, projectId: 44056, apiBase: API, fetch: api.fetch, pollSeconds: 0}, internals);
  return (session = withHost({projectId: 44056, host: 'vuplex', clan: 'wolves', ...options}, compose, game.link));
}

/** Something that a listener hears; for a game that is asked and answers in the next turn. */
function replying(text: string): undefined {
  const {id, method, params} = JSON.parse(text) as Message;
  const answer = methods[method ?? ''];
  if (id === undefined || !method || !answer) return;
  queueMicrotask(() => game.say({id, result: answer(params)}));
}

beforeEach(() => {
  api = new FakeApi()
    .on(boardCall(101), () => json([{name: 'Ana', contributed_amount: 9}]))
    .on(LIST, () => json(chainPage([])))
    .on(UPDATE, () => json({reward: []}));
  methods = {...METHODS};
  game = createGame(FAKE_HOSTS[0]!);
  game.take = replying;
  game.arrive();
});

const authorization = (): readonly (string | null)[] => api.requests.map(({headers}) => headers.get('authorization'));
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('The token', () => {
  it('is asked of the host, with the reason', async () => {
    await start().contributors(101).reload();

    assert.deepEqual(game.of('auth.getToken')[0]?.params, {reason: 'start'});
    assert.deepEqual(authorization(), [`Bearer ${CANARY}`]);
  });

  it('may be pushed before it is asked for', async () => {
    start();
    game.say({method: 'auth.token', params: {token: 'pushed', expiresInSec: 600}});
    await turn();

    await session.contributors(101).reload();

    assert.deepEqual(authorization(), ['Bearer pushed']);
    assert.equal(game.of('auth.getToken').length, 0);
  });

  it('may be pushed as the answer by a host that takes no questions', async () => {
    delete methods['auth.getToken'];
    const loaded = start().contributors(101).reload();
    await turn();

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
    await turn();
    await $board.reload();
    stop();

    assert.deepEqual(authorization().slice(-1), [`Bearer ${jwt({sub: 'two'})}`]);
    session.destroy();
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
    await turn();
    game.say({id: game.of('auth.getToken')[0]!.id!, error: {code: 1, message: CANARY}});
    await loaded;
    await turn();

    assert.equal(session.$signedOut.get(), true);
    assert.equal(game.of('error')[0]?.params.code, 'auth-required');
    assert.doesNotMatch(game.of('error')[0]?.params.message, new RegExp(CANARY));
  });

  it('goes nowhere but into the header', async () => {
    await start().contributors(101).reload();
    api.on(boardCall(101), () => json({errorMessage: CANARY}, 500));
    await session.contributors(101).reload();
    await turn();

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
    while (!game.heard.some(({id}) => id === 'now')) await turn();

    assert.deepEqual(game.heard.find(({id}) => id === 'now')?.result, {outcome: 'not-sent'});
  });

  it('is not switched against the word of the host', async () => {
    methods['ready'] = () => ({version: 1, methods: ['clan.switch']});
    methods['clan.switch'] = () => ({allow: false});

    assert.equal(await start().clanSwitch.switchClan({allowVolatile: true}), 'not-sent');
    assert.equal(api.requests.length, 0);
  });

  it('is switched when the host allows it, has no word in it, or cannot say', async () => {
    for (const answer of [() => ({allow: true}), () => null, undefined]) {
      game.heard.length = api.requests.length = 0;
      methods['ready'] = () => ({version: 1, methods: answer ? ['clan.switch'] : []});
      if (answer) methods['clan.switch'] = answer;
      game = Object.assign(createGame(FAKE_HOSTS[0]!), {take: replying});
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

  it('keeps the receipt of a switch, so that it is durable', async () => {
    let isClaimed = false;
    api.on(LIST, () => list(isClaimed)).on(UPDATE, () => ((isClaimed = true), grant()));
    start({userKey: 'p'});

    assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

    const [receipt] = session.clanSwitch.$receipts.get();
    assert.equal(receipt?.durable, true);
    assert.ok([...kept.values()].join().includes(receipt.id));
    assert.doesNotMatch([...kept].join(), new RegExp(CANARY));

    game.say({method: 'rewards.acknowledge', params: {receiptId: receipt.id}});
    while (session.clanSwitch.$receipts.get().length) await turn();
  });

  it('is not taken for one where the host did not offer it: nothing is asked', async () => {
    methods['ready'] = () => ({version: 1});
    start({userKey: 'p'});

    assert.equal(await session.clanSwitch.switchClan(), 'not-sent');
    assert.deepEqual([game.of('storage.get'), game.of('storage.set')], [[], []]);
  });
});

it('a session that has ended hears nothing more', () => {
  start();
  session.destroy();

  game.say({method: 'clan.changed', params: {clan: 'ravens'}});

  assert.equal(session.$clan.get(), 'wolves');
});
