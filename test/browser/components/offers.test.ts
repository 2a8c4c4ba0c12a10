import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {itemsIn, offerOf, pressOn} from './item-states.js';
import {parts, shown, texts} from './page.js';
import {events, factsOf, play, said, says} from './scene.js';

const TAG = 'liveops-offers';

const textOf = (offer: Element, part: string): string | undefined =>
  offer.querySelector(`[part~=${part}]`)?.textContent.replace(/\s+/g, ' ').trim();

describe('<liveops-offers>', () => {
  it('shows the items in the server’s order, with the server’s price in the one button that each has', async () => {
    const element = await itemsIn('default');

    expect(texts(element, 'title')).to.deep.equal(['Offers']);
    expect(texts(element, 'name')).to.deep.equal([
      ...['Ember pouch', 'Wolf shield', 'Night lantern', 'Starter box'],
      ...['Mega elixir', 'Wolf banner', 'Daily spark', 'Purse of gems'],
    ]);
    expect(texts(element, 'buy')).to.deep.equal([
      ...['€0.99', '€1.59', '€3.99', '€5.75', '100 Gems', '€2.99', 'Get it for free', '€4.99'],
    ]);
    expect(texts(element, 'buy-virtual')).to.deep.equal(['250 Gems']);
    expect(parts(element, 'buy')[0]!.ariaLabel).to.equal('€0.99, buy Ember pouch');
    expect(parts(element, 'buy')[6]!.ariaLabel).to.equal('Get it for free: Daily spark');
  });

  it('shows the server’s price without discounts and each discount as the server states it', async () => {
    const box = offerOf(await itemsIn('default'), 'Starter box');

    expect(box.querySelector('s')!.textContent).to.equal('€7.99');
    expect(textOf(box, 'old-price')).to.contain('Before: €7.99');
    expect([...box.querySelectorAll('[part~=discount]')].map(pill => pill.textContent)).to.deep.equal([
      '20% off',
      '10% off',
    ]);
  });

  it('has no old price where the server’s is not higher', async () => {
    expect(offerOf(await itemsIn('default'), 'Ember pouch').querySelector('[part=old-price]')).to.equal(null);
  });

  it('says what comes with an item, which points it gives, how many are left, and what ends when', async () => {
    const element = await itemsIn('default');
    const [pouch, lantern, purse] = ['Ember pouch', 'Night lantern', 'Purse of gems'].map(name =>
      offerOf(element, name),
    ) as [HTMLElement, HTMLElement, HTMLElement];

    expect(textOf(pouch, 'points')).to.equal('+50 Clan points');
    expect(textOf(pouch, 'limit')).to.equal('2 of 3 left for you');
    expect(textOf(pouch, 'ends')).to.equal(undefined);
    expect(textOf(lantern, 'bonus')).to.equal('With a gift: Small potion ×2');
    expect(textOf(lantern, 'ends')).to.match(/^The gift ends in (2 days|4\d hours)$/);
    expect(textOf(purse, 'limit')).to.equal('7 left');
    expect(textOf(purse, 'ends')).to.match(/^Ends in (2|3) days$/);
    expect(textOf(offerOf(element, 'Wolf shield'), 'ends')).to.match(/^This price ends in (4|5) days$/);
  });

  it('shows what is in a bundle once the player opens it', async () => {
    const details = offerOf(await itemsIn('default'), 'Starter box').querySelector('details')!;
    expect(details.open).to.equal(false);
    expect(details.querySelector('summary')!.ariaLabel).to.equal('What’s inside: Starter box');

    details.querySelector('summary')!.click();

    expect(details.open).to.equal(true);
    expect(textOf(details, 'contents')).to.equal('Mega potion ×2, Small potion ×5, Gems ×100');
  });

  it('offers nothing that is used up, sold out or not for sale, and says which', async () => {
    const element = await itemsIn('sold out');

    expect(parts(element, 'buy').every(button => (button as HTMLButtonElement).disabled)).to.equal(true);
    expect(texts(element, 'limit')[0]).to.match(/^You have bought all you can\. More in (3|4) days\.$/);
    expect(texts(element, 'limit')[1]).to.equal('Sold out');
    expect(textOf(offerOf(element, 'Night lantern'), 'status')).to.equal('You can’t buy this right now.');
  });

  it('writes amounts in the player’s language, and sentences in ours', async () => {
    const {element} = await play(TAG, 'default', {session: {locale: 'de'}});
    await shown(element, 'offer');

    expect(texts(element, 'price')[0]!.replace(/\s/, ' ')).to.equal('0,99 €');
    expect(texts(element, 'limit')[0]).to.equal('2 of 3 left for you');
  });

  it('has pictures that load late and without a referrer, and a drawn box where there is none', async () => {
    const image = parts(await itemsIn('default'), 'image')[0] as HTMLImageElement;
    expect([image.loading, image.referrerPolicy, image.alt]).to.deep.equal(['lazy', 'no-referrer', '']);

    const bare = await itemsIn('without pictures');
    expect(parts(bare, 'image')).to.deep.equal([]);
    const art = bare.shadowRoot!.querySelector('.art')!;
    expect(getComputedStyle(art, '::before').borderTopStyle).to.equal('solid');
    expect(art.getBoundingClientRect().width).to.be.greaterThan(30);
  });

  it('keeps the room of a picture before it loads, and draws the box where it does not load', async () => {
    const {element} = await play(TAG, 'broken-images');
    await shown(element, 'offer');
    const art = parts(element, 'offer')[0]!.querySelector('.art')!;
    const {width, height} = art.getBoundingClientRect();
    const image = art.querySelector('img')!;

    image.dispatchEvent(new Event('load'));
    expect(image.getBoundingClientRect()).to.include({width, height});
    image.dispatchEvent(new Event('error'));

    expect(getComputedStyle(image).visibility).to.equal('hidden');
    expect(art.getBoundingClientRect()).to.include({width, height});
    expect(getComputedStyle(art, '::before').borderTopStyle).to.equal('solid');
  });

  it('shows only what has a discount or a gift, of promotions', async () => {
    expect(texts(await itemsIn('promotions'), 'name')).to.deep.equal(['Wolf shield', 'Night lantern', 'Starter box']);
  });

  it('shows a group, single items in their order, and no more than its limit', async () => {
    const {element, calls} = await play(TAG, 'default', {attributes: {skus: 'night_lantern, ember_pouch none'}});
    await shown(element, 'offer');
    expect(texts(element, 'name')).to.deep.equal(['Night lantern', 'Ember pouch']);
    expect(calls.filter(call => call.includes('/items/sku/'))).to.have.length(3);

    element.skus = null;
    element.limit = 2;
    await waitUntil(() => texts(element, 'name')[0] === 'Ember pouch', 'the whole catalog');
    expect(texts(element, 'name')).to.have.length(2);

    element.group = 'none';
    await says(element, 'There is nothing to buy here right now.');
  });

  it('takes settings that cannot be meant for a mistake of the page', async () => {
    const {element} = await play(TAG, 'default', {attributes: {skus: '../..'}});

    await shown(element, 'error');

    expect(parts(element, 'retry')).to.deep.equal([]);
  });

  it('sends its promo code with the list and with the order', async () => {
    const bodies: string[] = [];
    const asked: string[] = [];
    const {element} = await play(TAG, 'default', {
      attributes: {'promo-code': 'WINTER10'},
      async change(call, answer, request) {
        asked.push(new URL(request.url).searchParams.get('promo_code') ?? '');
        if (call.includes('/payment/item/')) bodies.push(await request.clone().text());
        return answer();
      },
    });
    await shown(element, 'offer');

    (parts(element, 'buy')[0] as HTMLButtonElement).click();

    await waitUntil(() => bodies.length, 'the order');
    expect(asked).to.include('WINTER10');
    expect(JSON.parse(bodies[0]!)).to.include({promo_code: 'WINTER10'});
  });

  it('shows what a kept code unlocks, and its payment once the code went with the order', async () => {
    const secret = {sku: 'secret_lantern', name: 'Secret lantern', price: {amount: '0.49', currency: 'EUR'}};
    const {element, session} = await play(TAG, 'default', {
      async change(call, answer, {url}) {
        if (call.includes('/payment/item/')) return Response.json({order_id: 900, token: 'secret-payment'});
        if (!call.endsWith('/items') || !url.includes('promo_code=SECRET')) return answer();
        const page = (await (await answer()).json()) as {items: object[]};
        return Response.json({...page, items: [secret, ...page.items]});
      },
    });
    await shown(element, 'offer');
    expect(texts(element, 'name')).not.to.include('Secret lantern');

    await session.session!.codes.keepPromoCode('SECRET');
    await waitUntil(() => texts(element, 'name').includes('Secret lantern'), 'the unlocked item');
    await pressOn(element, 'Secret lantern');

    await waitUntil(() => offerOf(element, 'Secret lantern').querySelector('[part~=pay]'), 'its payment');
    const isListed = (): boolean => JSON.stringify(session.session!.catalog().value).includes('secret_lantern');
    await waitUntil(() => !isListed(), 'a list without the code');
    await element.updateComplete;
    expect(session.session!.codes.$promoCode.get()).to.equal(undefined);
    expect(offerOf(element, 'Secret lantern').querySelector('[part~=pay]')).not.to.equal(null);
  });

  it('shows strangers what the server shows to everyone, and asks them to sign in', async () => {
    const {element} = await play(TAG, 'default', {
      change: (_call, answer, {headers}) =>
        headers.has('authorization') ? Response.json({statusCode: 401, errorCode: 1501}, {status: 401}) : answer(),
    });

    await shown(element, 'offer');

    expect(texts(element, 'name')).to.have.length(8);
    await says(element, 'Sign in to buy.');
    expect(parts(element, 'buy').every(button => (button as HTMLButtonElement).disabled)).to.equal(true);
  });

  it('notifies the page of the items that it shows, and again only when they change', async () => {
    const {element, session} = await play(TAG, 'default');
    const heard = events(element, 'liveops-offers-changed');
    await shown(element, 'offer');
    await waitUntil(() => heard.length, 'an event');

    element.requestUpdate();
    session.session?.refresh();
    await element.updateComplete;
    element.limit = 1;
    await waitUntil(() => heard.length === 2, 'a second event');

    expect(factsOf(heard[1]!)).to.deep.include({type: 'liveops-offers-changed', bubbles: true, composed: true});
    expect(heard.map(({items}) => items.length)).to.deep.equal([8, 1]);
  });

  it('shows names that are markup as text', async () => {
    const {element} = await play(TAG, 'default', {
      async change(_call, answer) {
        const text = await (await answer()).text();
        const hostile = /Ember pouch|Clan points|Small potion|Gems|Winter sale/g;
        return Response.json(JSON.parse(text.replace(hostile, '<img src=x onerror=alert(1)>')));
      },
    });

    await shown(element, 'offer');

    expect(texts(element, 'name')[0]).to.equal('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot!.querySelector('img[src="x"]')).to.equal(null);
  });

  it('shows 500 items', async () => {
    const {element} = await play(TAG, 'many-items');

    await waitUntil(() => parts(element, 'offer').length === 500, 'all items');

    expect(said(element)).to.contain('Item 500');
  });
});
