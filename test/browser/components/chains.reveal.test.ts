import {expect} from 'chai';
import {emulateMedia, itFollowsSystem} from '../../support/media.js';
import {waitUntil} from '../../support/wait-until.js';
import {parts, shown} from './page.js';
import {play, press, reveals, type Wishes} from './scene.js';

type Chain = HTMLElementTagNameMap['liveops-reward-chain' | 'liveops-offer-chain'];

/** What a player can get, how, and the part of a step that is done. */
const WAYS = [
  {
    what: 'a step that was claimed',
    tag: 'liveops-reward-chain',
    scenario: 'default',
    buttons: ['claim'],
    done: 'step-claimed',
  },
  {
    what: 'a free step that was claimed',
    tag: 'liveops-offer-chain',
    scenario: 'offer-free',
    buttons: ['claim'],
    done: 'step-done',
  },
  {
    what: 'a step that was paid',
    tag: 'liveops-offer-chain',
    scenario: 'order-done',
    buttons: ['buy', 'check'],
    done: 'step-done',
  },
] as const;

const stepOf = ({effect}: Animation): Element | null => (effect as KeyframeEffect).target!.closest('[part~=step]');

for (const {what, tag, scenario, buttons, done} of WAYS)
  describe(`The rewards of ${what} in <${tag}>`, () => {
    const doneIn = (element: Element): Element[] => parts(element, done);

    beforeEach(() => emulateMedia({reducedMotion: 'no-preference'}));

    async function ready(wishes: Wishes = {}): Promise<Chain> {
      const openCheckout = (): void => undefined;
      const {element} = await play(tag, scenario, {...wishes, session: {openCheckout, ...wishes.session}});
      await shown(element, buttons[0]);
      return element;
    }

    /** Gets the step, up to the rendering that shows it. */
    async function get(element: Chain): Promise<void> {
      const before = doneIn(element).length;
      for (const button of buttons) await press(element, button);
      await waitUntil(() => doneIn(element).length > before, 'the step that is done');
    }

    it('appear within 400 ms, and those of steps that were done before do not', async () => {
      const element = await ready();
      const before = doneIn(element);
      expect(before.length).to.be.greaterThan(0);
      expect(reveals(element)).to.deep.equal([]);

      await get(element);

      const step = doneIn(element).find(one => !before.includes(one))!;
      const shownNow = reveals(element);
      expect(shownNow.length).to.equal(step.querySelectorAll('[part~=reward]').length);
      for (const one of shownNow) {
        expect(stepOf(one) === step).to.equal(true);
        expect(Number(one.effect!.getComputedTiming().endTime)).to.be.at.most(400);
      }
    });

    it('are all there at once after a key', async () => {
      const element = await ready();
      let started = false;
      element.shadowRoot!.addEventListener('animationstart', event => {
        started ||= (event as AnimationEvent).animationName === 'reveal';
      });
      await get(element);
      await waitUntil(() => started, 'the first one');

      element.dispatchEvent(new Event('keydown', {bubbles: true}));

      expect(reveals(element)).to.deep.equal([]);
    });

    it('appear once, whatever is rendered later', async () => {
      const element = await ready();
      await get(element);
      for (const one of reveals(element)) one.finish();

      element.requestUpdate();
      await element.updateComplete;

      expect(reveals(element)).to.deep.equal([]);
    });

    it('do not move where the page wants less motion', async () => {
      const element = await ready({session: {reduceMotion: true}});

      await get(element);

      expect(reveals(element)).to.deep.equal([]);
    });

    itFollowsSystem('do not move where the system asks for less motion', async () => {
      await emulateMedia({reducedMotion: 'reduce'});
      const element = await ready();

      await get(element);
      const moving = reveals(element);
      await emulateMedia({reducedMotion: 'no-preference'});

      expect(moving).to.deep.equal([]);
    });
  });

describe('The rewards of a chain', () => {
  it('of another player do not appear as if they were just claimed', async () => {
    let claimed = false;
    const {element, session} = await play('liveops-reward-chain', 'default', {
      async change(_call, answer) {
        const text = await (await answer()).text();
        const all = claimed ? text.replaceAll('"is_claimed":false', '"is_claimed":true') : text;
        return new Response(all, {headers: {'content-type': 'application/json'}});
      },
    });
    await shown(element, 'claim');
    claimed = true;

    session.session!.signOut();
    await shown(element, 'error');
    session.session!.refresh();
    await waitUntil(() => parts(element, 'step-claimed').length > 1, 'the other player');

    expect(reveals(element)).to.deep.equal([]);
  });
});
