import {expect} from 'chai';
import {describeInFonts} from './in-fonts.js';
import {parts, shown, texts} from './page.js';
import {play, press} from './scene.js';

const TAG = 'liveops-clan-switch';

/** The picture, the name and the whole of one reward. */
function boxesOf(reward: Element): [picture: DOMRect, name: DOMRect, whole: DOMRect] {
  const name = reward.querySelector('[part=reward-name]')!;
  return [
    reward.firstElementChild!.getBoundingClientRect(),
    name.getBoundingClientRect(),
    reward.getBoundingClientRect(),
  ];
}

/** The name of one reward. */
function nameOf(reward: Element): string {
  return reward.querySelector('[part=reward-name]')!.textContent.trim();
}

describeInFonts('The rewards of <liveops-clan-switch>', () => {
  for (const width of [240, 320, 480, 900])
    it(`are in tiles of one shape, the picture over the name, ${width} px wide`, async () => {
      const {element} = await play(TAG, 'many-rewards');
      element.style.width = `${width}px`;
      await press(element, 'preview');
      await shown(element, 'reward');

      const tiles = parts(element, 'reward').map(boxesOf);

      expect(tiles.length).to.equal(34);
      for (const [picture, name, whole] of tiles) {
        expect(name.top).to.be.at.least(picture.bottom);
        expect(picture.width).to.be.closeTo(tiles[0]![0].width, 1);
        expect(whole.width).to.be.closeTo(tiles[0]![2].width, 1);
      }
    });

  it('are of one height, whatever is said in each', async () => {
    const {element} = await play(TAG, 'many-rewards');
    element.style.width = '320px';
    await press(element, 'preview');
    await shown(element, 'reward');

    for (const list of parts(element, 'rewards')) {
      const heights = [...list.children].map(tile => Math.round(tile.getBoundingClientRect().height));
      expect(new Set(heights)).to.have.property('size', 1);
    }
  });

  it('have room for a quantity of a million in one line, 240 px wide', async () => {
    const {element} = await play(TAG, 'long-texts');
    element.style.width = '240px';
    await press(element, 'preview');
    const tile = await shown(element, 'reward');

    // Digits of usual fonts take 0.57 of the size, commas half of that.
    const {paddingLeft, paddingRight, fontSize} = getComputedStyle(tile);
    const room = tile.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    expect(texts(element, 'reward-quantity')[0]).to.equal('×1,000,000');
    expect(room / parseFloat(fontSize)).to.be.at.least(5.25);
    const count = document.createRange();
    count.selectNodeContents(parts(element, 'reward-quantity')[0]!);
    expect(new Set([...count.getClientRects()].map(({top}) => top)).size).to.equal(1);
  });
});

describeInFonts('The receipt of <liveops-clan-switch>', () => {
  for (const [name, what, isSure] of [
    ['short-answer', 'what the answer lists, and what the chains prove', true],
    ['lost-answer-rich', 'nothing that nobody can be sure of', false],
  ] as const)
    it(`frames ${what}`, async () => {
      const {element} = await play(TAG, name);
      await element.switchClan();
      await shown(element, 'acknowledge');

      const frames = parts(element, 'reward').map(one => [nameOf(one), getComputedStyle(one).borderTopColor] as const);

      const accent = getComputedStyle(parts(element, 'acknowledge')[0]!).backgroundColor;
      const color = isSure ? accent : 'rgba(0, 0, 0, 0)';
      expect(new Map(frames)).to.deep.equal(
        new Map([
          ['Super box', color],
          ['Mega potion', color],
        ]),
      );
    });
});
