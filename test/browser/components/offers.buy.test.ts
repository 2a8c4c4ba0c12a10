import {expect} from 'chai';
import {memoryStorage} from '../../../src/scenarios/memory-storage.js';
import {waitUntil} from '../../support/wait-until.js';
import {offerOf, pressOn} from './item-states.js';
import {element as create, parts, shown, texts} from './page.js';
import {events, factsOf, focused, play, press, said, says} from './scene.js';

const TAG = 'liveops-offers';

const posts = (calls: readonly string[]): string[] => calls.filter(call => call.startsWith('POST'));
const statusOf = (element: Element, name: string): string =>
  offerOf(element, name).querySelector('[part=status]')!.textContent.trim();

describe('Buying in <liveops-offers>', () => {
  it('orders an item that costs money once, and says that it waits for the payment', async () => {
    const {element, calls} = await play(TAG, 'default');
    const heard = events(element, 'liveops-order');
    const changed = events(element, 'liveops-order-changed');
    await shown(element, 'offer');

    await pressOn(element, 'Ember pouch');
    await says(element, 'Waiting for your payment.');

    expect(factsOf(heard[0]!)).to.deep.equal({
      ...{type: 'liveops-order', bubbles: true, composed: true, cancelable: true},
      ...{sku: 'ember_pouch', price: {amount: '0.99', currency: 'EUR'}, orderId: undefined},
    });
    expect(posts(calls)).to.have.length(1);
    await waitUntil(() => changed.length, 'an event');
    expect(changed[0]!.order.target).to.deep.equal({sku: 'ember_pouch'});
    expect(offerOf(element, 'Ember pouch').querySelector<HTMLButtonElement>('[part=buy]')!.disabled).to.equal(true);
    expect(offerOf(element, 'Wolf shield').querySelector<HTMLButtonElement>('[part=buy]')!.disabled).to.equal(false);
  });

  it('lets the page do it in another way', async () => {
    const {element, calls} = await play(TAG, 'default');
    await shown(element, 'offer');
    element.addEventListener('liveops-order', event => event.preventDefault());

    await pressOn(element, 'Ember pouch');
    await pressOn(element, 'Daily spark');
    await element.updateComplete;

    expect(posts(calls)).to.deep.equal([]);
  });

  for (const [scenario, words] of [
    ['order-paid', 'Payment received, your item is on its way.'],
    ['order-done', 'Payment received. You have your item.'],
    ['order-declined', 'Your last payment was canceled.'],
    ['order-expired', 'The payment page has expired.'],
  ] as const)
    it(`says what became of the payment: ${scenario}`, async () => {
      const {element} = await play(TAG, scenario);
      await shown(element, 'offer');

      await pressOn(element, 'Ember pouch');
      await press(element, 'check');

      await says(element, words);
    });

  it('asks for the list again once the order is done, so that limits are the server’s', async () => {
    const {element} = await play(TAG, 'order-done');
    await shown(element, 'offer');

    await pressOn(element, 'Ember pouch');
    await press(element, 'check');

    await says(element, '1 of 3 left for you');
  });

  it('says that nothing has arrived yet, and opens the payment page again', async () => {
    const {element, calls} = await play(TAG, 'default');
    await shown(element, 'offer');
    await pressOn(element, 'Ember pouch');
    await press(element, 'check');
    await says(element, 'No payment has arrived yet.');

    await press(element, 'pay');
    await shown(element, 'pay');

    expect(posts(calls)).to.have.length(1);
  });

  it('has a free item ordered at once, says so, and shows the limit of the server', async () => {
    const {element, calls} = await play(TAG, 'default');
    await shown(element, 'offer');

    await pressOn(element, 'Daily spark');

    await says(element, 'You received: Daily spark');
    expect(posts(calls)).to.deep.equal(['POST /api/v2/project/44056/free/item/daily_spark']);
    expect(offerOf(element, 'Daily spark').querySelector('[part=limit]')!.textContent).to.match(/bought all you can/);
  });

  it('spends virtual currency only after a question with the price and what the player has, and once', async () => {
    const {element, calls} = await play(TAG, 'default');
    await shown(element, 'offer');

    await pressOn(element, 'Mega elixir');
    await says(element, 'Buy Mega elixir for 100 Gems? You have 340 Gems.');
    expect(posts(calls)).to.deep.equal([]);
    await press(element, 'confirm');

    await says(element, 'You received: Mega elixir');
    expect(posts(calls)).to.deep.equal([
      'POST /api/v2/project/44056/payment/item/mega_elixir/virtual/com.xsolla.gem_1',
    ]);
    await pressOn(element, 'Mega elixir');
    await says(element, 'You have 240 Gems.');
  });

  it('spends nothing when the player says no, and asks of one item at a time', async () => {
    const {element, calls} = await play(TAG, 'default');
    await shown(element, 'offer');
    await pressOn(element, 'Mega elixir');
    await pressOn(element, 'Wolf banner', 'buy-virtual');
    await says(element, 'Buy Wolf banner for 250 Gems?');
    expect(said(element)).not.to.contain('Buy Mega elixir');

    await press(element, 'cancel');
    await element.updateComplete;

    expect(said(element)).not.to.contain('Gems?');
    expect(posts(calls)).to.deep.equal([]);
  });

  it('asks without a balance where the project keeps none with the vendor', async () => {
    const {element} = await play(TAG, 'default', {
      change: (call, answer) =>
        call.includes('virtual_currency_balance')
          ? Response.json({statusCode: 404, errorCode: 4001}, {status: 404})
          : answer(),
    });
    await shown(element, 'offer');

    await pressOn(element, 'Mega elixir');
    await says(element, 'Buy Mega elixir for 100 Gems?');

    expect(statusOf(element, 'Mega elixir')).to.equal('Buy Mega elixir for 100 Gems?');
  });

  it('says that the player has too little of a currency', async () => {
    const {element} = await play(TAG, 'gems-short');
    await shown(element, 'offer');
    await pressOn(element, 'Mega elixir');
    await press(element, 'confirm');

    await says(element, 'Nothing was bought. You don’t have enough Gems.');
  });

  it('says what is not known after a lost answer, and sends nothing again', async () => {
    const {element, calls} = await play(TAG, 'item-lost');
    await shown(element, 'offer');

    await pressOn(element, 'Daily spark');
    await says(element, 'We couldn’t find out whether you have this. Check your inventory before you try again.');
    await pressOn(element, 'Mega elixir');
    await press(element, 'confirm');
    await says(element, 'We couldn’t find out whether this was bought. Check your inventory and your Gems before');

    expect(posts(calls)).to.have.length(2);
  });

  it('says it after a reload and in another tab, too, until the player knows or orders the same again', async () => {
    const session = {storage: memoryStorage(), userKey: `player-${Math.random()}`};
    const first = await play(TAG, 'item-lost', {session});
    await shown(first.element, 'offer');
    await pressOn(first.element, 'Daily spark');
    await says(first.element, 'We couldn’t find out whether you have this.');
    const tab = await play(TAG, 'default', {session});
    await shown(tab.element, 'offer');
    await pressOn(first.element, 'Mega elixir');
    await press(first.element, 'confirm');
    await says(tab.element, 'We couldn’t find out whether this was bought. Check your inventory and your Gems before');
    first.session.remove();

    const {element, calls} = await play(TAG, 'default', {session});
    await says(element, 'We couldn’t find out whether you have this. Check your inventory before you try again.');
    expect(statusOf(element, 'Mega elixir')).to.match(/^We couldn’t find out whether this was bought\./);
    expect(posts(calls)).to.deep.equal([]);

    await pressOn(element, 'Mega elixir', 'acknowledge');
    await waitUntil(() => !statusOf(element, 'Mega elixir'), 'nothing more to say');
    await pressOn(element, 'Daily spark');
    await says(element, 'You received: Daily spark');
    await waitUntil(() => !parts(tab.element, 'acknowledge').length, 'the other tab');
  });

  it('lets the player take note of a lost answer in the page that has just said it', async () => {
    const {element} = await play(TAG, 'item-lost');
    await shown(element, 'offer');
    await pressOn(element, 'Daily spark');
    await says(element, 'We couldn’t find out');

    await press(element, 'acknowledge');

    await waitUntil(() => !statusOf(element, 'Daily spark'), 'nothing more to say');
    expect(focused(element)).to.equal(parts(element, 'title')[0]);
  });

  for (const [scenario, words] of [
    ['item-limit', 'Nothing was ordered. You have reached the limit for this, or for a gift that comes with it.'],
    ['item-vanished', 'This offer is no longer available for you.'],
  ] as const)
    it(`says why the server refuses an order, and asks for the list again: ${scenario}`, async () => {
      const {element, calls} = await play(TAG, scenario);
      await shown(element, 'offer');
      const reads = (): number => calls.filter(call => call.endsWith('/items')).length;
      const before = reads();

      await pressOn(element, 'Night lantern');

      await says(element, words);
      await waitUntil(() => reads() > before, 'another list');
      expect(statusOf(element, 'Night lantern')).to.equal(words);
    });

  for (const [way, name, words] of [
    ['money', 'Ember pouch', 'Waiting for your payment.'],
    ['nothing', 'Daily spark', 'You received: Daily spark'],
    ['gems', 'Mega elixir', 'You received: Mega elixir'],
  ] as const)
    it(`leaves the page where the player has scrolled to, for ${way}`, async () => {
      const {element, session} = await play(TAG, 'default');
      await shown(element, 'offer');
      // So that the heading is off the screen at the item.
      Object.assign(session.style, {display: 'block', paddingBlock: '3000px'});
      Object.assign(parts(element, 'list')[0]!.style, {paddingBlockStart: '3000px'});
      offerOf(element, name).scrollIntoView({block: 'center'});
      const top = scrollY;
      expect(top).to.be.greaterThan(3000);

      await pressOn(element, name);
      if (way === 'gems') await press(element, 'confirm');
      await says(element, words);

      expect(Math.abs(scrollY - top)).to.be.lessThan(innerHeight / 2);
    });

  it('orders anyway, where the order cannot be saved, only if the player wants that', async () => {
    const {element, calls} = await play(TAG, 'order-unkept');
    await shown(element, 'offer');
    await pressOn(element, 'Ember pouch');
    await says(element, 'so nothing was ordered');
    expect(posts(calls)).to.deep.equal([]);

    await press(element, 'anyway');

    await says(element, 'Waiting for your payment.');
    expect(posts(calls)).to.have.length(1);
  });
});

