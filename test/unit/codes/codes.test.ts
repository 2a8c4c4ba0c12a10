import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {LiveOpsError} from '../../../src/errors.js';
import {later} from '../../support/deferred.js';
import {json} from '../../support/fake-api.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {promisesDone} from '../../support/promises-done.js';
import {sessionOver} from '../session/make-session.js';

const VERIFY = 'GET v2/project/44056/promotion/code/WELCOME/verify';
const REDEEM = 'POST v2/project/44056/coupon/redeem';
const CART = 'GET v2/project/44056/cart';
const APPLY = 'POST v2/project/44056/promocode/redeem';

const verified = (type = 'coupon'): Response =>
  json({
    type,
    code: 'WELCOME',
    rewards: {bonus: [{item: {sku: 'potion', name: {en: 'Potion', de: 'Trank'}, type: 'virtual_good'}, quantity: 3}]},
  });
const redeemed = (): Response => json({items: [{sku: 'potion', name: 'Potion', type: 'virtual_good', quantity: 3}]});
const unknownCode = (): Response => json({statusCode: 404, errorCode: 9811}, 404);

/** A session whose player may use the coupon, with what it has reported, and its requests as method and path end. */
function withCode(options: Parameters<typeof sessionOver>[0] = {}) {
  const parts = sessionOver({locale: 'de', ...options});
  const errors: LiveOpsError[] = [];
  parts.session.onError(error => errors.push(error));
  parts.api.on(VERIFY, () => verified()).on(REDEEM, redeemed);
  const sent = (): readonly string[] =>
    parts.api.requests.map(({method, url}) => `${method} ${new URL(url).pathname.split('/').pop()}`);
  return {...parts, codes: parts.session.codes, errors, sent};
}

/** What a call is rejected with. */
const errorOf = (call: Promise<unknown>): Promise<LiveOpsError> =>
  call.then(
    () => assert.fail('The call should fail.'),
    (error: unknown) => error as LiveOpsError,
  );

describe('session.codes', () => {
  it('verifies before it redeems, and sends what the vendor documents', async () => {
    const {codes, api, sent} = withCode();

    const {rewards} = await codes.redeem('WELCOME');

    assert.deepEqual(sent(), ['GET verify', 'POST redeem']);
    assert.deepEqual(await api.requests[1]!.json(), {coupon_code: 'WELCOME'});
    assert.equal(rewards[0]?.source, 'answer');
  });

  it('names what was verified when the answer lists nothing, in the language of the page', async () => {
    const {codes, api} = withCode();
    api.on(REDEEM, () => json({}));

    const {rewards} = await codes.redeem('WELCOME');

    assert.deepEqual(
      rewards.map(({name, quantity, source}) => [name, quantity, source]),
      [['Trank', 3, 'expected']],
    );
  });

  it('asks for one code at a time', async () => {
    const {codes, api, sent} = withCode();
    const answer = later<Response>();
    api.on(VERIFY, () => answer.promise);
    const [first, second] = [codes.verify('WELCOME'), codes.verify('WELCOME')];
    await promisesDone(5);
    assert.deepEqual(sent(), ['GET verify']);

    answer.resolve(verified());
    await first;
    api.on(VERIFY, () => verified());
    await second;

    assert.deepEqual(sent(), ['GET verify', 'GET verify']);
  });

  it('sends nothing for a while after five unknown codes, and reports each', async () => {
    const {codes, api, clock, errors, sent} = withCode();
    api.on(VERIFY, unknownCode);
    for (let i = 0; i < 5; i++) await errorOf(codes.verify('WELCOME'));

    const {code, retryAfterSec} = await errorOf(codes.redeem('WELCOME'));
    assert.deepEqual([code, retryAfterSec, sent().length], ['rate-limited', 5, 5]);
    assert.equal(errors.length, 6);

    clock.pass(5_000);
    api.on(VERIFY, () => verified());
    await codes.verify('WELCOME');
  });

  it('keeps the wait of a 429', async () => {
    const {codes, api, sent} = withCode();
    api.on(REDEEM, () => {
      const answer = json({statusCode: 429, errorCode: 0}, 429);
      answer.headers.set('retry-after', '30');
      return answer;
    });

    assert.equal((await errorOf(codes.redeem('WELCOME'))).code, 'rate-limited');
    const requests = sent().length;

    assert.equal((await errorOf(codes.redeem('WELCOME'))).retryAfterSec, 30);
    assert.equal(sent().length, requests);
  });

  it('takes a second use for what it is: the coupon may be redeemed again after an unknown end', async () => {
    const {codes, api, sent} = withCode();
    api.on(REDEEM, () => json({}, 500));

    assert.deepEqual((await errorOf(codes.redeem('WELCOME'))).code, 'outcome-unknown');
    assert.deepEqual(sent(), ['GET verify', 'POST redeem', 'GET verify']);
  });

  it('leaves the end unknown where the check fails, too', async () => {
    const {codes, api} = withCode();
    let checks = 0;
    api.on(VERIFY, () => (checks++ ? unknownCode() : verified())).on(REDEEM, () => json({}, 500));

    const {code, reason} = await errorOf(codes.redeem('WELCOME'));

    assert.deepEqual([code, reason], ['outcome-unknown', undefined]);
  });

  it('loads again what is shown after a redemption', async () => {
    const {session, codes, api} = withCode();
    let lists = 0;
    api.on('GET v2/project/44056/user/daily_chain', () => (lists++, json({items: [], has_more: false})));
    session.$dailyChains.listen(() => undefined);
    await promisesDone(5);

    await codes.redeem('WELCOME');
    await promisesDone(5);

    assert.equal(lists, 2);
    session.destroy();
  });

  it('has no code in errors and diagnostics', async () => {
    const {session, codes, api} = withCode();
    const ends = [unknownCode, () => json({errorCode: 9804, errorMessage: 'WELCOME'}, 422), () => json({}, 500)];
    for (const end of ends) {
      api.on(VERIFY, end);
      const error = await errorOf(codes.verify('WELCOME'));
      assert.doesNotMatch(JSON.stringify(error) + error.message, /WELCOME/);
    }

    assert.doesNotMatch((await errorOf(codes.verify('WEL COME'))).message, /WEL/);
    assert.match(session.diagnostics(), /promotion\/code\/\*\/verify 404/);
    assert.doesNotMatch(session.diagnostics(), /WELCOME/);
  });
});

