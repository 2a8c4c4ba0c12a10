import {expect} from 'chai';
import {WOLVES} from './answers.js';
import {board as path, FakeApi} from './fake-api.js';
import {mount, names, parts, sessionOn, shown} from './page.js';

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

  it('may be replaced without starting anew', async () => {
    const {session, board} = mount(api());
    await names(board);
    const before = session.session;

    session.getToken = () => 'other';
    await session.updateComplete;

    expect(session.session === before).to.equal(true);
  });

  it('brings the board back when it is set after nobody was signed in', async () => {
    const {session, board} = mount(api());
    session.getToken = () => Promise.reject(new Error('not signed in'));
    await shown(board, 'error');

    session.getToken = () => 'token';

    expect(await names(board)).to.have.length(4);
    expect(parts(board, 'error')).to.be.empty;
  });

  it('brings the board back when it is set after the page has signed the player out', async () => {
    const {session, board} = mount(api());
    await names(board);
    session.session!.signOut();
    await shown(board, 'error');

    session.getToken = () => 'token';

    expect(await names(board)).to.have.length(4);
  });

  it('brings no board back that is not signed out', async () => {
    const fake = api();
    const {session, board} = mount(fake);
    await names(board);

    session.getToken = () => 'other';
    await session.updateComplete;

    expect(fake.requests).to.have.length(1);
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
