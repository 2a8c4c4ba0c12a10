import {expect} from 'chai';
import {expectKept, SIZES, stickingOut} from './geometry.js';
import {describeInFonts} from './in-fonts.js';
import {itemsIn, itemStates} from './item-states.js';
import {parts, shown} from './page.js';
import {play} from './scene.js';

/** What sticks out of its card at any side. */
const overflows = (element: Element): string[] =>
  parts(element, 'offer').flatMap(offer => stickingOut(offer, offer.querySelectorAll('*')));

describeInFonts('The width of <liveops-offers>', () => {
  for (const state of itemStates)
    it(`is kept by everything in it, and by each card: ${state}`, async () => {
      const element = await itemsIn(state);
      element.shadowRoot!.querySelectorAll('details').forEach(details => (details.open = true));

      for (const [width, size] of SIZES) {
        element.style.cssText = `width: ${width}px; font-size: ${size}px`;
        const where = `${width} px, ${size} px`;
        expectKept(element, overflows(element), where);
      }
    });
});

describeInFonts('The height of <liveops-offers>', () => {
  for (const state of ['empty', 'failed', 'signed out', 'misconfigured'])
    it(`is the one of the places reserved: ${state}`, async () => {
      const skeleton = await itemsIn('skeleton');
      skeleton.style.width = '320px';
      const before = skeleton.offsetHeight;
      const element = await itemsIn(state);

      element.style.width = '320px';

      expect(element.offsetHeight).to.be.closeTo(before, 2);
    });

  it('is that of a few items once they take the places reserved for them', async () => {
    const {element, release} = await play('liveops-offers', 'slow', {attributes: {limit: '4'}});
    element.style.cssText = 'width: 600px';
    await shown(element, 'skeleton');
    const before = element.offsetHeight;

    release();
    await shown(element, 'offer');

    const high = parts(element, 'offer')[0]!.offsetHeight;
    expect(Math.abs(element.offsetHeight - before), `${before} and ${element.offsetHeight}`).to.be.lessThan(high);
  });
});
