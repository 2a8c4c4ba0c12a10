import {expect} from 'chai';
import {parts, shown} from './page.js';
import {play} from './scene.js';

/** Each element, and the part that shows it is there. */
const PARTS = {
  'liveops-reward-chain': 'step',
  'liveops-daily-rewards': 'day',
  'liveops-offer-chain': 'step',
  'liveops-offers': 'offer',
  'liveops-redeem-code': 'field',
  'liveops-clan-switch': 'status',
} as const;

/** Counts the listeners on what outlives every element, until it is stopped. */
function countListeners() {
  let count = 0;
  const restore = [window, document].map(target => {
    const {addEventListener, removeEventListener} = target;
    target.addEventListener = (...given: Parameters<typeof addEventListener>) =>
      void (count++, addEventListener.apply(target, given));
    target.removeEventListener = (...given: Parameters<typeof removeEventListener>) =>
      void (count--, removeEventListener.apply(target, given));
    return () => Object.assign(target, {addEventListener, removeEventListener});
  });
  return {now: () => count, stop: () => restore.forEach(put => put())};
}

describe('The page', () => {
  for (const [tag, part] of Object.entries(PARTS) as readonly [keyof typeof PARTS, string][])
    it(`has as many listeners for twenty <${tag}> as for one`, async () => {
      const listeners = countListeners();
      try {
        const {element, session} = await play(tag, 'default');
        await shown(element, part);
        const forOne = listeners.now();

        const more = Array.from({length: 19}, () => document.createElement(tag));
        session.append(...more);
        for (const one of more) await shown(one, part);

        expect(forOne).to.be.greaterThan(0);
        expect(listeners.now()).to.equal(forOne);
        for (const one of [element, ...more]) one.remove();
        expect(listeners.now()).to.be.lessThan(forOne);
      } finally {
        listeners.stop();
      }
    });

  it('has no listener for a game where a session has none', async () => {
    const types: string[] = [];
    const {addEventListener} = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (...given) {
      if (this instanceof HTMLElement && this.localName === 'liveops-session') types.push(given[0]);
      addEventListener.apply(this, given);
    };
    try {
      const {element} = await play('liveops-reward-chain', 'default');
      await shown(element, 'step');

      expect(parts(element, 'step')).not.to.have.length(0);
      expect(types).to.deep.equal(['liveops-session-request', 'liveops-hint', 'click']);
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
    }
  });
});
