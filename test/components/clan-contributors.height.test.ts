import {expect} from 'chai';
import {chain, chains, WOLVES} from './answers.js';
import {board as path, failing, FakeApi, LIST} from './fake-api.js';
import {mount, names, texts} from './page.js';
import {boardIn, type State} from './states.js';

const WIDTHS = [280, 320, 480, 900];
const SAME_HEIGHT: State[] = [
  'skeleton',
  'four rows',
  'ten rows',
  'empty: nobody',
  'empty: no clan',
  'failed',
  'signed out',
];
describe('The height of <liveops-clan-contributors>', () => {
  for (const width of WIDTHS)
    it(`is the same in every state at ${width} px`, async () => {
      const heights: Record<string, number> = {};
      for (const state of SAME_HEIGHT) {
        const board = await boardIn(state);
        board.style.width = `${width}px`;
        heights[state] = Math.round(board.getBoundingClientRect().height);
        board.parentElement!.remove();
      }

      const [most, least] = [Math.max(...Object.values(heights)), Math.min(...Object.values(heights))];
      expect(most - least, JSON.stringify(heights)).to.be.at.most(1);
    });

  it('does not change when the chain and its first rows come in', async () => {
    const api = new FakeApi().on(path(101), WOLVES).on(LIST, chains(chain({top_contributors: WOLVES})));
    const {board} = mount(api, {board: {'reward-chain-id': null}});
    await board.updateComplete;
    const before = board.offsetHeight;

    await names(board);

    expect(board.offsetHeight).to.be.closeTo(before, 1);
  });

  for (const width of WIDTHS)
    it(`does not change when the rows grow old at ${width} px`, async () => {
      const api = new FakeApi().on(path(101), WOLVES);
      const {session, board} = mount(api);
      board.style.width = `${width}px`;
      await names(board);
      const before = board.offsetHeight;

      api.on(path(101), failing(500));
      await session.session!.contributors(101).reload();
      await board.updateComplete;

      expect(texts(board, 'age')[0]).to.match(/Updated/);
      expect(board.offsetHeight).to.be.closeTo(before, 1);
    });

  it('follows max-rows', async () => {
    const [few, many] = [await boardIn('four rows', {'max-rows': '4'}), await boardIn('four rows', {'max-rows': '8'})];

    expect(few.offsetHeight).to.be.lessThan(many.offsetHeight * 0.75);
  });
});
