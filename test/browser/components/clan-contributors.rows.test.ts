import {expect} from 'chai';
import {rowsOf} from '../../support/wire.js';
import {board as path, FakeApi, held} from './fake-api.js';
import {describeInFonts} from './in-fonts.js';
import {mount, parts, shown} from './page.js';
import {rowFaults} from './row-faults.js';

/** Rocket is the player. */
const THOUSANDS = {winner: 98_765, Rocket: 65_432, MrJoe: 2_000, beginner: 1};
const MILLIONS = {winner: 9_876_543, Rocket: 5_432_109, MrJoe: 2_000_000, beginner: 1};
const LONG_NAMES = {['W'.repeat(64)]: 98_765, Rocket: 65_432, 'a name of many words that goes on and on': 2_000};
const TWENTY_DIGITS = '98765432109876543210';

const LOOKS = [240, 320, 480, 600].flatMap(width =>
  [16, 32].flatMap(size => (['ltr', 'rtl'] as const).map(dir => ({width, size, dir}))),
);

/** A board that waits for its rows in a column of that look, and what lets them come. */
async function waiting({width, size, dir}: (typeof LOOKS)[number], rows: object) {
  const {answer, release} = held(rows);
  const {board} = mount(new FakeApi().on(path(101), answer));
  document.body.dir = dir;
  document.body.style.cssText = `width: ${width}px; font-size: ${size}px`;
  await shown(board, 'skeleton');
  return {board, release};
}

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

describeInFonts('The rows of <liveops-clan-contributors>', () => {
  afterEach(() => {
    document.body.style.cssText = '';
    document.body.dir = '';
  });

  for (const [what, points] of Object.entries({THOUSANDS, MILLIONS, LONG_NAMES}))
    it(`take the places reserved for them, and nothing in them is cut or meets: ${what}`, async () => {
      for (const look of LOOKS) {
        const {board, release} = await waiting(look, rowsOf(points));
        const [before, place] = [heightOf(board), heightOf(parts(board, 'skeleton')[0]!.firstElementChild!)];

        release();
        await shown(board, 'climb');

        const where = JSON.stringify(look);
        expect(rowFaults(board), where).to.deep.equal([]);
        for (const row of parts(board, 'row')) expect(heightOf(row), where).to.be.closeTo(place, 0.5);
        expect(heightOf(board), where).to.be.closeTo(before, 1);
        board.parentElement!.remove();
      }
    });

  it('have room for amounts of twenty digits, in lines where one is too narrow', async () => {
    const rows = `[{"name": "Rocket", "contributed_amount": ${TWENTY_DIGITS}}]`;
    const answer = () => new Response(rows, {headers: {'content-type': 'application/json'}});
    for (const look of LOOKS) {
      const {board} = mount(new FakeApi().on(path(101), answer));
      document.body.dir = look.dir;
      document.body.style.cssText = `width: ${look.width}px; font-size: ${look.size}px`;
      await shown(board, 'row');

      expect(rowFaults(board), JSON.stringify(look)).to.deep.equal([]);
      board.parentElement!.remove();
    }
  });

  it('show the mark of the own row wherever it has room next to the points', async () => {
    for (const look of LOOKS.filter(({width, size}) => width / size >= 15)) {
      const {board, release} = await waiting(look, rowsOf(MILLIONS));
      release();
      await shown(board, 'climb');

      const [mark, score] = ['.own-mark', '.score'].map(name =>
        parts(board, 'own-row')[0]!.querySelector(name)!.getBoundingClientRect(),
      );

      expect(mark!.bottom, JSON.stringify(look)).to.be.at.most(score!.bottom + 0.5);
      board.parentElement!.remove();
    }
  });
});
