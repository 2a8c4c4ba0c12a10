import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {offersIn, statesOf} from './offer-states.js';
import {parts, shown, texts} from './page.js';
import {play, press, said, says} from './scene.js';

const TAG = 'liveops-offer-chain';

describe('<liveops-offer-chain>', () => {
  it('shows the steps of the first chain in their order: done, next, and those to come with what they give', async () => {
    const element = await offersIn('default');

    expect(texts(element, 'title')).to.deep.equal(['Winter ladder']);
    expect(texts(element, 'progress')).to.deep.equal(['1 of 5 done']);
    expect(statesOf(element)).to.deep.equal(['done', 'next', 'locked', 'locked', 'locked']);
    expect(texts(element, 'reward-name')).to.deep.equal(['Gems', 'Small potion', 'Mega potion', 'Super box', 'Gems']);
    expect(texts(element, 'contents')).to.deep.equal(['Contains Mega potion, Small potion ×3, Gems ×50']);
    expect(texts(element, 'points')).to.deep.equal(['+10 Clan points', '+60 Clan points']);
  });

  it('says without colours which step is which, and what each costs', async () => {
    const element = await offersIn('default');

    expect(texts(element, 'step-number')).to.deep.equal(['✓', '2', '3', '4', '5']);
    expect(texts(element, 'done')).to.deep.equal(['Claimed']);
    expect(texts(element, 'lock')).to.deep.equal(['Locked', 'Locked', 'Locked']);
    expect(texts(element, 'price')).to.deep.equal(['€0.99', 'Free', '€4.99', 'Free']);
    expect(parts(element, 'step').map(step => step.getAttribute('aria-current'))).to.deep.equal([
      ...[null, 'step', null, null, null],
    ]);
  });

  it('distinguishes what was bought from what was claimed', async () => {
    expect(texts(await offersIn('free step'), 'done')).to.deep.equal(['Claimed', 'Bought']);
  });

  it('has one button only, with the server’s price in it', async () => {
    const element = await offersIn('default');

    const buttons = [...element.shadowRoot!.querySelectorAll('button')];

    expect(buttons.map(({ariaLabel}) => ariaLabel)).to.deep.equal(['€0.99, buy Small potion ×3']);
    expect(buttons.map(({textContent}) => textContent.trim())).to.deep.equal(['€0.99']);
  });

  it('writes the price in the player’s language, and an amount that is a string like a number', async () => {
    const {element} = await play(TAG, 'default', {
      session: {locale: 'de'},
      async change(_call, answer) {
        return Response.json(JSON.parse((await (await answer()).text()).replace('"amount":0.99', '"amount":"0.990"')));
      },
    });

    await shown(element, 'buy');

    expect(texts(element, 'price')[0]!.replace(/\s/, ' ')).to.equal('0,99 €');
    expect(parts(element, 'price')[0]!.lang).to.equal('de');
  });

  it('keeps each sentence in the language of our words, and names that for readers', async () => {
    const {element} = await play(TAG, 'offers-again', {session: {locale: 'ar-EG'}});
    await shown(element, 'step');

    expect(texts(element, 'countdown')[0]).to.match(/^Starts again in 4[45] minutes$/);
    expect(texts(element, 'progress')).to.deep.equal(['1 of 3 done']);
    expect(element.shadowRoot!.querySelector('section')!.lang).to.equal('en');
  });

  it('sells a step whose price is missing, and says where the price will be seen', async () => {
    const element = await offersIn('price missing');

    expect(texts(element, 'buy')).to.deep.equal(['Buy']);
    expect(texts(element, 'status')).to.deep.equal(['You will see the price before you pay.']);
  });

  it('says when the chain starts again, or ends', async () => {
    expect(texts(await offersIn('starts again'), 'countdown')[0]).to.match(/^Starts again in 4[45] minutes$/);
    expect(texts(await offersIn('default'), 'countdown')[0]).to.match(/^Ends in \d days$/);
  });

  it('shows a finished chain as finished', async () => {
    const element = await offersIn('done');

    expect(statesOf(element)).to.deep.equal(['done', 'done', 'done']);
    expect(texts(element, 'finished')).to.deep.equal(['All done! You have everything in this offer.']);
    expect(parts(element, 'claim')).to.deep.equal([]);
  });

  it('offers nothing of a chain that is over', async () => {
    const element = await offersIn('over');

    expect(statesOf(element)).to.deep.equal(['done', 'done', 'locked', 'locked', 'locked']);
    expect(texts(element, 'finished')).to.deep.equal(['This offer has ended.']);
    expect(element.shadowRoot!.querySelectorAll('button')).to.have.length(0);
  });

  it('shows the chain that the page names, and says where there is none of that number', async () => {
    const {element} = await play(TAG, 'default', {attributes: {'offer-chain-id': '302'}});
    await shown(element, 'step');
    expect(texts(element, 'title')).to.deep.equal(['Offer of the hour']);

    element.offerChainId = 999;
    await says(element, 'There are no offers right now.');

    element.offerChainId = 301;
    await says(element, 'Winter ladder');
  });

  it('takes a number that is none for a mistake of the page', async () => {
    const {element} = await play(TAG, 'default', {attributes: {'offer-chain-id': 'first'}});

    await shown(element, 'error');

    expect(parts(element, 'retry')).to.deep.equal([]);
  });

  it('asks a player who is not signed in to do so, in words about offers', async () => {
    expect(texts(await offersIn('signed out'), 'error')[0]).to.contain('Sign in to see your offers.');
  });

  it('says that a chain is no longer available once the server has it no more', async () => {
    let isGone = false;
    const {element, session} = await play(TAG, 'default', {
      change: (call, answer) =>
        isGone && call === 'GET offer_chain'
          ? Response.json({has_more: false, total_items_count: 0, items: []})
          : answer(),
    });
    await shown(element, 'buy');

    isGone = true;
    session.session?.refresh();

    await says(element, 'This offer is no longer available.');
    expect(said(element)).not.to.contain('payment');
  });

  it('says of a chain that is gone that its payment has arrived', async () => {
    let isGone = false;
    const {element, session} = await play(TAG, 'order-paid', {
      change: (call, answer) =>
        isGone && call === 'GET offer_chain'
          ? Response.json({has_more: false, total_items_count: 0, items: []})
          : answer(),
    });
    await press(element, 'buy');
    await press(element, 'check');
    await says(element, 'Payment received');

    isGone = true;
    session.session?.refresh();

    await says(element, /no longer available\. Payment received, your item is on its way\./);
  });

  it('shows names and prices that are markup as text', async () => {
    const {element} = await play(TAG, 'default', {
      async change(_call, answer) {
        const text = await (await answer()).text();
        return Response.json(JSON.parse(text.replace(/Small potion|Clan points/g, '<img src=x onerror=alert(1)>')));
      },
    });

    await shown(element, 'buy');

    expect(texts(element, 'reward-name')[1]).to.equal('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot!.querySelector('img[src="x"]')).to.equal(null);
  });
});

describe('The track of <liveops-offer-chain>', () => {
  const isSeen = (element: Element): boolean => {
    const list = parts(element, 'list')[0]!.getBoundingClientRect();
    const step = parts(element, 'step-next')[0]!.getBoundingClientRect();
    return step.left >= list.left - 1 && step.right <= list.right + 1;
  };

  for (const dir of ['ltr', 'rtl'])
    it(`is scrolled to the next step, within reach of the keyboard: ${dir}`, async () => {
      document.documentElement.dir = dir;
      const element = await offersIn('track of many', {style: 'width: 320px'});
      const list = parts(element, 'list')[0]!;

      expect(list.tabIndex).to.equal(0);
      expect(isSeen(element)).to.equal(true);
      expect(Math.abs(list.scrollLeft)).to.be.greaterThan(0);
      document.documentElement.dir = '';
    });

  it('follows the player to the step that a claim opens, and stays where the player has scrolled it', async () => {
    const element = await offersIn('track of many', {style: 'width: 320px'});
    const list = parts(element, 'list')[0]!;
    const before = list.scrollLeft;

    await press(element, 'claim');
    await waitUntil(() => parts(element, 'step-done').length === 14, 'the claimed step');
    expect(list.scrollLeft).to.be.greaterThan(before);

    list.scrollLeft = 0;
    element.requestUpdate();
    await element.updateComplete;
    expect(list.scrollLeft).to.equal(0);
  });

  it('is no place to stop at for the keyboard where nothing scrolls', async () => {
    expect(parts(await offersIn('default'), 'list')[0]!.hasAttribute('tabindex')).to.equal(false);
  });
});
