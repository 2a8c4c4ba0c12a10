import {expect} from 'chai';
import type {ClanContributorsElement} from '../../../components/clan-contributors/clan-contributors.js';
import type {SessionElement} from '../../../components/session/session.js';
import {waitUntil} from '../../support/wait-until.js';
import {WOLVES} from '../../support/wire.js';
import {API, board as path, FakeApi} from './fake-api.js';

const bars = (root: ParentNode): Element[] => [...root.querySelectorAll('liveops-clan-contributors')];
const rowsIn = (root: ParentNode): number =>
  bars(root).reduce((sum, board) => sum + (board.shadowRoot?.querySelectorAll('[part~=row]').length ?? 0), 0);

// Nothing here may define the elements before the first test did: this file imports types only, and defines by hand.
describe('Elements that were in the page before their code', () => {
  const api = new FakeApi().on(path(101), WOLVES);

  it('take the properties that they were given before', async () => {
    const session = document.createElement('liveops-session') as SessionElement;
    const board = document.createElement('liveops-clan-contributors') as ClanContributorsElement;
    Object.assign(session, {
      projectId: 44056,
      apiBase: API,
      playerName: 'Rocket',
      pollSeconds: 0,
      clan: 'wolves',
      getToken: () => 'token',
      fetch: api.fetch,
    });
    Object.assign(board, {rewardChainId: 101, ranking: 'dense', maxRows: 3, session});
    document.body.append(board, session);

    await import('../../../components/clan-contributors/define.js');
    await import('../../../components/session/define.js');

    await waitUntil(() => rowsIn(document), 'the rows');
    expect(rowsIn(document)).to.equal(3);
    expect(api.requests[0]!.headers.get('authorization')).to.equal('Bearer token');
    expect(board.shadowRoot!.querySelector('[part~=own-row]')!.textContent).to.contain('Rocket');
    expect(session.session!.$clan.get()).to.equal('wolves');
    document.body.replaceChildren();
  });
});

describe('Properties of a new session and board', () => {
  const PROPERTIES: [string, unknown][] = [
    ['projectId', 44056],
    ['apiBase', API],
    ['playerName', 'Rocket'],
    ['pollSeconds', 0],
    ['getToken', () => 'token'],
    ['fetch', new FakeApi().on(path(101), WOLVES).fetch],
  ];

  for (const [first] of PROPERTIES)
    it(`may be set one after the other, in any order, ${first} last`, async () => {
      const session = document.createElement('liveops-session');
      session.append(Object.assign(document.createElement('liveops-clan-contributors'), {rewardChainId: 101}));
      document.body.append(session);

      for (const [name, value] of PROPERTIES.filter(([name]) => name !== first))
        Object.assign(session, {[name]: value});
      Object.assign(session, Object.fromEntries(PROPERTIES.filter(([name]) => name === first)));

      await waitUntil(() => rowsIn(session) === 4, 'the rows');
      session.remove();
    });
});
