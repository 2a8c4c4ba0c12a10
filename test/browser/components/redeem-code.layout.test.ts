import {expect} from 'chai';
import {describeInFonts} from './in-fonts.js';
import {shown} from './page.js';
import {check, codeIn, codesOn, codeStates} from './redeem-states.js';
import {says} from './scene.js';

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

/** What sticks out of the element, or out of its own frame, at any side. */
function overflows(element: HTMLElement): string[] {
  const all = [...element.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter(isSeen);
  return all.flatMap(one => {
    const box = one.getBoundingClientRect();
    const frame = one.parentElement?.closest('.preview, .receipt, .tile, .past, button') ?? element;
    const room = frame.getBoundingClientRect();
    const isOut = box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1;
    return isOut ? [`${Math.round(room.width)} px: ${one.outerHTML.slice(0, 160)}`] : [];
  });
}

describeInFonts('The width of <liveops-redeem-code>', () => {
  for (const state of codeStates)
    it(`is kept by everything in it: ${state}`, async () => {
      const element = await codeIn(state);

      for (const [width, size] of SIZES) {
        element.style.cssText = `width: ${width}px; font-size: ${size}px`;
        const where = `${width} px, ${size} px`;
        expect(overflows(element), where).to.deep.equal([]);
        expect(element.scrollWidth, where).to.be.at.most(element.clientWidth + 1);
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
