import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {parts, shown, texts} from './page.js';
import {call, check, choose, codeIn, codesOn, commit, fieldOf, receipts, TAG, type} from './redeem-states.js';
import {events, expectFrozen, factsOf, focused, live, noted, play, press, said, says} from './scene.js';

const VERIFY = call('GET', 'promotion/code/WELCOME/verify');
const REDEEM = call('POST', 'coupon/redeem');
const refused = (status: number, errorCode: number): Response =>
  Response.json({statusCode: status, errorCode, errorMessage: 'no'}, {status});

describe('<liveops-redeem-code>', () => {
  it('shows what a code is and gives before anything is sent, and for whom', async () => {
    const {element, calls} = await codesOn();

    await check(element, 'WELCOME');
    await shown(element, 'preview');

    expect(texts(element, 'reward-name')).to.deep.equal(['Small potion', 'Gems']);
    expect(texts(element, 'reward-quantity')).to.deep.equal(['×3', '×50']);
    expect(texts(element, 'account')).to.deep.equal(['For the account Rocket. This can’t be undone.']);
    expect(calls).to.deep.equal([VERIFY]);
  });

  it('redeems with the second button, shows the receipt and empties the field', async () => {
    const {element, session, calls} = await codesOn();
    const before = events(session, 'liveops-code-redeem');
    const after = events(session, 'liveops-code-redeemed');

    await commit(element, 'WELCOME');
    await receipts(element, 'redeemed');

    expect(factsOf(before[0]!)).to.deep.equal({
      ...{type: 'liveops-code-redeem', bubbles: true, composed: true, cancelable: true},
      ...{code: 'WELCOME', kind: 'coupon'},
    });
    expectFrozen(before[0]!, ['code', 'kind']);
    expect(after.map(({rewards}) => rewards.map(({name, quantity}) => [name, quantity]))).to.deep.equal([
      [
        ['Small potion', 3],
        ['Gems', 50],
      ],
    ]);
    expect(fieldOf(element).value).to.equal('');
    expect(parts(element, 'preview')).to.have.length(0);
    expect(calls.filter(one => one === REDEEM)).to.have.length(1);

    await press(element, 'acknowledge');
    await receipts(element);
    expect(texts(element, 'history-code')[0]).to.match(/^WELCOME Redeemed, .* Small potion ×3, Gems ×50$/);
  });

  it('sends nothing when the page cancels the event', async () => {
    const {element, session, calls} = await codesOn();
    session.addEventListener('liveops-code-redeem', event => event.preventDefault());

    await commit(element, 'WELCOME');
    await element.updateComplete;

    expect(calls).to.deep.equal([VERIFY]);
    expect(parts(element, 'preview')).to.have.length(1);
  });

  it('does not redeem by the key that checks, nor by a double press', async () => {
    const {element, calls} = await codesOn();
    type(element, 'WELCOME');
    const enter = (): void => fieldOf(element).form!.requestSubmit();
    enter();
    await shown(element, 'preview');

    enter();
    const button = parts(element, 'commit')[0] as HTMLButtonElement;
    expect(button.disabled).to.equal(true);
    button.click();
    await element.updateComplete;

    expect(calls).to.deep.equal([VERIFY]);
  });

  it('moves the focus to what the code gives, from the button that was pressed', async () => {
    const {element} = await codesOn();

    await check(element, 'WELCOME');
    await shown(element, 'preview');
    await element.updateComplete;

    expect(focused(element)?.getAttribute('part')).to.equal('preview');
  });

  it('lets the focus stay in the field for the one who presses Enter', async () => {
    const {element} = await codesOn();
    type(element, 'WELCOME');
    fieldOf(element).form!.requestSubmit();

    await shown(element, 'preview');
    await element.updateComplete;

    expect(focused(element)).to.equal(fieldOf(element));
  });

  it('forgets what it said of a code when another one is typed', async () => {
    const {element} = await codesOn();
    await check(element, 'WELCOME');
    await shown(element, 'preview');

    type(element, 'WELCOMEX');
    await element.updateComplete;

    expect(parts(element, 'preview')).to.have.length(0);
    expect(parts(element, 'check')).to.have.length(1);
  });

  it('keeps what was typed after an error, and notifies the page of the reason', async () => {
    const {element, session} = await codesOn();
    const failed = events(session, 'liveops-code-failed');

    await check(element, 'OLD');
    await says(element, 'has expired');

    expect(fieldOf(element).value).to.equal('OLD');
    expect(failed.map(({reason, error}) => [reason, error.code])).to.deep.equal([['expired', 'code-expired']]);
    expectFrozen(failed[0]!, ['error', 'reason']);
  });

  for (const [status, errorCode, words] of [
    [404, 9811, 'capital and small letters'],
    [422, 9804, 'If that was you'],
    [422, 9808, 'not available in your region'],
    [422, 9810, 'has expired'],
    [404, 9502, 'no longer available'],
    [422, 1200, 'another kind of code'],
    [422, 1102, 'name the number 0401-1102'],
    [429, 0, 'Too many tries'],
    [401, 1501, 'Sign in to use a code.'],
    [403, 0, 'Sign in to use a code.'],
    [500, 0, 'could not reach the server'],
  ] as const)
    it(`has words for a code refused with ${status}/${errorCode}`, async () => {
      const {element} = await codesOn('default', {
        change: (one, answer) => (one === VERIFY ? refused(status, errorCode) : answer()),
      });

      await check(element, 'WELCOME');

      await says(element, words);
      expect(fieldOf(element).value).to.equal('WELCOME');
    });

  it('asks for a platform before it redeems, and sends the one that was chosen', async () => {
    const bodies: unknown[] = [];
    const {element} = await codesOn('default', {
      async change(one, answer, request) {
        if (one === REDEEM) bodies.push(await request.clone().json());
        return answer();
      },
    });
    await check(element, 'KEYS');
    await says(element, 'Choose a platform first.');
    await waitUntil(() => (parts(element, 'commit')[0] as HTMLButtonElement).disabled, 'a button that waits');
    expect(texts(element, 'option').map(text => text.split(' ')[0])).to.deep.equal(['Steam', 'Epic', 'PlayStation']);

    await choose(element, 'Epic');
    await element.updateComplete;
    expect(texts(element, 'option-chosen')).to.deep.equal(['Epic Games Dragon Realms']);
    await press(element, 'commit');
    await receipts(element, 'redeemed');

    expect(bodies).to.deep.equal([
      {coupon_code: 'KEYS', selected_unit_items: {'com.xsolla.box_1': 'com.xsolla.box_1_1'}},
    ]);
  });

  it('takes only the kinds that the page wants', async () => {
    const coupons = await codesOn('default', {attributes: {kind: 'coupon'}});
    await check(coupons.element, 'WINTER10');
    await says(coupons.element, 'Enter it at the checkout.');
    expect(parts(coupons.element, 'commit')).to.have.length(0);

    const promoCodes = await codesOn('default', {attributes: {kind: 'promo-code'}});
    expect(texts(promoCodes.element, 'title')).to.deep.equal(['Use a promo code']);
    await check(promoCodes.element, 'WELCOME');
    await says(promoCodes.element, 'where gift codes are redeemed.');
    expect(parts(promoCodes.element, 'commit')).to.have.length(0);
  });

  it('shows nothing of one player to the next', async () => {
    const {element, session} = await codesOn();
    await commit(element, 'WELCOME');
    await receipts(element, 'redeemed');
    await check(element, 'BUNDLE');
    await shown(element, 'preview');

    session.session!.signOut();
    await says(element, 'Sign in to use a code.');

    expect(fieldOf(element).value).to.equal('');
    expect(parts(element, 'preview')).to.have.length(0);
    await receipts(element);
    Object.assign(session, {userKey: 'another player'});
    session.session!.refresh();
    await live(element, 'check');
    await receipts(element);
  });

  it('cannot be used without a session, and says why there is none', async () => {
    const element = await codeIn('misconfigured');

    expect(fieldOf(element).disabled).to.equal(true);
    expect((parts(element, 'submit')[0] as HTMLButtonElement).disabled).to.equal(true);
    expect(said(element)).to.include('This could not be loaded.');
  });

  it('shows names of the server and of the player as text', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202e';
    const {element} = await codesOn('default', {
      session: {playerName: evil},
      async change(one, answer) {
        const text = await (await answer()).text();
        return Response.json(JSON.parse(one === VERIFY ? text.replace('Small potion', evil) : text));
      },
    });

    await check(element, 'WELCOME');
    await shown(element, 'preview');

    expect(texts(element, 'reward-name')[0]).to.include('<img src=x onerror=alert(1)>');
    expect(texts(element, 'account')[0]).to.equal(
      'For the account <img src=x onerror=alert(1)>. This can’t be undone.',
    );
    expect(element.shadowRoot!.querySelector('[onerror]')).to.equal(null);
  });
});

