import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {WOLVES} from '../../support/wire.js';
import {board as path, FakeApi} from './fake-api.js';
import {boardWith, mount, names, parts, sessionOn} from './page.js';

const api = (): FakeApi => new FakeApi().on(path(101), WOLVES);
const silent = (): Promise<Response> => new Promise(() => undefined);

describe('<liveops-clan-contributors> in the page', () => {
  it('keeps its rows, without a request, when it is moved', async () => {
    const fake = api();
    const {session, board} = mount(fake);
    await names(board);
    const before = parts(board, 'row');

    const wrapper = session.appendChild(document.createElement('div'));
    wrapper.append(board);
    await board.updateComplete;

    expect(parts(board, 'row')).to.deep.equal(before);
    expect(fake.requests).to.have.length(1);
  });

  it('still follows the server after a move', async () => {
    const fake = api();
    const {session, board} = mount(fake);
    await names(board);
    session.appendChild(document.createElement('div')).append(board);

    fake.on(path(101), WOLVES.slice(0, 1));
    session.session!.refresh();

    expect(await names(board, ['winner'])).to.have.length(1);
  });

  it('gives its request up once it has been away for a while', async () => {
    const fake = new FakeApi().on(path(101), silent);
    const {board} = mount(fake);
    await waitUntil(() => fake.requests.length, 'the request');

    board.remove();

    await waitUntil(() => fake.requests[0]!.signal.aborted, 'the end of the request');
  });

  it('gives its request up at once when its session goes', async () => {
    const fake = new FakeApi().on(path(101), silent);
    const {session} = mount(fake);
    await waitUntil(() => fake.requests.length, 'the request');

    session.remove();
    await Promise.resolve();

    await waitUntil(() => fake.requests[0]!.signal.aborted, 'the end of the request', 500);
  });

  it('asks again when it comes back from elsewhere', async () => {
    const fake = new FakeApi().on(path(101), silent);
    const {session, board} = mount(fake);
    await waitUntil(() => fake.requests.length, 'the request');
    board.remove();
    await waitUntil(() => fake.requests[0]!.signal.aborted, 'the end of the request');

    fake.on(path(101), WOLVES);
    session.append(board);

    expect(await names(board)).to.have.length(4);
  });

  it('waits again, and shows nothing of another player’s board, once its session has gone', async () => {
    const {session, board} = mount(api());
    await names(board);

    document.body.append(board);
    session.remove();
    await waitUntil(() => !parts(board, 'row').length, 'the places without rows');

    expect(parts(board, 'error')).to.be.empty;
  });

  it('shows the board of the session it was moved to', async () => {
    const {board} = mount(api());
    await names(board);
    const other = sessionOn(new FakeApi().on(path(101), WOLVES.slice(2)));
    document.body.append(other);

    other.append(board);

    expect(await names(board, ['MrJoe', 'beginner'])).to.have.length(2);
  });

  it('leaves its session’s other boards alone when it goes', async () => {
    const fake = api();
    const {session, board} = mount(fake);
    const other = session.appendChild(boardWith());
    await Promise.all([names(board), names(other)]);

    board.remove();
    fake.on(path(101), WOLVES.slice(0, 1));
    session.session!.refresh();

    expect(await names(other, ['winner'])).to.have.length(1);
  });
});
