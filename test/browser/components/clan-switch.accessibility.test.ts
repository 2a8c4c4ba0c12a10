import {expect} from 'chai';
import {sendKeys} from '@web/test-runner-commands';
import {emulateMedia, itFollowsSystem} from '../../support/media.js';
import {audit} from '../../support/axe.js';
import {waitUntil} from '../../support/wait-until.js';
import {parts, shown} from './page.js';
import {focused, live, play, press, type Scene, says} from './scene.js';
import {switchIn, switchStates} from './switch-states.js';

const TAG = 'liveops-clan-switch';

/** Only these can be finished; what waits for an answer moves until it comes. */
const hasEnd = ({effect}: Animation): boolean => effect?.getComputedTiming().endTime !== Infinity;

describe('<liveops-clan-switch> for everybody', () => {
  before(() => emulateMedia({reducedMotion: 'reduce'}));
  after(() => emulateMedia({reducedMotion: 'no-preference'}));

  for (const theme of ['light', 'dark'])
    for (const state of switchStates)
      it(`has nothing that axe objects to, ${theme}, ${state}`, async () => {
        const {element} = await switchIn(state, {theme});
        // In a browser that can't be told to hold still, what fades in would have too little contrast on its way.
        for (const animation of element.shadowRoot!.getAnimations().filter(hasEnd)) animation.finish();

        expect(await audit(element)).to.deep.equal([]);
      });

  itFollowsSystem('moves nothing where the system asks for less motion', async () => {
    const {element} = await play(TAG, 'poor-new-clan');

    void element.switchClan();
    // As soon as it is there: half a second later every movement would be over.
    await shown(element, 'acknowledge');

    expect(element.shadowRoot!.getAnimations().length).to.equal(0);
  });
});

describe('The receipt of <liveops-clan-switch>', () => {
  it('comes with a movement where the system has nothing against it', async () => {
    const {element} = await play(TAG, 'poor-new-clan');

    void element.switchClan();
    await shown(element, 'acknowledge');

    expect(element.shadowRoot!.getAnimations().length).to.be.greaterThan(0);
  });
});

describe('The focus in <liveops-clan-switch>', () => {
  const isOnTitle = ({element}: Scene<typeof TAG>): boolean =>
    focused(element) !== null && focused(element) === parts(element, 'title')[0];
  /** Waits until the focus is on the title; if it never gets there, says where it is. */
  async function movesToTitle(scene: Scene<typeof TAG>): Promise<void> {
    await waitUntil(() => isOnTitle(scene), 'the focus', 1_000).catch(() => undefined);
    const {part = '', tagName} = focused(scene.element) ?? document.activeElement ?? {};
    expect(String(part) || tagName).to.equal('title');
  }

  it('moves to the title when the preview comes', async () => {
    const scene = await play(TAG, 'poor-new-clan');

    await press(scene.element, 'preview');
    await says(scene.element, 'Rewards you’ll claim:');

    await movesToTitle(scene);
  });

  it('moves to the title when the player goes back', async () => {
    const scene = await play(TAG, 'poor-new-clan');
    await press(scene.element, 'preview');
    await says(scene.element, 'Rewards you’ll claim:');

    await press(scene.element, 'cancel');

    await movesToTitle(scene);
  });

  it('moves to the title when the player confirms, and stays there when the receipt comes', async () => {
    const scene = await play(TAG, 'poor-new-clan');
    await press(scene.element, 'preview');

    await press(scene.element, 'confirm');
    await movesToTitle(scene);
    await shown(scene.element, 'acknowledge');

    expect(isOnTitle(scene)).to.equal(true);
  });

  it('moves to the title when the receipt is acknowledged', async () => {
    const scene = await play(TAG, 'poor-new-clan');
    await scene.element.switchClan();

    await press(scene.element, 'acknowledge');
    await says(scene.element, 'Did you change your clan?');

    await movesToTitle(scene);
  });

  it('moves to the title when the player tries again', async () => {
    const scene = await play(TAG, 'server-error');
    await press(scene.element, 'preview');
    await shown(scene.element, 'retry');

    await press(scene.element, 'retry');
    await shown(scene.element, 'error');

    await movesToTitle(scene);
  });

  it('is left where it is when the page switches', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();

    await element.switchClan();
    await shown(element, 'acknowledge');

    expect(document.activeElement === button).to.equal(true);
    button.remove();
  });

  it('passes the title by when the player tabs', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    await press(element, 'preview');
    await live(element, 'confirm');
    const before = document.createElement('button');
    session.before(before);
    before.focus();

    for (const part of ['confirm', 'cancel']) {
      await sendKeys({press: 'Tab'});
      expect(focused(element) === parts(element, part)[0], part).to.equal(true);
    }
    before.remove();
  });

  it('lets Space and Enter do what a press does', async () => {
    const {element} = await play(TAG, 'poor-new-clan');

    parts(element, 'preview')[0]!.focus();
    await sendKeys({press: ' '});
    (await live(element, 'confirm')).focus();
    await sendKeys({press: 'Enter'});
    (await live(element, 'acknowledge')).focus();
    await sendKeys({press: ' '});

    await says(element, 'Did you change your clan?');
  });
});
