import {expect} from 'chai';
import {rowsOf} from '../../support/wire.js';
import {board as path, FakeApi} from './fake-api.js';
import {describeInFonts} from './in-fonts.js';
import {mount, names, parts} from './page.js';
import {boardIn} from './states.js';

const LONG = rowsOf({
  ['W'.repeat(64)]: 123456789012345,
  'a name of many words that goes on and on': 98765432.25,
  Rocket: 1234567,
});

const isDrawn = (element: Element): boolean => element.getClientRects().length > 0;
const isEllipsis = (element: Element): boolean => getComputedStyle(element).textOverflow === 'ellipsis';

/** What sticks out of the box around it, but for names, which end in dots, and what is only read aloud. */
function overflows(board: Element): string[] {
  const inside = [...board.shadowRoot!.querySelectorAll('*')].filter(isDrawn);
  return inside.filter(element => sticksOut(element, board)).map(({outerHTML}) => outerHTML);
}

function sticksOut(element: Element, board: Element): boolean {
  let around = element.parentElement;
  while (around && !isDrawn(around)) around = around.parentElement;
  if (element.matches('.visually-hidden') || (around && isEllipsis(around))) return false;
  const [box, room] = [element.getBoundingClientRect(), (around ?? board).getBoundingClientRect()];
  return box.left < room.left - 1 || box.right > room.right + 1;
}

describeInFonts('The width of <liveops-clan-contributors>', () => {
  for (const [width, size] of [
    [280, 16],
    [280, 32],
    [480, 32],
  ] as const)
    it(`is kept by everything in it at ${width} px and a font of ${size} px`, async () => {
      const {board} = mount(new FakeApi().on(path(101), LONG));
      board.style.cssText = `width: ${width}px; font-size: ${size}px`;
      await names(board);

      expect(overflows(board)).to.deep.equal([]);
    });

  for (const state of ['skeleton', 'empty: no clan', 'failed', 'signed out'] as const)
    it(`is kept at 280 px and twice the text: ${state}`, async () => {
      const board = await boardIn(state);

      board.style.cssText = 'width: 280px; font-size: 32px';

      expect(overflows(board)).to.deep.equal([]);
    });

  it('is shared out among the lines of a text', async () => {
    const board = await boardIn('failed');
    board.style.width = '160px';
    const text = parts(board, 'error')[0]!.querySelector('bdi')!;

    const lines = [...text.getClientRects()].map(({width}) => width);
    expect(lines.length).to.be.greaterThan(1);
    expect(Math.min(...lines) / Math.max(...lines)).to.be.greaterThan(0.5);
  });

  it('is that of the place it is in', async () => {
    const board = await boardIn('four rows');

    expect(board.offsetWidth).to.equal(board.parentElement!.parentElement!.clientWidth);
  });
});

describeInFonts('Right to left, <liveops-clan-contributors>', () => {
  it('has the rank at the right, the points at the left and the bar from the right', async () => {
    document.body.dir = 'rtl';
    const board = await boardIn('four rows');
    const left = (part: string): number => parts(board, part)[1]!.getBoundingClientRect().left;
    const right = (part: string): number => parts(board, part)[1]!.getBoundingClientRect().right;

    const order = [left('amount'), left('name'), left('rank')];
    const barGap = right('row') - right('bar');
    document.body.dir = '';

    expect(order).to.deep.equal([...order].sort((one, other) => one - other));
    expect(barGap).to.be.closeTo(0, 0.01);
  });

  it('has every name next to its rank, also one that reads from left to right', async () => {
    document.body.dir = 'rtl';
    const board = await boardIn('four rows');

    const gaps = parts(board, 'row').map(row => {
      const text = document.createRange();
      text.selectNodeContents(row.querySelector('[part=name] > bdi')!);
      return row.querySelector('[part=rank]')!.getBoundingClientRect().left - text.getBoundingClientRect().right;
    });
    document.body.dir = '';

    for (const gap of gaps) expect(gap).to.be.within(0, 16);
  });

  it('keeps its width and its height', async () => {
    const {board} = mount(new FakeApi().on(path(101), LONG));
    board.style.width = '280px';
    await names(board);
    const before = board.offsetHeight;

    board.dir = 'rtl';

    expect(overflows(board)).to.deep.equal([]);
    expect(board.offsetHeight).to.be.closeTo(before, 1);
  });
});