describe('Suggestions of <liveops-offers>', () => {
  it('come one at a time, and can be hidden for the session, in every element', async () => {
    const {element, session} = await play(TAG, 'default', {attributes: {source: 'upsell'}});
    const other = create(TAG, {source: 'upsell'});
    session.append(other);
    await Promise.all([shown(element, 'offer'), shown(other, 'offer')]);
    expect(texts(element, 'name')).to.deep.equal(['Purse of gems']);

    await press(element, 'dismiss');
    await waitUntil(() => !parts(element, 'offer').length, 'no suggestion');

    other.requestUpdate();
    await other.updateComplete;
    expect(parts(other, 'offer')).to.deep.equal([]);
  });

  it('wait with `after-order` for an order that is done, without room until then, and never while one is to be paid', async () => {
    let status = 'new';
    const {element, session} = await play(TAG, 'default', {
      async change(call, answer) {
        const response = await answer();
        if (!/GET .*\/order\/\d+$/.test(call)) return response;
        return Response.json({...(await response.json()), status});
      },
    });
    const upsell = create(TAG, {source: 'upsell', 'after-order': ''});
    session.append(upsell);
    await shown(element, 'offer');
    await upsell.updateComplete;
    expect(upsell.getBoundingClientRect().height).to.equal(0);

    await pressOn(element, 'Ember pouch');
    await press(element, 'check');
    await says(element, 'No payment has arrived yet');
    expect(said(upsell)).to.equal('');

    status = 'done';
    await press(element, 'check');
    await shown(upsell, 'offer');

    expect(texts(upsell, 'title')).to.deep.equal(['You may like this, too']);
    expect(upsell.getBoundingClientRect().height).to.be.greaterThan(100);
  });
});
