import {expect} from 'chai';
import {createSession} from '../../../src/index.js';
import {rowsOf, WOLVES} from '../../support/wire.js';
import {API, board as path, FakeApi} from './fake-api.js';
import {boardWith, mount, names, parts, sessionOn} from './page.js';

const api = (name: string): FakeApi => new FakeApi().on(path(101), rowsOf({[name]: 1}));

/** An element in the page with a shadow root. */
function host(parent: Node = document.body): ShadowRoot {
  const made = document.createElement('div');
  made.className = 'host';
  return parent.appendChild(made).attachShadow({mode: 'open'});
}

describe('The session of <liveops-clan-contributors>', () => {
  it('is the nearest one above it', async () => {
    const outer = sessionOn(new FakeApi());
    const inner = sessionOn(api('inner'));
    const board = boardWith();
    inner.append(board);
    outer.append(inner);
    document.body.append(outer);

    expect(await names(board)).to.deep.equal(['inner']);
  });

  it('is the nearest one also while that one cannot start yet', async () => {
    const outer = sessionOn(new FakeApi());
    const inner = document.createElement('liveops-session');
    const board = boardWith();
    inner.append(board);
    outer.append(inner);
    document.body.append(outer);
    await outer.updateComplete;
    await board.updateComplete;

    expect(parts(board, 'row')).to.be.empty;
    expect(parts(board, 'skeleton')).to.have.length(1);
  });

  it('is found across nested shadow roots', async () => {
    const session = sessionOn(api('deep'));
    document.body.append(session);
    const board = boardWith();

    host(host(session)).append(board);

    expect(await names(board)).to.deep.equal(['deep']);
  });

  it('is the one that its attribute names', async () => {
    const session = sessionOn(api('elsewhere'), {id: 'player'});
    const board = boardWith({session: 'player'});

    document.body.append(session, board);

    expect(await names(board)).to.deep.equal(['elsewhere']);
  });

  it('is named in the board’s own shadow root first', async () => {
    const root = host();
    const board = boardWith({session: 'player'});
    document.body.append(sessionOn(new FakeApi(), {id: 'player'}));

    root.append(sessionOn(api('own root'), {id: 'player'}), board);

    expect(await names(board)).to.deep.equal(['own root']);
  });

  it('is the one that its attribute names, also where another is above it', async () => {
    const above = sessionOn(new FakeApi());
    const board = boardWith({session: 'player'});
    above.append(board);

    document.body.append(above, sessionOn(api('named'), {id: 'player'}));

    expect(await names(board)).to.deep.equal(['named']);
  });

  it('is waited for where nothing has that id', async () => {
    const {board} = mount(new FakeApi(), {board: {session: 'nobody'}});
    await board.updateComplete;

    expect(parts(board, 'skeleton')).to.have.length(1);
    expect(parts(board, 'error')).to.be.empty;
  });

  it('is one without any element', async () => {
    const {fetch} = api('no element');
    const board = boardWith();
    board.session = createSession({projectId: 44056, apiBase: API, getToken: () => 'token', pollSeconds: 0, fetch});

    document.body.append(board);

    expect(await names(board)).to.deep.equal(['no element']);
  });

  it('is the session of an element that is given as a property', async () => {
    const session = sessionOn(api('given'));
    const board = boardWith();
    board.session = session;

    document.body.append(board, session);

    expect(await names(board)).to.deep.equal(['given']);
  });

  it('may change', async () => {
    const other = sessionOn(api('other'), {id: 'other'});
    const {board} = mount(new FakeApi().on(path(101), WOLVES));
    document.body.append(other);
    await names(board);

    board.setAttribute('session', 'other');

    expect(await names(board, ['other'])).to.have.length(1);
  });

  it('may appear later, above it', async () => {
    const board = boardWith();
    document.body.append(board);
    await board.updateComplete;
    const session = sessionOn(api('late'));

    document.body.append(session);
    session.append(board);

    expect(await names(board)).to.deep.equal(['late']);
  });

  it('may appear later, under the name it waits for', async () => {
    const board = boardWith({session: 'player'});
    document.body.append(board);
    await board.updateComplete;

    document.body.append(sessionOn(api('late'), {id: 'player'}));

    expect(await names(board)).to.deep.equal(['late']);
  });
});
