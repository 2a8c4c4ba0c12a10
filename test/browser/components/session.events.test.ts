import {expect} from 'chai';
import type {SessionErrorEvent} from '../../../components/session/events.js';
import {nextEvent} from '../../support/next-event.js';
import {waitUntil} from '../../support/wait-until.js';
import {WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi} from './fake-api.js';
import {boardWith, heard, mount, names, parts, sessionOn, shown} from './page.js';

const AUTH = 'liveops-auth-required';
const ERROR = 'liveops-error';

describe('liveops-auth-required', () => {
  it('is fired once, however many boards are signed out together', async () => {
    const session = sessionOn(new FakeApi());
    session.getToken = () => Promise.reject(new Error('not signed in'));
    const boards = [boardWith(), boardWith({'reward-chain-id': '102'}), boardWith({'reward-chain-id': null})];
    session.append(...boards);
    const events = heard(session, AUTH);

    document.body.append(session);
    await Promise.all(boards.map(board => shown(board, 'error')));

    expect(events).to.have.length(1);
  });

  it('is fired once when the server refuses every token', async () => {
    const session = sessionOn(new FakeApi().on(path(101), failing(401)).on(path(102), failing(401)));
    let count = 0;
    session.getToken = () => `token${++count}`;
    const boards = [boardWith(), boardWith({'reward-chain-id': '102'})];
    session.append(...boards);
    const events = heard(session, AUTH);

    document.body.append(session);
    await Promise.all(boards.map(board => shown(board, 'error')));

    expect(events).to.have.length(1);
  });

  it('is fired again for the next sign-out', async () => {
    const {session, board} = mount(new FakeApi().on(path(101), WOLVES));
    const events = heard(session, AUTH);
    session.getToken = () => '';
    await shown(board, 'error');
    session.getToken = () => ({token: 'token', expiresInSec: 0.001});
    session.session!.refresh();
    await names(board);

    session.getToken = () => '';
    session.session!.refresh();

    await waitUntil(() => events.length === 2, 'the second event');
  });

  it('is fired once when the page signs the player out, and again when signing in fails', async () => {
    const {session, board} = mount(new FakeApi().on(path(101), WOLVES));
    const events = heard(session, AUTH);
    await names(board);

    session.session!.signOut();
    session.session!.signOut();
    expect(events).to.have.length(1);

    session.getToken = () => '';
    session.session!.refresh();
    await waitUntil(() => events.length === 2, 'the second event');
  });

  it('reaches the page through shadow roots and is no error event', async () => {
    const {session} = mount(new FakeApi());
    session.getToken = () => '';
    const errors = heard(session, ERROR);

    const {bubbles, composed} = await nextEvent(document, AUTH);

    expect([bubbles, composed, errors.length]).to.deep.equal([true, true, 0]);
  });
});

describe('liveops-error', () => {
  for (const [status, code] of [
    [403, 'forbidden'],
    [404, 'not-found'],
    [422, 'invalid'],
    [429, 'rate-limited'],
    [503, 'server'],
  ] as const)
    it(`notifies the page of HTTP ${status} as ${code}`, async () => {
      const event = nextEvent<SessionErrorEvent>(document, ERROR);

      mount(new FakeApi().on(path(101), failing(status)));

      const {error, bubbles, composed} = await event;
      expect([error.code, error.status, bubbles, composed]).to.deep.equal([code, status, true, true]);
    });

  it('notifies the page that the API is out of reach, without its token', async () => {
    const event = nextEvent<SessionErrorEvent>(document, ERROR);

    mount(new FakeApi().on(path(101), () => Promise.reject(new TypeError('Failed to fetch Bearer token'))));

    const {error} = await event;
    expect(error.code).to.equal('network');
    expect(`${error.message}${JSON.stringify(error)}`).not.to.contain('Bearer');
  });

  it('leaves the board working when a listener of the page throws', async () => {
    const api = new FakeApi().on(path(101), failing(500));
    const {session, board} = mount(api);
    session.addEventListener(ERROR, event => event.stopImmediatePropagation());
    await shown(board, 'error');

    api.on(path(101), WOLVES);
    parts(board, 'retry')[0]!.click();

    expect(await names(board)).to.have.length(4);
  });
});
