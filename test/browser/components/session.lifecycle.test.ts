import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {WOLVES} from '../../support/wire.js';
import {board as path, FakeApi} from './fake-api.js';
import {boardWith, element, heard, mount, names, parts, sessionOn} from './page.js';

const api = (): FakeApi => new FakeApi().on(path(101), WOLVES);

describe('<liveops-session> in the page', () => {
  it('keeps its session, and the boards their rows, when it is moved', async () => {
    const fake = api();
    const {session, board} = mount(fake);
    await names(board);
    const before = session.session;

    document.body.append(element('liveops-session'));
    document.body.append(session);
    await session.updateComplete;

    expect(session.session === before).to.equal(true);
    expect(parts(board, 'row')).to.have.length(4);
    expect(fake.requests).to.have.length(1);
  });

  it('ends its session when it is removed', async () => {
    const {session, board} = mount(api());
    await names(board);
    const old = session.session!;

    session.remove();
    await waitUntil(() => session.session === undefined, 'the end of the session');

    expect(old.contributors(101).get().status).to.equal('failed');
  });

  it('starts another when it comes back', async () => {
    const fake = api();
    const {session, board} = mount(fake);
    await names(board);
    session.remove();
    await waitUntil(() => session.session === undefined, 'the end of the session');

    fake.on(path(101), WOLVES.slice(0, 1));
    document.body.append(session);

    expect(await names(board, ['winner'])).to.have.length(1);
  });

  it('comes back as it was: without a session, while it is not set up', async () => {
    const session = element('liveops-session');
    const errors = heard(session, 'liveops-error');
    document.body.append(session);
    await session.updateComplete;

    session.remove();
    await Promise.resolve();
    document.body.append(session);
    await session.updateComplete;

    expect([typeof session.session, session.error, errors.length]).to.deep.equal(['undefined', undefined, 0]);
  });

  it('comes back without a session where nothing gives a token', async () => {
    const session = element('liveops-session', {'project-id': '44056'});
    document.body.append(session);
    await session.updateComplete;

    session.remove();
    await Promise.resolve();
    document.body.append(session);
    await session.updateComplete;

    expect(typeof session.session).to.equal('undefined');
  });

  it('starts none while it is out of the page', async () => {
    const {session, board} = mount(api());
    await names(board);
    session.remove();
    await waitUntil(() => session.session === undefined, 'the end of the session');

    session.projectId = 7;
    await session.updateComplete;

    expect(typeof session.session).to.equal('undefined');
  });

  it('is given to every board that waits for it', async () => {
    const boards = [boardWith(), boardWith(), boardWith()];
    const session = sessionOn(api());
    session.append(...boards);
    Object.assign(session, {getToken: undefined});
    document.body.append(session);
    await session.updateComplete;

    session.getToken = () => 'token';

    for (const board of boards) expect(await names(board)).to.have.length(4);
  });

  it('shows nothing of the player any more after signOut, and the board again after refresh', async () => {
    const {session, board} = mount(api());
    await names(board);

    session.session!.signOut();
    await waitUntil(() => !parts(board, 'row').length, 'the end of the rows');
    session.session!.refresh();

    expect(await names(board)).to.have.length(4);
  });
});
