import {expect} from 'chai';
import type {SessionElement} from '../../../components/session/session.js';
import {nextEvent} from '../../support/next-event.js';
import {waitUntil} from '../../support/wait-until.js';
import {statesOf} from './offer-states.js';
import {parts, shown, texts} from './page.js';
import {events, expectFrozen, factsOf, focused, live, play, press, says, type Wishes} from './scene.js';

const TAG = 'liveops-offer-chain';
const ORDER = 'POST offer_chain/301/step/number/2/order';

const orders = (calls: readonly string[]): string[] => calls.filter(call => call.endsWith('/order'));

/** An element whose next step has a price; `shows` are the orders whose payment page was opened. */
async function ready(name: Parameters<typeof play>[1] = 'default', wishes: Wishes = {}) {
  const shows: number[] = [];
  const openCheckout = ({orderId}: {orderId: number}): void => void shows.push(orderId);
  const scene = await play(TAG, name, {...wishes, session: {openCheckout, ...wishes.session}});
  await shown(scene.element, 'buy');
  return {...scene, shows};
}

/** What the server says of orders from now on; `undefined` leaves it to the scenario. */
function servedStatus(): {wishes: Wishes; set(status: string): void} {
  let status: string | undefined;
  return {
    set: next => (status = next),
    wishes: {
      change: (call, answer) =>
        status !== undefined && call.includes('/order/') ? Response.json({order_id: 641, status}) : answer(),
    },
  };
}

const statusesOf = (heard: readonly HTMLElementEventMap['liveops-order-changed'][]): string[] =>
  heard.map(({order}) => order.status);

