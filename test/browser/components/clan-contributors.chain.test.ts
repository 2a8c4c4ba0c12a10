import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, rowsOf, WOLVES} from '../../support/wire.js';
import {board as path, FakeApi, held, LIST} from './fake-api.js';
import {answersAreIn, mount, names, parts, shown} from './page.js';

const ended = chain({reward_chain_id: 1, order: 1, date_end: '2020-01-02T00:00:00+00:00'});
const personal = chain({reward_chain_id: 2, order: 2, value_point: {sku: 'own', amount: 1, is_clan: false}});
const later = chain({reward_chain_id: 4, order: 4});
const NO_CHAIN = {board: {'reward-chain-id': null}};

describe('<liveops-clan-contributors> without reward-chain-id', () => {
  it('shows the first clan chain that runs', async () => {
    const list = chains(later, personal, ended, chain({reward_chain_id: 3, order: 3}));
    const api = new FakeApi().on(LIST, list).on(path(3), WOLVES);
    const {board} = mount(api, NO_CHAIN);

    await names(board, ['winner', 'Rocket', 'MrJoe', 'beginner']);

    expect(api.paths).to.deep.equal([LIST, path(3)]);
  });

  it('paints first from the rows that came with the list', async () => {
    const slow = held(WOLVES);
    const top = rowsOf({winner: 500, Rocket: 300});
    const api = new FakeApi().on(LIST, chains(chain({top_contributors: top}))).on(path(101), slow.answer);
    const {board} = mount(api, NO_CHAIN);

    await names(board, ['winner', 'Rocket']);
    slow.release();

    expect(await names(board, ['winner', 'Rocket', 'MrJoe', 'beginner'])).to.have.length(4);
  });

  it('names the kind of clan below the heading', async () => {
    const api = new FakeApi().on(LIST, chains(chain({clan_type: 'guild'}))).on(path(101), WOLVES);
    const {board} = mount(api, NO_CHAIN);

    await names(board);

    expect(board.shadowRoot!.querySelector('header')!.textContent.trim()).to.match(/^Top contributors\s+guild$/);
  });
});

describe('The reward-chain-id of <liveops-clan-contributors>', () => {
  it('drops the rows of the old chain at once when it changes', async () => {
    const slow = held([]);
    const {board} = mount(new FakeApi().on(path(101), WOLVES).on(path(102), slow.answer));
    await names(board);

    board.rewardChainId = 102;
    await board.updateComplete;

    expect(parts(board, 'row')).to.be.empty;
    expect(parts(board, 'skeleton')).to.have.length(1);
  });

  it('drops the late answer of the old chain', async () => {
    const slow = held(WOLVES);
    const api = new FakeApi().on(path(101), slow.answer).on(path(102), rowsOf({ann: 1}));
    const {session, board} = mount(api);
    await waitUntil(() => api.requests.length, 'the request for the old chain');
    board.setAttribute('reward-chain-id', '102');
    await names(board, ['ann']);

    slow.release();
    await answersAreIn(session, api);

    expect(await names(board)).to.deep.equal(['ann']);
  });

  it('finds the first clan chain when it is taken away', async () => {
    const api = new FakeApi().on(LIST, chains(chain({reward_chain_id: 102}))).on(path(102), rowsOf({ann: 1}));
    const {board} = mount(api.on(path(101), WOLVES));
    await names(board);

    board.removeAttribute('reward-chain-id');

    expect(await names(board, ['ann'])).to.have.length(1);
  });

  for (const wrong of ['0', '-1', '1.5', 'weekly', ''])
    it(`shows a failure without retry and asks nothing when it is "${wrong}"`, async () => {
      const api = new FakeApi();
      const {board} = mount(api, {board: {'reward-chain-id': wrong}});

      await shown(board, 'error');

      expect(parts(board, 'retry')).to.be.empty;
      expect(api.requests).to.be.empty;
    });

  it('recovers from a wrong value', async () => {
    const {board} = mount(new FakeApi().on(path(101), WOLVES), {board: {'reward-chain-id': 'weekly'}});
    await shown(board, 'error');

    board.setAttribute('reward-chain-id', '101');

    expect(await names(board)).to.have.length(4);
  });
});