describe('The attribute `code`', () => {
  it('fills the field and checks the code, and never redeems it', async () => {
    const {element, calls} = await codesOn('default', {attributes: {code: ' WELCOME '}});

    await shown(element, 'preview');
    await live(element, 'commit');

    expect(fieldOf(element).value).to.equal('WELCOME');
    expect(calls).to.deep.equal([VERIFY]);
  });

  it('shows the error of a code from a link', async () => {
    const {element} = await codesOn('default', {attributes: {code: 'OLD'}});

    await says(element, 'has expired');
  });

  it('waits for a session, and may be set again', async () => {
    const element = document.createElement(TAG);
    element.code = 'WELCOME';
    document.body.append(element);
    await element.updateComplete;
    const scenario = noted('default');
    const session = document.createElement('liveops-session');
    Object.assign(session, {pollSeconds: 0, ...scenario.session, fetch: scenario.fetch});
    document.body.append(session);
    session.append(element);
    await shown(element, 'preview');

    element.code = 'OLD';
    await says(element, 'has expired');

    expect(scenario.calls).to.deep.equal([VERIFY, call('GET', 'promotion/code/OLD/verify')]);
    session.remove();
  });
});

describe('A code in the address of the page', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  for (const [address, rest] of [
    ['#code=WELCOME', ''],
    ['?code=WELCOME', ''],
    ['?a=1%20b&code=WELCOME&c=2#there', '?a=1%20b&c=2#there'],
    ['?x=1#y=2&code=WELCOME', '?x=1#y=2'],
  ] as const)
    it(`is read from ${address} once, taken out, and checked only`, async () => {
      const {pathname} = location;
      history.replaceState({mine: 1}, '', `${pathname}${address}`);

      const {element, calls} = await codesOn('default', {attributes: {'code-from-address': ''}});
      await shown(element, 'preview');

      expect(location.pathname + location.search + location.hash).to.equal(pathname + rest);
      expect(history.state).to.deep.equal({mine: 1});
      expect(calls).to.deep.equal([VERIFY]);
    });

  it('is not taken for the code with which a launcher signs the player in', async () => {
    history.replaceState(null, '', `${location.pathname}#code=WELCOME`);
    const given: unknown[] = [];
    const getToken = ({code}: {code?: string | undefined}): string => {
      given.push(code);
      return 'token';
    };

    const {element} = await codesOn('default', {attributes: {'code-from-address': ''}, session: {getToken}});
    await shown(element, 'preview');

    expect(new Set(given)).to.deep.equal(new Set([undefined]));
  });

  it('stays there unless the page asks for it', async () => {
    history.replaceState(null, '', `${location.pathname}?code=WELCOME`);

    const {element, calls} = await codesOn();
    await element.updateComplete;

    expect(location.search).to.equal('?code=WELCOME');
    expect(calls).to.deep.equal([]);
    expect(fieldOf(element).value).to.equal('');
  });
});

