import {expect} from 'chai';
import type {ContributorsChangedEvent} from '../../../components/clan-contributors/events.js';
import {nextEvent} from '../../support/next-event.js';
import {chain, chains, rowsOf, WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi, LIST} from './fake-api.js';
import {heard, mount, names, shown} from './page.js';

const CHANGED = 'liveops-contributors-changed';

describe('liveops-contributors-changed', () => {
  it('gives the page the rows that are shown, and of which chain', async () => {
    const event = nextEvent<ContributorsChangedEvent>(document, CHANGED);

    mount(new FakeApi().on(path(101), WOLVES), {board: {'max-rows': '2'}});

    const {rows, chainId, composed} = await event;
    expect(rows).to.deep.equal([
      {rank: 1, name: 'winner', amount: 555, own: false},
      {rank: 2, name: 'Rocket', amount: 398, own: true},
    ]);
    expect([chainId, composed]).to.deep.equal([101, true]);
  });

  it('is not fired again for the same rows', async () => {
    const {session, board} = mount(new FakeApi().on(path(101), WOLVES));
    await names(board);
    const events = heard(document, CHANGED);

    await session.session!.contributors(101).reload();
    await board.updateComplete;

    expect(events).to.be.empty;
  });

  it('is fired again for other rows, with the new ones', async () => {
    const api = new FakeApi().on(path(101), WOLVES);
    const {session, board} = mount(api);
    await names(board);
    const event = nextEvent<ContributorsChangedEvent>(board, CHANGED);

    api.on(path(101), rowsOf({winner: 556}));
    session.session!.refresh();

    expect((await event).rows.map(({amount}) => amount)).to.deep.equal([556]);
  });

  it('is not fired for a board that never had a row, nor for a failure', async () => {
    const events = heard(document, CHANGED);
    const empty = mount(new FakeApi().on(path(101), []).on(LIST, chains(chain())));
    const failed = mount(new FakeApi().on(path(101), failing(500)));

    await Promise.all([shown(empty.board, 'empty'), shown(failed.board, 'error')]);

    expect(events).to.be.empty;
  });
});
