import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {rowsOf, WOLVES} from '../../support/wire.js';
import {API, board as path, FakeApi} from './fake-api.js';
import {holdLateTimers} from './late-timers.js';
import {type Attributes, mount, names, parts} from './page.js';

/** The board of a session whose attribute was there and went. */
async function without(attribute: string, value: string) {
  const api = new FakeApi().on(path(101), WOLVES);
  const {session, board} = mount(api, {session: {[attribute]: value} as Attributes});
  await names(board);
  api.on(path(101), rowsOf({winner: 1, Rocket: 0}));
  session.removeAttribute(attribute);
  await session.updateComplete;
  return {api, session, board};
}

describe('<liveops-session> whose attribute goes', () => {
  let held: ReturnType<typeof holdLateTimers>;

  beforeEach(() => {
    held = holdLateTimers();
  });

  afterEach(() => held.restore());

  it('polls as by default without poll-seconds', async () => {
    const {session, board} = await without('poll-seconds', '60');

    expect(session.error?.message).to.equal(undefined);
    await names(board, ['winner', 'Rocket']);
    const wait = await waitUntil(() => held.timers[1], 'the wait of the session that came after');
    expect(wait.ms).to.be.within(24_000, 36_000);
  });

  it('asks the vendor without api-base', async () => {
    const {session, board, api} = await without('api-base', API);

    expect(session.error?.message).to.equal(undefined);
    await names(board, ['winner', 'Rocket']);
    expect(new URL(api.requests[1]!.url).host).to.equal('store.xsolla.com');
  });

  it('marks no own row without player-name', async () => {
    const {board} = await without('player-name', 'Rocket');

    expect(await names(board, ['winner', 'Rocket'])).to.have.length(2);
    expect(parts(board, 'own-row')).to.be.empty;
  });

  it('has the page’s language without locale', async () => {
    const {session} = await without('locale', 'de');

    expect(session.session!.locale).to.equal('en');
  });

  it('stays without a session when token-url was its only source of tokens', async () => {
    const {session} = await without('token-url', '/session-token');

    Object.assign(session, {getToken: undefined});
    await session.updateComplete;

    expect([typeof session.session, session.error?.message]).to.deep.equal(['undefined', undefined]);
  });

  it('waits without project-id', async () => {
    const {session} = await without('project-id', '44056');

    expect([typeof session.session, session.error?.message]).to.deep.equal(['undefined', undefined]);
  });

  it('goes on without host', async () => {
    const {board} = await without('host', 'none');

    expect(await names(board, ['winner', 'Rocket'])).to.have.length(2);
  });
});
