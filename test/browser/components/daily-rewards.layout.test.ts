import {expect} from 'chai';
import {dailyIn, dailyStates} from './daily-states.js';
import {expectKept, SIZES, stickingOut} from './geometry.js';
import {describeInFonts} from './in-fonts.js';
import {parts, shown} from './page.js';
import {play} from './scene.js';

/** What sticks out of its day at any side. */
const overflows = (element: Element): string[] =>
  parts(element, 'day').flatMap(day =>
    stickingOut(
      day,
      [...day.querySelectorAll('*')].filter(one => !one.closest('.mark')),
    ),
  );

/** How many days each row has. */
function rows(element: Element): number[] {
  const tops = parts(element, 'day').map(day => Math.round(day.getBoundingClientRect().top));
  return [...new Set(tops)].map(top => tops.filter(other => other === top).length);
}

describeInFonts('The width of <liveops-daily-rewards>', () => {
  for (const state of dailyStates)
    it(`is kept by everything in it, and by each day: ${state}`, async () => {
      const element = await dailyIn(state);

      for (const [width, size] of SIZES) {
        element.style.cssText = `width: ${width}px; font-size: ${size}px`;
        const where = `${width} px, ${size} px`;
        expectKept(element, overflows(element), where);
      }
    });
});

/** Where the text itself is. */
function textBox(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

describeInFonts('A day of a month', () => {
  for (const width of [320, 480])
    it(`shows its number, its mark and its quantities whole, ${width} px wide`, async () => {
      const element = await dailyIn('month', {style: `width: ${width}px`});

      for (const day of parts(element, 'day')) {
        const [number, mark] = [...day.querySelectorAll('.number, .mark:not(:empty)')].map(textBox);
        expect(!mark || number!.right <= mark.left, `the mark of ${day.textContent}`).to.equal(true);
        for (const count of day.querySelectorAll('.count'))
          expect(count.scrollWidth, `the quantity of ${day.textContent}`).to.be.at.most(count.clientWidth);
      }
    });
});

describeInFonts('The rows of <liveops-daily-rewards>', () => {
  for (const [width, size, expected] of [
    [240, 16, [2, 2, 2, 1]],
    [320, 16, [4, 3]],
    [360, 16, [4, 3]],
    [600, 16, [4, 3]],
    [900, 16, [7]],
    [240, 32, [1, 1, 1, 1, 1, 1, 1]],
    [480, 32, [2, 2, 2, 1]],
  ] as const)
    it(`are ${expected.join(' + ')} days of a week, the last one wider, ${width} px wide, text of ${size} px`, async () => {
      const element = await dailyIn('default');

      element.style.cssText = `width: ${width}px; font-size: ${size}px`;

      expect(rows(element)).to.deep.equal(expected);
      const [first, last] = [0, 6].map(index => parts(element, 'day')[index]!.offsetWidth);
      if (expected[0] > 1) expect(last).to.be.greaterThan(first! * 1.5);
    });

  it('are filled by their days, also where one more day would just not fit', async () => {
    const element = await dailyIn('default');
    const list = parts(element, 'list')[0]!;
    const unfilled: string[] = [];

    for (let width = 330; width <= 370; width++) {
      element.style.cssText = `width: ${width}px; font-size: 32px`;
      const columns = rows(element)[0]!;
      const gaps = (columns - 1) * parseFloat(getComputedStyle(list).columnGap);
      const filled = parts(element, 'day')[0]!.offsetWidth * columns + gaps;
      if (Math.abs(filled - list.clientWidth) > 2) unfilled.push(`${width} px: ${filled} of ${list.clientWidth}`);
    }

    expect(unfilled).to.deep.equal([]);
  });

  for (const width of [320, 600])
    it(`are seven days of a month, ${width} px wide`, async () => {
      const element = await dailyIn('month');

      element.style.width = `${width}px`;

      expect(rows(element)).to.deep.equal([7, 7, 7, 7, 3]);
    });

  it('have pictures and names on one level, with and without a quantity', async () => {
    const element = await dailyIn('default', {style: 'width: 900px'});

    for (const inside of ['.art', '.reward bdi']) {
      const tops = parts(element, 'day').map(day => day.querySelector(inside)!.getBoundingClientRect().top);
      expect(Math.max(...tops) - Math.min(...tops), `${inside} at ${tops.join()}`).to.be.at.most(1);
    }
  });

  it('are one in a strip', async () => {
    const element = await dailyIn('strip of a month');

    element.style.width = '320px';

    expect(rows(element)).to.deep.equal([31]);
  });
});

describeInFonts('The height of <liveops-daily-rewards>', () => {
  for (const [width, size] of SIZES)
    it(`changes by less than half a day when the days take the places reserved for them, ${width} px wide, text of ${size} px`, async () => {
      const {element, release} = await play('liveops-daily-rewards', 'slow');
      element.style.cssText = `width: ${width}px; font-size: ${size}px`;
      await shown(element, 'skeleton');
      const before = element.offsetHeight;

      release();
      const {offsetHeight: high} = await shown(element, 'day');

      expect(Math.abs(element.offsetHeight - before), `${before} and ${element.offsetHeight}`).to.be.lessThan(high / 2);
    });

  for (const state of ['empty', 'failed', 'signed out', 'misconfigured'])
    it(`is the one of the places reserved: ${state}`, async () => {
      const skeleton = await dailyIn('skeleton');
      skeleton.style.width = '320px';
      const before = skeleton.offsetHeight;
      const element = await dailyIn(state);

      element.style.width = '320px';

      expect(element.offsetHeight).to.be.closeTo(before, 2);
    });
});
