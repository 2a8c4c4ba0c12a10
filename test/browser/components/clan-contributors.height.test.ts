import {expect} from 'chai';
import {chain, chains, rowsOf, WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi, held, LIST} from './fake-api.js';
import {describeInFonts} from './in-fonts.js';
import {mount, names, shown, texts} from './page.js';
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
const now = Date.now.bind(Date);

/** A board with rows whose next look failed nearly an hour later, and its height before. */
async function grownOld(width: number, size: number, answer: () => Response) {
  const api = new FakeApi().on(path(101), WOLVES).on(LIST, chains(chain({clan_type: 'clan'})));
  const {session, board} = mount(api, {board: {'reward-chain-id': null}});
  document.body.style.cssText = `width: ${width}px; font-size: ${size}px`;
  await names(board);
  const before = board.offsetHeight;
  Date.now = () => now() + 59 * 60_000;
  api.on(path(101), answer);
  await session.session!.contributors(101).reload();
  await shown(board, 'retry');
  return {board, before};
}

describeInFonts('The height of <liveops-clan-contributors>', () => {
  afterEach(() => {
    Date.now = now;
    document.body.style.cssText = '';
    delete (navigator as {onLine?: boolean}).onLine;
  });

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

  // Twice the text in a narrow column: every row and every place has two lines then, and the button room for three.
  for (const [width, what, points, lines] of [
    [240, 'thousands', {winner: 9_876, Rocket: 5_432, MrJoe: 2_000}, 0],
    [320, 'millions', {winner: 9_876_543, Rocket: 5_432_109, MrJoe: 2_000}, 0],
    // More digits than a line has room for break; nobody knows how many will come. One line a row, two beside the mark.
    [240, 'all that a number can hold', {winner: 9_007_199_254_740_991, Rocket: 987_654_321_012}, 1 + 2 + 3],
    [320, 'all that a number can hold', {winner: 9_007_199_254_740_991, Rocket: 987_654_321_012}, 1 + 1 + 2],
  ] as const)
    it(`grows by ${lines} lines at most when rows come, ${width} px wide with twice the text: ${what}`, async () => {
      const {answer, release} = held(rowsOf(points));
      const {board} = mount(new FakeApi().on(path(101), answer));
      document.body.style.cssText = `width: ${width}px; font-size: 32px`;
      await shown(board, 'skeleton');
      const before = board.offsetHeight;

      release();
      await shown(board, 'climb');

      expect((board.offsetHeight - before) / (32 * 1.4)).to.be.within(-0.1, lines + 0.1);
    });

  for (const [width, size] of [16, 32].flatMap(each => [240, ...WIDTHS].map(wide => [wide, each] as const)))
    it(`does not change when the rows grow old for good, ${width} px wide, text of ${size} px`, async () => {
      const {board, before} = await grownOld(width, size, failing(403));

      expect(texts(board, 'age')).to.deep.equal(['Updated 59 minutes ago']);
      expect(board.offsetHeight).to.be.closeTo(before, 1);
    });

  // Held for a text that few players ever see, its lines would be a gap for all others.
  for (const [width, size, lines] of [
    [240, 16, 1],
    [320, 16, 0],
    [240, 32, 2],
    [480, 32, 1],
  ] as const)
    it(`grows by ${lines} lines at most when the device is offline, ${width} px wide, text of ${size} px`, async () => {
      Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
      const {board, before} = await grownOld(width, size, () => {
        throw new TypeError('Failed to fetch');
      });

      expect(texts(board, 'age')).to.deep.equal(['You are offline. Updated 59 minutes ago']);
      const line = size * 0.875 * 1.4;
      expect((board.offsetHeight - before) / line).to.be.within(-0.1, lines + 0.1);
    });

  it('follows max-rows', async () => {
    const [few, many] = [await boardIn('four rows', {'max-rows': '4'}), await boardIn('four rows', {'max-rows': '8'})];

    expect(few.offsetHeight).to.be.lessThan(many.offsetHeight * 0.75);
  });
});