describe('A promo code', () => {
  it('is applied to the cart, with what the cart costs then, and can be removed', async () => {
    const {element, session, calls} = await codesOn();
    const applied = events(session, 'liveops-promo-code-applied');
    const removed = events(session, 'liveops-promo-code-removed');

    await commit(element, 'WINTER10');
    await says(element, 'Your cart is €9.00 now, not €10.00.');
    expect(applied.map(({code, discount, rewards}) => [code, discount, rewards])).to.deep.equal([
      ['WINTER10', '10.00', []],
    ]);
    expectFrozen(applied[0]!, ['code', 'discount', 'rewards']);

    await press(element, 'remove');
    await waitUntil(() => removed.length === 1, 'the event');
    await live(element, 'check');
    expect(calls.filter(one => !one.startsWith('GET'))).to.deep.equal([
      call('POST', 'promocode/redeem'),
      call('PUT', 'promocode/remove'),
    ]);
  });

  it('is kept for the next order where the page wants that, and nothing is sent but the checks', async () => {
    const {element, session, calls} = await codesOn('default', {attributes: {'promo-code-for': 'order'}});

    await commit(element, 'WINTER10');
    await says(element, 'Your code goes with your next order');
    expect(session.session!.codes.$promoCode.get()).to.equal('WINTER10');
    expect(new Set(calls)).to.deep.equal(new Set([call('GET', 'promotion/code/WINTER10/verify')]));

    session.session!.codes.dropPromoCode();
    await live(element, 'check');
    expect(fieldOf(element).value).to.equal('');
  });

  it('that is kept is shown by an element that comes later, which can drop it', async () => {
    const {element, session} = await codesOn('default', {attributes: {'promo-code-for': 'order'}});
    await commit(element, 'WINTER10');
    await says(element, 'Your code goes with your next order');
    element.remove();
    const [coupons, next] = [document.createElement(TAG), document.createElement(TAG)];
    coupons.kind = 'coupon';
    session.append(coupons, next);

    await says(next, 'Your code goes with your next order');
    expect(fieldOf(next).value).to.equal('WINTER10');
    expect(fieldOf(coupons).value).to.equal('');
    await press(next, 'remove');
    await live(next, 'check');

    expect(session.session!.codes.$promoCode.get()).to.equal(undefined);
    expect(parts(next, 'preview')).to.have.length(0);
  });

  it('says what is wrong with the cart, and can be applied again then', async () => {
    const element = await codeIn('cart empty');

    await live(element, 'commit');
    expect(fieldOf(element).value).to.equal('WINTER10');
  });

  it('of a unique offer is unlocked for the offers on the page', async () => {
    const {element, session} = await codesOn();
    const applied = events(session, 'liveops-promo-code-applied');

    await commit(element, 'SECRET');
    await says(element, 'Unlocked.');

    expect(applied.map(({code}) => code)).to.deep.equal(['SECRET']);
    expect(session.session!.codes.$promoCode.get()).to.equal('SECRET');
  });
});

describe('The history of codes', () => {
  it('is this player’s on this device, and is there on the next visit', async () => {
    const first = noted('default');
    const visit = async (): Promise<Element> => {
      const session = document.createElement('liveops-session');
      Object.assign(session, {pollSeconds: 0, ...first.session, fetch: first.fetch});
      const element = document.createElement(TAG);
      session.append(element);
      document.body.append(session);
      await element.updateComplete;
      return element;
    };
    const element = await visit();
    await commit(element, 'WELCOME');
    await receipts(element, 'redeemed');
    element.parentElement!.remove();

    const again = await visit();
    await receipts(again, 'redeemed');
    await press(again, 'acknowledge');
    await shown(again, 'history');
    again.parentElement!.remove();

    const last = await visit();
    await shown(last, 'history');
    expect(texts(last, 'history')[0]).to.match(/^Your codes \(1\) WELCOME Redeemed/);
    expect(parts(last, 'receipt')).to.have.length(0);
    last.parentElement!.remove();
  });

  it('says of a code that was used here before that it was the player', async () => {
    const {element} = await play(TAG, 'default');
    await commit(element, 'WELCOME');
    await press(element, 'acknowledge');

    await check(element, 'WELCOME');

    await says(element, 'You have used this code already.');
  });
});
