import '../../../components/clan-contributors/define.js';

import {expect} from 'chai';
import {ContributeEvent} from '../../../components/shared/contribute-event.js';
import {later as deferred} from '../../support/deferred.js';
import {waitUntil} from '../../support/wait-until.js';
import {climb, itemsIn, offerOf, pressOn} from './item-states.js';
import {element as create, parts, shown, texts} from './page.js';
import {focused, play, press, said, says, type Wishes} from './scene.js';

const TAG = 'liveops-offers';
const wanted = (element: Element): string[] =>
  parts(element, 'wanted').map(offer => offer.querySelector('[part~=name]')!.textContent.trim());

describe('The climb of <liveops-offers>', () => {
  it('brings the cheapest items forward that give the points, says why, and gives the focus to the first', async () => {
    const element = await itemsIn('climb closes');

    expect(wanted(element)).to.deep.equal(['Daily spark', 'Ember pouch', 'Wolf shield']);
    expect(texts(element, 'name').slice(0, 4)).to.deep.equal([...wanted(element), 'Night lantern']);
    expect(texts(element, 'reason')).to.deep.equal(['These three lift you to rank 1.']);
    expect(parts(element, 'reason')[0]!.closest('[role=status]')).not.to.equal(null);
    expect(focused(element)!.ariaLabel).to.equal('Get it for free: Daily spark');
  });

  for (const [pointsNeeded, more, words] of [
    [200, {}, 'This gives the 200 points you need.'],
    [50, {rank: 3}, 'This lifts you to rank 3.'],
    [150, {step: 'Level 2'}, 'These two reach Level 2.'],
    [300, {}, 'These two give the 300 points you need.'],
  ] as const)
    it(`says of ${pointsNeeded} points: ${words}`, async () => {
      const element = await itemsIn('default');

      climb(element, pointsNeeded, more);

      await says(element, words);
    });

  it('says that no items are enough, and brings those forward that give most', async () => {
    const element = await itemsIn('climb falls short');

    expect(texts(element, 'reason')[0]).to.equal('No offers here give 158 points together. These give most: 60.');
    expect(wanted(element)).to.have.length(3);
  });

  it('says where nothing gives points, and leads to these words', async () => {
    const element = await itemsIn('climb without points');

    expect(wanted(element)).to.deep.equal([]);
    expect(texts(element, 'reason')).to.deep.equal(['No offer here gives points for this right now.']);
    expect(focused(element)).to.equal(parts(element, 'title')[0]);
  });

  it('scrolls to the reason and the first item, wherever they are on the page', async () => {
    const {element, session} = await play(TAG, 'default');
    Object.assign(session.style, {display: 'block', paddingBlock: '3000px'});
    await shown(element, 'offer');
    scrollTo(0, 0);

    climb(element, 158);
    await says(element, 'These three lift you to rank 1.');
    await waitUntil(() => focused(element), 'the focus');

    for (const part of [parts(element, 'reason')[0]!, focused(element)!]) {
      const {top, bottom} = part.getBoundingClientRect();
      expect([top >= 0, bottom <= innerHeight], part.textContent).to.deep.equal([true, true]);
    }
  });

  it('answers a real board of its session, in another shadow root', async () => {
    const {element, session} = await play(TAG, 'default');
    const around = document.createElement('div');
    session.append(around);
    around.attachShadow({mode: 'open'}).append(element);
    await shown(element, 'offer');
    const host = document.createElement('div');
    const board = create('liveops-clan-contributors', {'reward-chain-id': '101'});
    host.attachShadow({mode: 'open'}).append(board);
    session.append(host);

    await press(board, 'climb');

    await says(element, 'These three lift you to rank 1.');
  });

  it('is led to by `climb-href` from a page without offers, and only from there', async () => {
    const {element, session} = await play(TAG, 'default');
    const board = create('liveops-clan-contributors', {'reward-chain-id': '101', 'climb-href': '#shop'});
    session.append(board);
    await shown(element, 'offer');

    await press(board, 'climb');
    await says(element, 'These three lift you to rank 1.');
    expect(location.hash).to.equal('');

    element.remove();
    await press(board, 'climb');
    await waitUntil(() => location.hash === '#shop', 'the page of the shop');
    location.hash = '';
    board.setAttribute('climb-href', 'javascript:document.title="hacked"');
    await board.updateComplete;
    await press(board, 'climb');
    board.setAttribute('climb-href', '#again');
    await board.updateComplete;
    await press(board, 'climb');
    await waitUntil(() => location.hash === '#again', 'the next page');
    expect(document.title).not.to.equal('hacked');
    location.hash = '';
  });

  it('answers for its own session only', async () => {
    const first = await play(TAG, 'default');
    const other = await play(TAG, 'default');
    await Promise.all([first.element, other.element].map(one => shown(one, 'offer')));

    climb(first.element, 158);
    await says(first.element, 'These three');

    expect(said(other.element)).not.to.contain('These three');
  });

  it('answers an event that the page makes, for the session that it comes from', async () => {
    const first = await play(TAG, 'default');
    const other = await play(TAG, 'default');
    await Promise.all([first.element, other.element].map(one => shown(one, 'offer')));
    const event = new Event('liveops-contribute', {bubbles: true, composed: true});

    other.element.dispatchEvent(Object.assign(event, {pointsNeeded: 158, goal: 'rank', rank: 1}));

    await says(other.element, 'These three lift you to rank 1.');
    expect(said(first.element)).not.to.contain('These three');
  });

  it('ignores a number of points that is none', async () => {
    const element = await itemsIn('default');

    for (const pointsNeeded of [0, -1, NaN]) climb(element, pointsNeeded);
    climb(element, 200, {});

    await says(element, 'This gives the 200 points you need.');
  });

  it('is not limited by how many items are shown, and not answered by suggestions', async () => {
    const limited = await itemsIn('default', {limit: '1'});
    climb(limited, 200, {});
    await waitUntil(() => wanted(limited)[0] === 'Night lantern', 'the lantern');

    const upsell = await itemsIn('upsell');
    climb(upsell, 158);
    await upsell.updateComplete;
    expect(said(upsell)).not.to.contain('lift');
  });

  it('needs less once one of the items is bought, and is over with the last', async () => {
    const element = await itemsIn('climb closes');

    await pressOn(element, 'Daily spark');
    await says(element, 'You received: Daily spark');
    await says(element, 'These two lift you to rank 1.');
    expect(wanted(element)).to.deep.equal(['Ember pouch', 'Wolf shield']);

    const single = await itemsIn('default');
    climb(single, 10, {});
    await says(single, 'This gives the 10 points you need.');
    await pressOn(single, 'Daily spark');
    await waitUntil(() => wanted(single).length === 0, 'the end of the climb');
  });

  it('leaves the focus on the item that was bought, also where the item goes back to its place', async () => {
    const {element, session} = await play(TAG, 'order-done');
    await shown(element, 'offer');
    climb(element, 100, {});
    await says(element, 'This gives the 100 points you need.');
    expect(texts(element, 'name').slice(0, 2)).to.deep.equal(['Wolf shield', 'Ember pouch']);
    await pressOn(element, 'Wolf shield');
    await says(element, 'Waiting for your payment.');

    const {orders} = session.session!;
    await orders.check(orders.$orders.get()[0]!.id);
    await waitUntil(() => texts(element, 'name')[0] === 'Ember pouch', 'the server’s order');
    await element.updateComplete;

    expect(focused(element)?.ariaLabel).to.equal('€1.59, buy Wolf shield');
  });

  it('is forgotten with the player', async () => {
    const {element, session} = await play(TAG, 'default');
    await shown(element, 'offer');
    climb(element, 158);
    await says(element, 'These three');

    session.playerName = 'Ada';
    await session.updateComplete;
    await shown(element, 'offer');

    expect(wanted(element)).to.deep.equal([]);
  });

  it('listens only while the element is in the page', async () => {
    const element = await itemsIn('default');
    const {parentElement: session} = element;
    element.remove();
    document.body.dispatchEvent(
      new ContributeEvent({chainId: 101, pointsNeeded: 158, valuePointSku: undefined, goal: 'rank'}),
    );
    session!.append(element);
    await shown(element, 'offer');

    expect(wanted(element)).to.deep.equal([]);
    climb(element, 158);
    await says(element, 'These three lift');
    expect(offerOf(element, 'Daily spark').part.contains('wanted')).to.equal(true);
  });
});

