import {expect} from 'chai';
import {WOLVES} from '../../support/wire.js';
import {board as path, FakeApi} from './fake-api.js';
import {mount, names, sessionOn, shown} from './page.js';

const api = (): FakeApi => new FakeApi().on(path(101), WOLVES);
const tokenOf = (request: Request): string | null => request.headers.get('authorization');

describe('The getToken of <liveops-session>', () => {
  it('is told why: at the start, and after a refusal, whose token it replaces', async () => {
    const fake = new FakeApi().on(path(101), request =>
      tokenOf(request) === 'Bearer second' ? Response.json(WOLVES) : Response.json({}, {status: 401}),
    );
    const reasons: string[] = [];
    const {session, board} = mount(fake);
    session.getToken = ({reason}) => (reasons.push(reason) === 1 ? 'first' : 'second');

    await names(board);

    expect(reasons).to.deep.equal(['start', 'rejected']);
    expect(fake.requests.map(tokenOf)).to.deep.equal(['Bearer first', 'Bearer second']);
  });

  it('is asked again when the token is about to end', async () => {
    const reasons: string[] = [];
    const {session, board} = mount(api());
    session.getToken = async ({reason}) => {
      reasons.push(reason);
      return {token: `token${reasons.length}`, expiresInSec: 0.001};
    };
    await names(board);

    await session.session!.contributors(101).reload();

    expect(reasons).to.deep.equal(['start', 'expiring']);
  });

  it('may be replaced without starting again', async () => {
    const {session, board} = mount(api());
    await names(board);
    const before = session.session;

    session.getToken = () => 'other';
    await session.updateComplete;

    expect(session.session === before).to.equal(true);
  });

  it('may be another function at each render, and is asked no more often for it', async () => {
    const fake = api();
    const {session, board} = mount(fake);
    const asked: number[] = [];
    for (let render = 0; render < 20; render++) {
      session.getToken = () => {
        asked.push(render);
        return {token: `token-${render}`, expiresInSec: 0.001};
      };
      await session.updateComplete;
      if (render === 9) await names(board);
    }
    const before = asked.length;

    await session.session!.contributors(101).reload();

    expect([before, fake.requests.length]).to.deep.equal([1, 2]);
    expect([asked.length, asked[1]]).to.deep.equal([2, 19]);
  });

  it('signs nobody in by being another function, neither after a failure nor after signOut', async () => {
    let asked = 0;
    const {session, board} = mount(api());
    session.getToken = () => Promise.reject(new Error('not signed in'));
    await shown(board, 'error');
    session.getToken = () => `token-${++asked}`;
    await session.updateComplete;
    session.session!.signOut();
    session.getToken = () => `token-${++asked}`;
    await session.updateComplete;
    expect([asked, session.session!.$signedOut.get()]).to.deep.equal([0, true]);

    session.session!.refresh();

    expect(await names(board)).to.have.length(4);
    expect(asked).to.equal(1);
  });

  it('takes over from token-url, and leaves to it again', async () => {
    const {session, board} = mount(api(), {session: {'token-url': '/session-token'}});
    await names(board);
    const [first, another] = [session.session, () => 'another'];

    session.getToken = another;
    await session.updateComplete;
    expect(session.session === first).to.equal(true);
    Object.assign(session, {getToken: undefined});
    await session.updateComplete;
    const second = session.session;
    expect(second === first).to.equal(false);
    session.getToken = another;
    await session.updateComplete;

    expect(session.session === second).to.equal(false);
  });

  it('taken away, leaves no rows and asks for nothing, and brings them back when it is there again', async () => {
    const fake = api();
    const {session, board} = mount(fake);
    const getToken = session.getToken!;
    await names(board);

    Object.assign(session, {getToken: null});
    await session.updateComplete;
    await board.updateComplete;
    expect(board.shadowRoot!.textContent).not.to.contain('winner');
    expect(fake.requests).to.have.length(1);

    session.getToken = getToken;
    expect(await names(board)).to.have.length(4);
    expect(fake.requests).to.have.length(2);
  });

  it('leaves nothing of a broken answer to the page but that nobody is signed in', async () => {
    for (const answer of ['', 'line\nbreak', undefined, 7, {token: null}, {}]) {
      const {session, board} = mount(api());
      session.getToken = () => answer as string;

      await shown(board, 'error');

      expect(session.querySelector('*')).to.equal(board);
      expect(session.error).to.equal(undefined);
    }
  });

  it('is asked for nothing while nobody shows anything', async () => {
    let asked = 0;
    const session = sessionOn(api());
    session.getToken = () => `token${++asked}`;
    document.body.append(session);

    await session.updateComplete;

    expect(asked).to.equal(0);
  });
});
