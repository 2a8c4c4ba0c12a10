import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {parts, shown} from './page.js';
import {live, play, press, reveals} from './scene.js';

const SWITCH = 'liveops-clan-switch';

/** The kinds of the hints that come to the page from now on. */
function hints(session: HTMLElement): string[] {
  const kinds: string[] = [];
  session.addEventListener('liveops-feedback', ({kind}) => kinds.push(kind));
  return kinds;
}

async function switched() {
  const scene = await play(SWITCH, 'poor-new-clan');
  const kinds = hints(scene.session);
  void scene.element.switchClan();
  await shown(scene.element, 'acknowledge');
  return {...scene, kinds};
}

describe('Hints for sound and vibration of <liveops-session>', () => {
  it('come for presses of its elements’ buttons, and not for the page’s own', async () => {
    const {session, element} = await play(SWITCH, 'default');
    const kinds = hints(session);
    const own = session.appendChild(document.createElement('button'));

    own.click();
    expect(kinds).to.deep.equal([]);
    await press(element, 'preview');

    expect(kinds).to.deep.equal(['impact']);
  });

  it('come for a switch that granted rewards, for each reward that appears, and for the player’s “Got it”', async () => {
    const {element, kinds} = await switched();
    await waitUntil(() => !reveals(element).length, 'the end of the reveal');

    (await live(element, 'acknowledge')).click();
    await waitUntil(() => kinds.includes('selection'), 'the hint');

    const count = (wanted: string): number => kinds.filter(kind => kind === wanted).length;
    expect(count('success')).to.equal(1);
    expect(count('reveal')).to.be.within(1, parts(element, 'reward').length || 5);
    expect([count('impact'), count('selection'), count('error')]).to.deep.equal([1, 1, 0]);
  });

  it('come for what failed', async () => {
    const {session, element} = await play('liveops-reward-chain', 'claim-refused');
    const kinds = hints(session);

    await press(element, 'claim');
    await waitUntil(() => kinds.includes('error'), 'the hint');

    expect(kinds).to.deep.equal(['impact', 'error']);
  });

  it('come for the focus that moves by directions, and for no other', async () => {
    const {session, element} = await play('liveops-reward-chain', 'default');
    const kinds = hints(session);
    const button = await live(element, 'claim');

    document.dispatchEvent(new PointerEvent('pointerdown'));
    button.focus();
    button.blur();
    expect(kinds).to.deep.equal([]);
    element.shadowRoot!.querySelector('section')!.classList.add('directional');
    button.focus();

    expect(kinds).to.deep.equal(['selection']);
  });
});

describe('Rewards that appear', () => {
  it('come one after the other, all within 400 ms, by opacity and transform only', async () => {
    const {element} = await switched();
    const timings = reveals(element).map(({effect}) => effect!.getComputedTiming());

    expect(timings.length).to.be.greaterThan(1);
    expect(new Set(timings.map(({delay}) => delay)).size).to.be.greaterThan(1);
    for (const {endTime} of timings) expect(Number(endTime)).to.be.at.most(400);
    for (const {effect} of reveals(element)) {
      const [from] = (effect as KeyframeEffect).getKeyframes();
      const moved = Object.keys(from!).filter(name => !/offset|easing|composite/i.test(name));
      expect(moved.sort()).to.deep.equal(['opacity', 'transform']);
    }
  });

  for (const type of ['pointerdown', 'keydown'])
    it(`are all there at once after a ${type}`, async () => {
      const {element, kinds} = await switched();
      await waitUntil(() => kinds.includes('reveal') || !reveals(element).length, 'the first one');

      element.dispatchEvent(new Event(type, {bubbles: true}));

      expect(reveals(element)).to.deep.equal([]);
    });
});