describe('Several <liveops-offers> on a page', () => {
  const LIGHTS = 'night_lantern';
  const SMALL = 'daily_spark ember_pouch wolf_shield';

  async function both(first: string, second: string, change?: Wishes['change']) {
    const scene = await play(TAG, 'default', {attributes: {skus: first}, ...(change && {change})});
    const other = create(TAG, {skus: second});
    scene.session.append(other);
    await other.updateComplete;
    return {...scene, other};
  }

  const answers = (...elements: readonly Element[]): string[] => elements.flatMap(one => texts(one, 'reason'));

  for (const [first, second] of [
    [LIGHTS, SMALL],
    [SMALL, LIGHTS],
  ] as const)
    it(`answer with the list that closes the gap cheapest: ${first} and ${second}`, async () => {
      const {element, other} = await both(first, second);
      await Promise.all([element, other].map(one => shown(one, 'offer')));
      const [cheap, dear] = first === SMALL ? [element, other] : [other, element];

      climb(element, 158);

      await says(cheap, 'These three lift you to rank 1.');
      expect(answers(dear)).to.deep.equal(['']);
      expect(wanted(dear)).to.deep.equal([]);
      expect(document.activeElement).to.equal(cheap);
    });

  it('have one of them state what is missing, where none closes the gap', async () => {
    const {element, other} = await both('daily_spark', 'ember_pouch wolf_shield');
    await Promise.all([element, other].map(one => shown(one, 'offer')));

    climb(element, 158);

    await says(other, 'These give most: 150.');
    expect(answers(element)).to.deep.equal(['']);
  });

  it('wait for each other’s items, and for none that has left', async () => {
    const later = deferred<void>();
    const change: Wishes['change'] = async (call, answer) => {
      if (/wolf_shield|ember_pouch/.test(call)) await later.promise;
      return answer();
    };
    const {element, other} = await both(LIGHTS, SMALL, change);
    await shown(element, 'offer');
    climb(element, 158);
    await element.updateComplete;
    expect(answers(element)).to.deep.equal(['']);

    later.resolve();
    await says(other, 'These three lift you to rank 1.');
    expect(answers(element)).to.deep.equal(['']);

    other.skus = 'mega_elixir';
    climb(element, 158);
    other.remove();
    await says(element, 'This lifts you to rank 1.');
  });

  it('do not wait for one whose items cannot be read', async () => {
    const {element, other} = await both(LIGHTS, 'wolf_banner', (call, answer) =>
      call.includes('wolf_banner') ? new Response('{}', {status: 403}) : answer(),
    );
    await Promise.all([shown(element, 'offer'), shown(other, 'error')]);

    climb(other, 158);

    await says(element, 'This lifts you to rank 1.');
  });

  it('take back an answer once another one gives the next', async () => {
    const {element, other} = await both(LIGHTS, 'ember_pouch');
    await Promise.all([element, other].map(one => shown(one, 'offer')));
    climb(element, 158);
    await says(element, 'This lifts you to rank 1.');

    climb(element, 50);

    await says(other, 'This lifts you to rank 1.');
    expect(answers(element)).to.deep.equal(['']);
  });
});
