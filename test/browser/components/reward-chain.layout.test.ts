import {expect} from 'chai';
import {linesOf} from './geometry.js';
import {describeInFonts} from './in-fonts.js';
import {parts, shown} from './page.js';
import {play, press, says} from './scene.js';
import {chainIn, chainStates} from './chain-states.js';

const TAG = 'liveops-reward-chain';

const isDrawn = (element: Element): boolean => element.getClientRects().length > 0;

/** What sticks out of the element at either side, but for what is only read aloud. */
function overflows(element: Element): string[] {
  const room = element.getBoundingClientRect();
  const inside = [...element.shadowRoot!.querySelectorAll('*')].filter(isDrawn);
  const out = inside.filter(one => {
    const box = one.getBoundingClientRect();
    return !one.matches('.visually-hidden') && (box.left < room.left - 1 || box.right > room.right + 1);
  });
  return out.map(({outerHTML}) => outerHTML.slice(0, 200));
}

/** Buttons, names and the like of one step that lie on one another. */
function overlaps(element: Element): string[] {
  const names = ['threshold', 'reward-name', 'reward-quantity', 'claim', 'reward-image'];
  return parts(element, 'step').flatMap(step => {
    const boxes = names
      .flatMap(name => [...step.querySelectorAll(`[part~=${name}]`)])
      .filter(isDrawn)
      .map(one => ({name: one.getAttribute('part'), box: one.getBoundingClientRect()}));
    return boxes.flatMap(({name, box}, index) =>
      boxes
        .slice(index + 1)
        .filter(other => {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          return wide > 1 && high > 1;
        })
        .map(other => `${name} and ${other.name}`),
    );
  });
}

describeInFonts('The width of <liveops-reward-chain>', () => {
  for (const state of ['default', 'long-texts', 'hostile-names', 'many-rewards', 'many-digits'] as const)
    it(`is kept by everything in it from 240 to 900 px, and at twice the text: ${state}`, async () => {
      const {element} = await play(TAG, state);
      await shown(element, 'step');

      for (const [width, size] of [
        [240, 16],
        [320, 16],
        [480, 16],
        [900, 16],
        [240, 32],
        [480, 32],
      ] as const) {
        element.style.cssText = `width: ${width}px; font-size: ${size}px`;
        const where = `${width} px, ${size} px`;
        expect(overflows(element), where).to.deep.equal([]);
        expect(element.scrollWidth, where).to.be.at.most(element.clientWidth + 1);
        expect(overlaps(element), where).to.deep.equal([]);
      }
    });

  for (const state of chainStates.filter(name => name !== 'default'))
    it(`is kept at 240 px and twice the text: ${state}`, async () => {
      const element = await chainIn(state);

      element.style.cssText = 'width: 240px; font-size: 32px';

      expect(overflows(element)).to.deep.equal([]);
    });
});

describeInFonts('The height of <liveops-reward-chain>', () => {
  for (const [width, size] of [16, 32].flatMap(each =>
    [240, 280, 320, 480, 600, 900].map(wide => [wide, each] as const),
  ))
    it(`changes by less than half a step when four steps take the places reserved for them, ${width} px wide, text of ${size} px`, async () => {
      const {element, release} = await play(TAG, 'slow');
      element.style.cssText = `width: ${width}px; font-size: ${size}px`;
      await shown(element, 'skeleton');
      const before = element.offsetHeight;

      release();
      const {offsetHeight: high} = await shown(element, 'step');

      expect(Math.abs(element.offsetHeight - before), `${before} and ${element.offsetHeight}`).to.be.lessThan(high / 2);
    });

  for (const state of ['empty', 'failed', 'signed out', 'misconfigured'])
    it(`is the one of the places reserved: ${state}`, async () => {
      const skeleton = await chainIn('skeleton');
      skeleton.style.width = '320px';
      const before = skeleton.offsetHeight;
      const element = await chainIn(state);

      element.style.width = '320px';

      expect(element.offsetHeight).to.be.closeTo(before, 2);
    });
});

describeInFonts('Right to left, <liveops-reward-chain>', () => {
  it('has the rail and the threshold at the right, the claim at the left', async () => {
    const element = await chainIn('default');
    element.style.width = '480px';

    element.dir = 'rtl';

    const [step] = parts(element, 'step-claimable');
    const rail = step!.querySelector('[aria-hidden]')!.getBoundingClientRect();
    const [threshold, claim] = ['threshold', 'claim'].map(name => step!.querySelector(`[part~=${name}]`)!);
    expect(rail.left).to.be.greaterThan(threshold!.getBoundingClientRect().right - 1);
    expect(threshold!.getBoundingClientRect().left).to.be.greaterThan(claim!.getBoundingClientRect().right - 1);
  });

  it('has the words for a claim that failed below the button', async () => {
    const element = await chainIn('claim refused');
    element.style.width = '480px';

    element.dir = 'rtl';

    const text = document.createRange();
    text.selectNodeContents(
      [...element.shadowRoot!.querySelectorAll('bdi')].find(bdi => /could/.test(bdi.textContent))!,
    );
    const button = parts(element, 'claim')[0]!.getBoundingClientRect();
    expect(text.getBoundingClientRect().left).to.be.closeTo(button.left, 1);
  });

  it('keeps its width, its height and its distances', async () => {
    const {element} = await play(TAG, 'long-texts');
    element.style.width = '280px';
    await shown(element, 'step');
    const before = element.offsetHeight;

    element.dir = 'rtl';

    expect(overflows(element)).to.deep.equal([]);
    expect(overlaps(element)).to.deep.equal([]);
    expect(element.offsetHeight).to.be.closeTo(before, 2);
  });
});

describeInFonts('A step of <liveops-reward-chain>', () => {
  it('has the name of a reward next to its picture, even if it is one long word', async () => {
    const {element} = await play(TAG, 'long-texts');
    element.style.width = '320px';
    const step = await shown(element, 'step');

    const [picture, name] = ['reward-image', 'reward-name'].map(part =>
      step.querySelector(`[part=${part}]`)!.getBoundingClientRect(),
    );
    expect(name!.left).to.be.greaterThan(picture!.right);
    expect(name!.top).to.be.lessThan(picture!.bottom);
  });

  for (const width of [320, 900])
    it(`keeps everything where it is across when its claim fails, ${width} px wide`, async () => {
      const {element} = await play(TAG, 'claim-refused');
      element.style.width = `${width}px`;
      const step = await shown(element, 'step-claimable');
      const places = (): number[] =>
        ['threshold', 'reward-image', 'reward-name', 'claim'].map(
          part =>
            step.querySelector(`[part=${part}]`)!.getBoundingClientRect().right - step.getBoundingClientRect().left,
        );
      const before = places();

      await press(element, 'claim');
      await says(element, 'This could not be claimed.');

      expect(places()).to.deep.equal(before);
    });
});

describe('Names in another direction than <liveops-reward-chain>', () => {
  it('begin at the edge that the element reads from, also in several lines', async () => {
    const {element} = await play(TAG, 'default');
    await shown(element, 'claim');
    element.style.cssText = 'width: 280px; font-size: 32px; direction: rtl';

    const names = parts(element, 'reward-name');
    const lines = names.map(linesOf);

    expect(Math.max(...lines.map(({length}) => length))).to.be.greaterThan(1);
    lines.forEach((boxes, index) => {
      const {right} = names[index]!.getBoundingClientRect();
      for (const box of boxes) expect(box.right, names[index]!.textContent).to.be.closeTo(right, 8);
    });
  });
});
