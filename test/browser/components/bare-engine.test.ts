import {expect} from 'chai';
import {chain, chains, rowsOf, step, worth} from '../../support/wire.js';
import {trackOn} from './track.js';
import {listenForFaults} from './faults.js';
import {board as boardPath, FakeApi, LIST} from './fake-api.js';
import {waitUntil} from '../../support/wait-until.js';
import {mount, names, parts, shown, texts} from './page.js';
import {events, play, press} from './scene.js';

/** What test pages such as jsdom, and some webviews, do not have; none of it is needed for a claim. */
const MISSING: readonly (readonly [owner: object, name: string])[] = [
  [globalThis, 'matchMedia'],
  [globalThis, 'ResizeObserver'],
  [globalThis, 'IntersectionObserver'],
  [globalThis, 'MutationObserver'],
  [globalThis, 'requestIdleCallback'],
  [globalThis, 'requestAnimationFrame'],
  [globalThis, 'BroadcastChannel'],
  [globalThis, 'CSS'],
  [Element.prototype, 'animate'],
  [Element.prototype, 'getAnimations'],
  [Element.prototype, 'checkVisibility'],
  [Intl, 'NumberFormat'],
  [Intl, 'RelativeTimeFormat'],
  [Intl, 'getCanonicalLocales'],
  [Intl, 'DateTimeFormat'],
];

describe('In an engine without ornaments', () => {
  let restore: (() => void)[];
  let faults: () => Promise<unknown[]>;

  beforeEach(() => {
    faults = listenForFaults();
    // WebKit lacks one of them by itself.
    const present = MISSING.filter(([owner, name]) => Object.hasOwn(owner, name));
    restore = present.map(([owner, name]) => {
      const was = Object.getOwnPropertyDescriptor(owner, name)!;
      expect(delete (owner as Record<string, unknown>)[name], name).to.equal(true);
      return () => Object.defineProperty(owner, name, was);
    });
  });

  afterEach(async () => {
    restore.forEach(put => put());
    expect(await faults()).to.deep.equal([]);
  });

  it('<liveops-reward-chain> shows its steps, times and points, and claims', async () => {
    // A language of its own, since formatters are kept for each.
    const session = {locale: 'sv-SE'};
    const soon = {interval_type: 'weekly', reset_next_date: Math.round(Date.now() / 1_000) + 3 * 86_400 + 60};
    const fields = {value_point: worth(1_200), recurrent_schedule: soon, steps: [step(1, 100), step(2, 4_000)]};
    const {api, element} = trackOn(fields, {session});
    await shown(element, 'step');
    const claimed = events(element, 'liveops-step-claimed');
    api.on('/api/v2/project/44056/user/reward_chain/101/step/1/claim', () => new Response(null, {status: 204}));
    api.on(LIST, chains(chain({...fields, steps: [step(1, 100, {is_claimed: true}), step(2, 4_000)]})));

    await press(element, 'claim');
    await shown(element, 'step-claimed');

    expect(claimed).to.have.length(1);
    expect(texts(element, 'threshold')).to.deep.equal(['100', '4000']);
    expect(texts(element, 'countdown')).to.deep.equal(['Resets in 3 days']);
  });

  it('<liveops-clan-contributors> shows its rows, and says that they changed places', async () => {
    const api = new FakeApi().on(boardPath(101), rowsOf({ann: 9, ben: 8}));
    const {session, board} = mount(api, {session: {locale: 'da-DK'}});
    await names(board);
    const told = events(board, 'liveops-contributors-changed');
    const at = performance.now() + 1_000;
    const {now} = performance;
    performance.now = () => at;

    api.on(boardPath(101), rowsOf({ben: 1_000, ann: 9}));
    session.session!.refresh();
    await names(board, ['ben', 'ann']);
    performance.now = now;

    expect(told.map(({rows}) => rows[0]!.name)).to.deep.equal(['ben']);
    expect(texts(board, 'amount')).to.deep.equal(['1000', '9']);
  });

  it('<liveops-clan-switch> switches, and shows and acknowledges what was granted', async () => {
    const {element} = await play('liveops-clan-switch', 'poor-new-clan');
    const received = events(element, 'liveops-rewards-received');
    const acknowledged = events(element, 'liveops-rewards-acknowledged');

    await press(element, 'preview');
    await press(element, 'confirm');
    await press(element, 'acknowledge');

    expect(received.map(({receipt}) => receipt.rewards.length)).to.deep.equal([2]);
    await waitUntil(() => acknowledged.length, 'the acknowledgement');
    expect(parts(element, 'reward')).to.have.length(0);
  });

  it('<liveops-daily-rewards> shows its days, and when the next one opens', async () => {
    const {element} = await play('liveops-daily-rewards', 'default', {session: {locale: 'nb-NO'}});
    await shown(element, 'day');

    expect(texts(element, 'day-number').slice(0, 2)).to.deep.equal(['Day 1', 'Day 2']);
    expect(texts(element, 'next')[0]).to.match(/^Next reward in \d+ hours: (today|tomorrow), \d\d:\d\d$/);
  });

  it('<liveops-offer-chain> shows what its steps cost, and buys one', async () => {
    const {element} = await play('liveops-offer-chain', 'default', {session: {locale: 'nb-NO'}});
    await shown(element, 'buy');

    expect(texts(element, 'price')).to.deep.equal(['EUR 0.99', 'Free', 'EUR 4.99', 'Free']);
    await press(element, 'buy');
    await waitUntil(() => parts(element, 'pay').length, 'the order');
  });
});
