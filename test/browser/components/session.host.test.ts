import {expect} from 'chai';
import type {SessionElement} from '../../../components/session/session.js';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, WOLVES} from '../../support/wire.js';
import {board as path, FakeApi, LIST} from './fake-api.js';
import {element, names, shown} from './page.js';

type Message = {id?: string; method?: string; params?: ReturnType<typeof JSON.parse>};
type Bridge = {receive(text: string): void};

const heard: Message[] = [];
const of = (method: string): readonly Message[] => heard.filter(message => message.method === method);
const say = (message: object): void => {
  (globalThis as unknown as {LiveOpsHost: Bridge}).LiveOpsHost.receive(JSON.stringify({jsonrpc: '2.0', ...message}));
};

/** A Vuplex webview whose game answers in the next turn: https://developer.vuplex.com/webview/IWebView */
function postMessage(text: string): void {
  const message = JSON.parse(text) as Message;
  heard.push(message);
  if (message.method === 'auth.getToken') queueMicrotask(() => say({id: message.id, result: {token: 'of-the-game'}}));
}

describe('<liveops-session host>', () => {
  let session: SessionElement;
  let board: HTMLElement;
  let api: FakeApi;

  beforeEach(() => {
    Object.assign(window, {vuplex: {postMessage}});
    heard.length = 0;
    api = new FakeApi().on(path(101), WOLVES).on(LIST, chains(chain()));
    session = element('liveops-session', {host: 'vuplex', 'poll-seconds': '0'});
    Object.assign(session, {fetch: api.fetch});
    board = element('liveops-clan-contributors', {'reward-chain-id': '101'});
    session.append(board);
  });

  afterEach(() => session.remove());

  it('is set up by the game, which gives the token too', async () => {
    document.body.append(session);
    await session.updateComplete;
    expect(session.session).to.equal(undefined);

    say({method: 'configure', params: {projectId: 44056, clan: 'wolves', playerName: 'Rocket', pollSeconds: 0}});

    expect(await names(board as never)).to.have.length(4);
    expect(api.requests[0]!.headers.get('authorization')).to.equal('Bearer of-the-game');
    expect([session.projectId, session.clan, session.playerName]).to.deep.equal([44056, 'wolves', 'Rocket']);
  });

  it('sets nothing that is no property of it', async () => {
    document.body.append(session);
    await session.updateComplete;

    say({method: 'configure', params: {projectId: 44056, innerHTML: '<img>', id: 'taken', onclick: 'x'}});
    await names(board as never);

    expect([session.id, session.querySelector('img'), session.onclick]).to.deep.equal(['', null, null]);
  });

  it('takes from what the game says only what the game said', async () => {
    document.body.append(session);
    await session.updateComplete;
    Object.assign(Object.prototype, {locale: 'xx'});

    say({method: 'configure', params: {clan: 'wolves'}});
    Reflect.deleteProperty(Object.prototype, 'locale');

    expect([session.clan, session.locale]).to.deep.equal(['wolves', undefined]);
  });

  it('notifies the game of rows and of the wish to contribute, with the facts and nothing else', async () => {
    Object.assign(session, {projectId: 44056, playerName: 'Rocket'});
    document.body.append(session);
    await names(board as never);

    (await shown(board, 'climb')).click();

    const [changed] = of('contributors.changed');
    expect(Object.keys(changed!.params).sort()).to.deep.equal(['chainId', 'rows']);
    expect(changed!.params.rows[0]).to.include({rank: 1, name: 'winner'});
    const wish = await waitUntil(() => of('contribute')[0], 'the wish to contribute');
    expect(wish.params).to.include({chainId: 101, goal: 'rank', target: 'rank'});
  });

  it('notifies the game of a good moment for sound or vibration', async () => {
    document.body.append(session);
    say({method: 'configure', params: {projectId: 44056, clan: 'wolves', playerName: 'Rocket', pollSeconds: 0}});

    (await shown(board, 'climb')).click();

    expect(of('feedback').map(({params}) => params)).to.deep.equal([{kind: 'impact'}]);
  });

  it('masks names and holds still as the game says', async () => {
    document.body.append(session);
    say({method: 'configure', params: {projectId: 44056, playerName: 'Rocket', maskNames: true, reduceMotion: true}});

    expect(await names(board as never)).to.include('w•••');
    await waitUntil(() => of('contributors.changed').length, 'the rows');
    expect(JSON.stringify(heard)).not.to.include('winner');
    expect(session.session!.$reducedMotion.value).to.equal(true);
  });

  it('keeps no ranks if the game says so', async () => {
    document.body.append(session);
    say({method: 'configure', params: {projectId: 44056, playerName: 'Rocket', forgetRanks: true}});

    await names(board as never);

    expect(session.forgetRanks).to.equal(true);
  });

  it('follows the clan that the game names, also through a new session', async () => {
    Object.assign(session, {projectId: 44056, clan: 'wolves'});
    document.body.append(session);
    await names(board as never);

    say({method: 'clan.changed', params: {clan: 'ravens'}});
    session.locale = 'de';
    await session.updateComplete;
    await names(board as never);

    expect(session.session?.$clan.value).to.equal('ravens');
  });

  it('takes the token from a function of the page, also where that is set later', async () => {
    Object.assign(session, {projectId: 44056, clan: 'wolves'});
    document.body.append(session);
    await names(board as never);

    session.getToken = () => 'of-the-page';
    await session.updateComplete;
    await waitUntil(() => api.requests.length > 1, 'another request');

    expect(api.requests[api.requests.length - 1]!.headers.get('authorization')).to.equal('Bearer of-the-page');
  });

  const refused: readonly (readonly [settings: object, named: RegExp])[] = [
    [{clan: 'wolves'}, /`projectId`/],
    [{projectId: 44056, apiBase: 'ftp://example.com'}, /`apiBase`/],
    [{projectId: 44056, pollSeconds: 3}, /`pollSeconds`/],
    [{projectId: 'wolves'}, /`projectId`/],
  ];
  for (const [settings, named] of refused)
    it(`notifies the game of settings that start no session: ${JSON.stringify(settings)}`, async () => {
      document.body.append(session);
      await session.updateComplete;
      // The bridge is one for the page, and has handed over the settings of the test before.
      session.removeAttribute('project-id');
      Object.assign(session, {projectId: undefined});

      say({id: 'asked', method: 'configure', params: settings});
      const answer = await waitUntil(() => heard.find(({id}) => id === 'asked'), 'the answer');
      say({method: 'configure', params: settings});
      const told = await waitUntil(() => of('error').find(({params}) => named.test(params.message)), 'the error');

      expect((answer as {error?: {code: number}}).error).to.include({code: -32000});
      expect((answer as {error?: {message: string}}).error?.message).to.match(named);
      expect(told.params.code).to.equal('config');
      say({method: 'configure', params: {projectId: 44056, apiBase: null}});
    });

  it('reads ids that are digits, and a clan that is a number, as the same', async () => {
    document.body.append(session);
    await session.updateComplete;
    say({method: 'configure', params: {projectId: '44056', clan: '42', playerName: 'Rocket', pollSeconds: 0}});
    await names(board as never);
    const [requests, first] = [api.requests.length, session.session];

    say({method: 'configure', params: {projectId: 44056, clan: 42, playerName: 'Rocket', pollSeconds: 0}});
    say({method: 'clan.changed', params: {clan: 42}});
    await session.updateComplete;

    expect([session.projectId, session.clan]).to.deep.equal([44056, '42']);
    expect(session.session === first).to.equal(true);
    expect(api.requests).to.have.length(requests);
  });

  it('asks for nothing when the game says the same in every frame', async () => {
    document.body.append(session);
    await session.updateComplete;
    const settings = {projectId: 44056, clan: 'wolves', playerName: 'Rocket', locale: 'de_DE', pollSeconds: 0};
    say({method: 'configure', params: settings});
    say({method: 'auth.token', params: {token: 'pushed', expiresInSec: 600}});
    await names(board as never);
    const before = api.requests.length;

    for (let frame = 0; frame < 200; frame++) {
      say({method: 'configure', params: {...settings}});
      say({method: 'clan.changed', params: {clan: 'wolves'}});
      say({method: 'auth.token', params: {token: 'pushed', expiresInSec: 600}});
      if (frame % 20 === 0) await session.updateComplete;
    }
    await session.updateComplete;

    expect(api.requests).to.have.length(before);
    expect(session.locale).to.equal('de-DE');
  });

  it('receives nothing any more once it has left the page', async () => {
    Object.assign(session, {projectId: 44056, clan: 'wolves'});
    document.body.append(session);
    await names(board as never);

    session.remove();
    await waitUntil(() => session.session === undefined, 'the end of the session');
    say({method: 'clan.changed', params: {clan: 'ravens'}});

    expect(session.clan).to.equal('wolves');
  });
});
