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

describe('A long list of <liveops-offers>', () => {
  /** An answer with `count` copies of an item, each with a SKU of its own. */
  const copies = (count: number) => async (call: string, answer: () => Promise<Response>) => {
    const response = await answer();
    if (!call.includes('items')) return response;
    const body = (await response.json()) as {items?: {sku: string}[]};
    const [first] = body.items ?? [];
    return Response.json({...body, items: first && Array.from({length: count}, (_, at) => ({...first, sku: `${at}`}))});
  };

  for (const [count, layout, visibility] of [
    [50, 'grid', 'visible'],
    [51, 'grid', 'auto'],
    [51, 'list', 'auto'],
    [51, 'strip', 'visible'],
  ] as const)
    it(`of ${count} in a ${layout} lets the engine skip what is off the screen: ${visibility}`, async () => {
      const {element} = await play('liveops-offers', 'default', {attributes: {layout}, change: copies(count)});

      const offer = await shown(element, 'offer');

      expect(parts(element, 'offer')).to.have.length(count);
      expect(getComputedStyle(offer).contentVisibility).to.equal(visibility);
    });
});