describe('A purchase in <liveops-offer-chain>', () => {
  it('makes one order, opens its payment page, and then says what the step waits for', async () => {
    const {element, calls, shows} = await ready();

    await press(element, 'buy');
    await says(element, 'Waiting for your payment.');

    expect(orders(calls)).to.deep.equal([ORDER]);
    expect(shows).to.deep.equal([641]);
    expect(parts(element, 'buy')).to.deep.equal([]);
    expect(texts(element, 'pay')).to.deep.equal(['Continue to payment']);
    expect(texts(element, 'check')).to.deep.equal(['I paid, check again']);
    expect(texts(element, 'price')[0]).to.equal('€0.99');
    expect(statesOf(element)[1]).to.equal('next');
  });

  it('notifies the page first, with what the step costs, and orders nothing where the page cancels that', async () => {
    const {element, calls} = await ready();
    const about = nextEvent<HTMLElementEventMap['liveops-order']>(document, 'liveops-order');
    element.addEventListener('liveops-order', event => event.preventDefault(), {once: true});

    await press(element, 'buy');

    const facts = factsOf(await about);
    expect(facts).to.include({bubbles: true, composed: true, cancelable: true, chainId: 301, stepNumber: 2});
    expect(facts['price']).to.deep.equal({amount: '0.99', currency: 'EUR'});
    expect(facts['orderId']).to.equal(undefined);
    expectFrozen(await about, ['chainId', 'stepNumber', 'price', 'orderId']);
    await element.updateComplete;
    expect(orders(calls)).to.deep.equal([]);
  });

  it('says that it is on its way, cannot be pressed twice, and shows nothing as bought', async () => {
    const {element, calls, release} = await ready('slow-order');

    await press(element, 'buy');
    await says(element, 'Opening the payment page…');
    parts(element, 'buy')[0]!.click();

    expect(parts(element, 'buy')[0]!.matches('.busy:disabled')).to.equal(true);
    expect(statesOf(element)).to.deep.equal(['done', 'next', 'locked', 'locked', 'locked']);
    await waitUntil(() => orders(calls).length === 1, 'the order');
    release();
    await says(element, 'Waiting for your payment.');
    expect(orders(calls)).to.have.length(1);
  });

  it('opens the same payment page again, and notifies the page with the order’s number', async () => {
    const {element, calls, shows} = await ready();
    await press(element, 'buy');
    const again = events(document, 'liveops-order');

    await press(element, 'pay');
    await waitUntil(() => shows.length === 2, 'the payment page');

    expect(shows).to.deep.equal([641, 641]);
    expect(orders(calls)).to.have.length(1);
    expect(again.map(({orderId}) => orderId)).to.deep.equal([641]);
  });

  it('is bought once the server says that the order is done, and the next step opens', async () => {
    const {element} = await ready('order-done');
    const changes = events(document, 'liveops-order-changed');

    await press(element, 'buy');
    await press(element, 'check');
    await waitUntil(() => statesOf(element)[1] === 'done', 'the bought step');

    expect(texts(element, 'done')).to.deep.equal(['Claimed', 'Bought']);
    expect(statesOf(element)[2]).to.equal('next');
    expect(statusesOf(changes)).to.deep.equal(['new', 'done']);
    expect(factsOf(changes[0]!)).to.include({bubbles: true, composed: true, cancelable: false});
    expectFrozen(changes[0]!, ['order']);
    expect(JSON.stringify(changes.map(({order}) => order))).not.to.contain('scenario-payment');
  });

  it('that is paid but not delivered is on its way, never failed, and is not to be paid again', async () => {
    const {element} = await ready('order-paid');

    await press(element, 'buy');
    await press(element, 'check');
    await says(element, 'Payment received, your item is on its way.');

    expect(parts(element, 'pay')).to.deep.equal([]);
    expect(parts(element, 'buy')).to.deep.equal([]);
    expect(texts(element, 'check')).to.deep.equal(['Check again']);
  });

  it('that nobody has paid still waits after the player asked, without a word of failure', async () => {
    const {element} = await ready();

    await press(element, 'buy');
    await press(element, 'check');
    await says(element, 'No payment has arrived yet.');

    expect(texts(element, 'waiting')).to.deep.equal(['Waiting for your payment. It can take a while to arrive.']);
    await live(element, 'pay');
  });

  for (const [scenario, words] of [
    ['order-declined', 'Your last payment was canceled. You can buy this again.'],
    ['order-expired', 'The payment page has expired. You can buy this again.'],
  ] as const)
    it(`can be made again once it is over without a payment: ${scenario}`, async () => {
      const {element, calls, shows} = await ready(scenario);
      await press(element, 'buy');
      await press(element, 'check');
      await says(element, words);

      await press(element, 'buy');
      await waitUntil(() => shows.length === 2, 'the second payment page');

      expect(shows).to.deep.equal([641, 642]);
      expect(orders(calls)).to.have.length(2);
    });

  it('waits with a status that this version does not know', async () => {
    const {element} = await ready('order-unknown');

    await press(element, 'buy');
    await press(element, 'check');
    await live(element, 'check');

    expect(texts(element, 'waiting')).to.deep.equal(['Waiting for your payment. It can take a while to arrive.']);
    expect(texts(element, 'status')).to.deep.equal(['']);
  });

  it('whose window is blocked turns into a button that opens the payment page', async () => {
    const open = window.open;
    const windows: unknown[] = [];
    window.open = () => null;
    const {element, calls} = await ready('order-blocked', {session: {openCheckout: undefined as never}});

    await press(element, 'buy');
    await says(element, 'Your browser blocked the payment page. Press the button to open it.');
    expect(texts(element, 'pay')).to.deep.equal(['Open the payment page']);

    window.open = () => {
      const tab = {closed: false, opener: window, location: {replace: (url: string) => void windows.push(url)}};
      return tab as unknown as Window;
    };
    await press(element, 'pay');
    await says(element, 'Waiting for your payment.');
    window.open = open;

    expect(windows).to.have.length(1);
    expect(windows[0]).to.match(/^https:\/\/secure\.xsolla\.com\/paystation4\/\?token=/);
    expect(orders(calls)).to.have.length(1);
    expect(element.shadowRoot!.innerHTML).not.to.contain('scenario-payment');
  });

  it('that the server does not make says that nothing was ordered, and can be tried again', async () => {
    const {element, shows} = await ready('order-refused');

    await press(element, 'buy');
    await says(element, 'Nothing was ordered. The server has a problem.');

    await live(element, 'buy');
    expect(shows).to.deep.equal([]);
  });

  it('of something that is gone says so, and the chain is read again', async () => {
    const {element} = await ready('offer-vanished');

    await press(element, 'buy');

    await says(element, 'This offer is no longer available.');
    await shown(element, 'empty');
  });

  it('that no store would keep is made only where the player wants that', async () => {
    const {element, calls, shows} = await ready('order-unkept');
    await press(element, 'buy');
    await says(element, 'We couldn’t save your order on this device, so nothing was ordered.');
    expect(orders(calls)).to.deep.equal([]);

    await press(element, 'anyway');
    await says(element, 'Waiting for your payment.');

    expect(orders(calls)).to.have.length(1);
    expect(shows).to.deep.equal([641]);
  });

  it('is found again by the next visit of the player, with its order', async () => {
    const {element, session, calls} = await ready();
    await press(element, 'buy');
    await says(element, 'Waiting for your payment.');
    const changes = events(document, 'liveops-order-changed');

    const old = session.session;
    session.playerName = 'Rocket ';
    await session.updateComplete;

    expect(session.session).not.to.equal(old);
    await says(element, 'Waiting for your payment.');
    await live(element, 'pay');
    expect(statusesOf(changes)).to.deep.equal([]);
    expect(orders(calls)).to.have.length(1);
  });

  it('is nothing to the next player', async () => {
    const {element, session} = await ready();
    await press(element, 'buy');
    await says(element, 'Waiting for your payment.');

    session.userKey = 'somebody-else';
    await session.updateComplete;

    await live(element, 'buy');
    expect(texts(element, 'waiting')).to.deep.equal(['']);
  });

  it('notifies the page of a change of the order only once, and not of what was over before the page came', async () => {
    const {wishes, set} = servedStatus();
    const {element} = await ready('default', wishes);
    await press(element, 'buy');
    await live(element, 'check');
    const changes = events(element, 'liveops-order-changed');

    set('canceled');
    await press(element, 'check');
    await says(element, 'was canceled');
    const fresh = document.createElement(TAG);
    const old = events(fresh, 'liveops-order-changed');
    element.parentElement!.append(fresh);
    await says(fresh, 'was canceled');

    expect(statusesOf(changes)).to.deep.equal(['canceled']);
    expect(statusesOf(old)).to.deep.equal([]);
  });

  it('that cannot be checked says so, and still waits', async () => {
    let isDown = false;
    const {element} = await ready('default', {
      change: (call, answer) => (isDown && call.includes('/order/') ? Promise.reject(new TypeError()) : answer()),
    });
    await press(element, 'buy');
    await live(element, 'check');

    isDown = true;
    await press(element, 'check');
    await says(element, 'Your payment could not be checked. The server could not be reached.');

    expect(texts(element, 'waiting')[0]).to.contain('Waiting for your payment.');
  });

  it('of a step that has become free meanwhile does not keep the player from claiming it', async () => {
    let isFree = false;
    const {element, session} = await ready('default', {
      async change(call, answer) {
        const response = await answer();
        if (!isFree || !call.startsWith('GET offer_chain')) return response;
        return Response.json(
          JSON.parse((await response.text()).replace(/"is_free":false,"is_cl/g, '"is_free":true,"is_cl')),
        );
      },
    });
    await press(element, 'buy');
    await says(element, 'Waiting for your payment.');

    isFree = true;
    session.session?.refresh();

    await live(element, 'claim');
  });

  it('keeps the focus in the element', async () => {
    const {element} = await ready();

    await press(element, 'buy');
    await live(element, 'pay');
    expect(focused(element)).to.equal(parts(element, 'title')[0]);

    await press(element, 'check');
    await says(element, 'No payment has arrived yet.');
    await waitUntil(() => focused(element) === parts(element, 'check')[0], 'the focus on the button');
  });

  it('cannot be made by a player who has signed out meanwhile', async () => {
    const {element} = await ready('signed-out-later');

    (element.parentElement as SessionElement).session?.refresh();
    await says(element, 'Sign in to claim or buy.');

    expect(parts(element, 'buy')[0]!.matches(':disabled')).to.equal(true);
  });
});
