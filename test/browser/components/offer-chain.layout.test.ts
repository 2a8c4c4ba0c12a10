import {expect} from 'chai';
import {expectKept, linesOf, SIZES, stickingOut} from './geometry.js';
import {describeInFonts} from './in-fonts.js';
import {offersIn, offerStates} from './offer-states.js';
import {parts, shown} from './page.js';
import {play} from './scene.js';

/** What sticks out of its step at any side. */
const overflows = (element: Element): string[] =>
  parts(element, 'step').flatMap(step => stickingOut(step, step.querySelectorAll('*')));

describeInFonts('The width of <liveops-offer-chain>', () => {
  for (const state of offerStates)
    it(`is kept by everything in it, and by each step: ${state}`, async () => {
      const element = await offersIn(state);

      for (const [width, size] of SIZES) {
        element.style.cssText = `width: ${width}px; font-size: ${size}px`;
        const where = `${width} px, ${size} px`;
        expectKept(element, overflows(element), where);
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

describeInFonts('Large text in a narrow <liveops-offer-chain>', () => {
  it('leaves the price of a step in a track in one line', async () => {
    const {element} = await play('liveops-offer-chain', 'default', {
      attributes: {layout: 'track'},
      session: {locale: 'de'},
    });
    await shown(element, 'buy');

    element.style.cssText = 'width: 280px; font-size: 32px';

    const price = parts(element, 'buy')[0]!.querySelector('[part=price]')!;
    expect(price.textContent).to.match(/0,99.€/);
    expect(linesOf(price)).to.have.length(1);
  });
});
