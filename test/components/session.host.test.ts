import {expect} from 'chai';
import type {SessionElement} from '../../components/session/session.js';
import {waitUntil} from '../helpers/wait-until.js';
import {chain, chains, WOLVES} from './answers.js';
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

  it('tells the game of rows and of the wish to contribute, with the facts and nothing else', async () => {
    Object.assign(session, {projectId: 44056, playerName: 'Rocket'});
    document.body.append(session);
    await names(board as never);

    (await shown(board, 'climb')).click();

    const [changed] = of('contributors.changed');
    expect(Object.keys(changed!.params).sort()).to.deep.equal(['chainId', 'rows']);
    expect(changed!.params.rows[0]).to.include({rank: 1, name: 'winner'});
    const wish = await waitUntil(() => of('contribute')[0], 'the wish to contribute');
    expect(wish.params).to.include({chainId: 101, target: 'rank'});
  });

  it('follows the clan that the game tells, also through a new session', async () => {
    Object.assign(session, {projectId: 44056, clan: 'wolves'});
    document.body.append(session);
    await names(board as never);

    say({method: 'clan.changed', params: {clan: 'ravens'}});
    session.locale = 'de';
    await session.updateComplete;
    await names(board as never);

    expect(session.session?.$clan.value).to.equal('ravens');
  });

  it('hears nothing any more once it has left the page', async () => {
    Object.assign(session, {projectId: 44056, clan: 'wolves'});
    document.body.append(session);
    await names(board as never);

    session.remove();
    await waitUntil(() => session.session === undefined, 'the end of the session');
    say({method: 'clan.changed', params: {clan: 'ravens'}});

    expect(session.clan).to.equal('wolves');
  });
});