describe('A player who leaves while a coupon is redeemed', () => {
  /** A session that has sent a redemption whose answer is still to come. */
  async function underWay() {
    const parts = withCode({getToken: () => jwt({sub: parts.player})}) as ReturnType<typeof withCode> & {
      player: string;
    };
    parts.player = 'ana';
    const answer = later<Response>();
    parts.api.on(REDEEM, () => answer.promise);
    const redemption = errorOf(parts.codes.redeem('WELCOME'));
    while (!parts.sent().includes('POST redeem')) await promisesDone();
    return {...parts, answer, redemption, become: (player: string) => (parts.player = player)};
  }

  it('gets `aborted`, and nothing more is asked or reported', async () => {
    const {session, redemption, answer, sent, errors} = await underWay();
    session.signOut();

    assert.equal((await redemption).code, 'aborted');
    answer.resolve(json({}, 500));
    await promisesDone(5);

    assert.deepEqual(sent(), ['GET verify', 'POST redeem']);
    assert.deepEqual(errors, []);
  });

  it('does not hold up the next player, who gets neither that promise nor those tries', async () => {
    const {session, codes, api, redemption, become, sent} = await underWay();
    session.signOut();
    become('ben');
    session.refresh();
    api.on(REDEEM, redeemed);

    const {rewards} = await codes.redeem('WELCOME');

    assert.equal(rewards.length, 1);
    assert.equal((await redemption).code, 'aborted');
    assert.equal(sent().filter(call => call === 'POST redeem').length, 2);
    const users = api.requests.map(({headers}) => headers.get('authorization'));
    assert.notEqual(users.at(-1), users[1]);
  });

  it('leaves no wait after unknown codes to the next one', async () => {
    const {session, codes, api} = withCode();
    api.on(VERIFY, unknownCode);
    for (let i = 0; i < 6; i++) await errorOf(codes.verify('WELCOME'));
    session.signOut();
    session.refresh();
    api.on(VERIFY, () => verified());

    await codes.verify('WELCOME');
  });
});

describe('A promo code', () => {
  const cart = (amount: string, quantity = 1): Response =>
    json({
      cart_id: '1',
      is_free: false,
      price: {amount, currency: 'EUR'},
      items: [{sku: 'a', quantity, is_free: false, price: {amount, currency: 'EUR'}}],
    });

  it('is applied to the cart that the page names, with what the vendor documents', async () => {
    const {codes, api} = withCode();
    api
      .on(VERIFY, () => verified('promocode'))
      .on(`${CART}/mine`, () => cart('2.00'))
      .on(APPLY, () => cart('1.80'));

    const {cart: after, code} = await codes.applyPromoCode('WELCOME', {cartId: 'mine'});

    assert.deepEqual([code, after.price?.amount], ['WELCOME', '1.80']);
    assert.deepEqual(await api.requests.at(-1)!.json(), {coupon_code: 'WELCOME', cart: {id: 'mine'}});
  });

  it('has an unknown end where the cart has other items by then', async () => {
    const {codes, api} = withCode();
    let reads = 0;
    api
      .on(VERIFY, () => verified('promocode'))
      .on(CART, () => (reads++ ? cart('3.60', 2) : cart('2.00')))
      .on(APPLY, () => json({}, 500));

    assert.equal((await errorOf(codes.applyPromoCode('WELCOME'))).code, 'outcome-unknown');
  });

  it('is not sent where the cart cannot be read', async () => {
    const {codes, api, sent} = withCode();
    api.on(VERIFY, () => verified('promocode')).on(CART, () => json({}));

    assert.equal((await errorOf(codes.applyPromoCode('WELCOME'))).code, 'bad-answer');
    assert.deepEqual(sent(), ['GET verify', 'GET cart']);
  });

  it('has an unknown end where the cart cannot be read after the lost answer', async () => {
    const {codes, api} = withCode();
    let reads = 0;
    api
      .on(VERIFY, () => verified('promocode'))
      .on(CART, () => (reads++ ? json({errorCode: 0}, 403) : cart('2.00')))
      .on(APPLY, () => json({}, 500));

    assert.equal((await errorOf(codes.applyPromoCode('WELCOME'))).code, 'outcome-unknown');
  });
});
