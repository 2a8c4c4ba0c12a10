import {expect} from 'chai';
import {describeInFonts} from './in-fonts.js';
import {offersIn, offerStates} from './offer-states.js';
import {parts, shown} from './page.js';
import {play} from './scene.js';

const SIZES = [
  [240, 16],
  [320, 16],
  [600, 16],
  [900, 16],
  [240, 32],
  [480, 32],
] as const;

/** What a player sees of it, and not what is only read aloud. */
function isSeen(element: Element): boolean {
  return element.getClientRects().length > 0 && !element.closest('.visually-hidden');
}

/** What sticks out of its step at any side. */
function overflows(element: Element): string[] {
  return parts(element, 'step').flatMap(step => {
    const room = step.getBoundingClientRect();
    const out = [...step.querySelectorAll('*')].filter(isSeen).filter(one => {
      const box = one.getBoundingClientRect();
      return box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1;
    });
    return out.map(({outerHTML}) => `${Math.round(room.width)} px: ${outerHTML.slice(0, 160)}`);
  });
}

describeInFonts('The width of <liveops-offer-chain>', () => {
  for (const state of offerStates)
    it(`is kept by everything in it, and by each step: ${state}`, async () => {
      const element = await offersIn(state);

      for (const [width, size] of SIZES) {
        element.style.cssText = `width: ${width}px; font-size: ${size}px`;
        const where = `${width} px, ${size} px`;
        expect(overflows(element), where).to.deep.equal([]);
        expect(element.scrollWidth, where).to.be.at.most(element.clientWidth + 1);
      }
    });
});

describeInFonts('The height of <liveops-offer-chain>', () => {
  for (const [width, size] of SIZES)
    it(`changes by less than a step when the steps take the places reserved for them, ${width} px wide, text of ${size} px`, async () => {
      const {element, release} = await play('liveops-offer-chain', 'slow');
      element.style.cssText = `width: ${width}px; font-size: ${size}px`;
      await shown(element, 'skeleton');
      const before = element.offsetHeight;

      release();
      await shown(element, 'step');

      const high = parts(element, 'step-next')[0]!.offsetHeight;
      expect(Math.abs(element.offsetHeight - before), `${before} and ${element.offsetHeight}`).to.be.lessThan(high);
    });

  for (const state of ['empty', 'failed', 'signed out', 'misconfigured'])
    it(`is the one of the places reserved: ${state}`, async () => {
      const skeleton = await offersIn('skeleton');
      skeleton.style.width = '320px';
      const before = skeleton.offsetHeight;
      const element = await offersIn(state);

      element.style.width = '320px';

      expect(element.offsetHeight).to.be.closeTo(before, 2);
    });
});
