import {expect} from 'chai';
import {expectKept, SIZES, stickingOut} from './geometry.js';
import {describeInFonts} from './in-fonts.js';
import {shown} from './page.js';
import {check, codeIn, codesOn, codeStates} from './redeem-states.js';
import {says} from './scene.js';

/** What sticks out of the element, or out of its own frame, at any side. */
function overflows(element: HTMLElement): string[] {
  const all = [...element.shadowRoot!.querySelectorAll('*')];
  return all.flatMap(one =>
    stickingOut(one.parentElement?.closest('.preview, .receipt, .tile, .past, button') ?? element, [one]),
  );
}

describeInFonts('The width of <liveops-redeem-code>', () => {
  for (const state of codeStates)
    it(`is kept by everything in it: ${state}`, async () => {
      const element = await codeIn(state);

      for (const [width, size] of SIZES) {
        element.style.cssText = `width: ${width}px; font-size: ${size}px`;
        const where = `${width} px, ${size} px`;
        expectKept(element, overflows(element), where);
      }
    });
});

describeInFonts('The height of <liveops-redeem-code>', () => {
  it('is the same before and after there is a session', async () => {
    const element = document.createElement('liveops-redeem-code');
    element.style.width = '320px';
    document.body.append(element);
    await element.updateComplete;
    const before = element.offsetHeight;

    const ready = (await codesOn()).element;
    ready.style.width = '320px';
    await shown(ready, 'check');

    expect(ready.offsetHeight).to.be.closeTo(before, 1);
    element.remove();
  });

  it('stays for an answer of one line', async () => {
    const {element} = await codesOn();
    element.style.width = '600px';
    const before = element.offsetHeight;

    await check(element, 'OLD');
    await says(element, 'has expired');

    expect(element.offsetHeight).to.be.closeTo(before, 1);
  });
});
