import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {LiveOpsError} from '../../../src/errors.js';
import {json} from '../../support/fake-api.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {sessionOver} from '../session/make-session.js';
import {mapStorage} from '../storage/fake-stores.js';

const PROJECT = 'v2/project/44056';
const POTION = {sku: 'potion'};

/** A session whose player may use a promo code, and the bodies of the orders that reach the server. */
function withPromoCode(type = 'promocode', rewards: object = {discount: {percent: '10.00'}}) {
  let orders = 640;
  const bodies: Record<string, unknown>[] = [];
  const parts = sessionOver({
    getToken: () => jwt({sub: 'ana'}),
    storage: mapStorage(),
    pollSeconds: 0,
    openCheckout: () => undefined,
  });
  parts.api
    .on(`GET ${PROJECT}/promotion/code/WINTER/verify`, () => json({type, rewards}))
    .on(`POST ${PROJECT}/payment/item/potion`, async request => {
      bodies.push((await request.json()) as Record<string, unknown>);
      return json({order_id: ++orders, token: `t${orders}`});
    })
    .on(`POST ${PROJECT}/user/offer_chain/301/step/number/2/order`, async request => {
      bodies.push({step: await request.text()});
      return json({order_id: ++orders, token: `t${orders}`});
    });
  for (let id = 641; id < 645; id++) {
    parts.api.on(`GET ${PROJECT}/order/${id}`, () => json({order_id: id, status: 'new', content: {}}));
  }
  return {...parts, ...parts.session, bodies};
}

const errorOf = (call: Promise<unknown>): Promise<LiveOpsError> =>
  call.then(
    () => assert.fail('The call should fail.'),
    (error: unknown) => error as LiveOpsError,
  );

describe('A promo code that is kept', () => {
  it('goes with the next order of an item, and with that one only', async () => {
    const {codes, orders, bodies} = withPromoCode();
    const kept = await codes.keepPromoCode(' WINTER ');
    assert.deepEqual([kept.kind, codes.$promoCode.get()], ['promo-code', 'WINTER']);

    const order = await orders.order(POTION);

    assert.deepEqual(bodies, [{quantity: 1, promo_code: 'WINTER'}]);
    assert.deepEqual(order.target, {sku: 'potion', promoCode: 'WINTER'});
    assert.equal(codes.$promoCode.get(), undefined);
  });

  it('is not sent with a step, which has no documented body, and waits for an item', async () => {
    const {codes, orders, bodies} = withPromoCode();
    await codes.keepPromoCode('WINTER');

    await orders.order({offerChainId: 301, stepNumber: 2});

    assert.deepEqual(bodies, [{step: ''}]);
    assert.equal(codes.$promoCode.get(), 'WINTER');
  });

  it('can be dropped, and is dropped when the player leaves', async () => {
    const {codes, orders, bodies, session} = withPromoCode();
    await codes.keepPromoCode('WINTER');
    codes.dropPromoCode();
    await orders.order(POTION);
    assert.deepEqual(bodies, [{quantity: 1}]);

    await codes.keepPromoCode('WINTER');
    session.signOut();
    assert.equal(codes.$promoCode.get(), undefined);
  });

  it('does not open an order again that waits without it, at another price', async () => {
    const {codes, orders, bodies} = withPromoCode();
    await orders.order(POTION);
    await codes.keepPromoCode('WINTER');

    assert.equal((await errorOf(orders.order(POTION))).code, 'payment-open');

    assert.equal(bodies.length, 1);
    assert.equal(codes.$promoCode.get(), 'WINTER');
  });

  it('may be the code of a unique offer, but no coupon, and none with a choice', async () => {
    const unique = withPromoCode('unique_catalog_offer', {});
    await unique.codes.keepPromoCode('WINTER');
    assert.equal(unique.codes.$promoCode.get(), 'WINTER');

    const units = [
      {sku: 'a', name: 'A'},
      {sku: 'b', name: 'B'},
    ];
    const bonus = [{item: {sku: 'game', type: 'unit', unit_items: units}, quantity: 1}];
    const choice = withPromoCode('promocode', {is_selectable: true, bonus});
    for (const [{codes}, reason] of [
      [withPromoCode('coupon'), 'wrong-kind'],
      [choice, 'choice'],
    ] as const) {
      assert.deepEqual((await errorOf(codes.keepPromoCode('WINTER'))).reason, reason);
      assert.equal(codes.$promoCode.get(), undefined);
    }
  });

  for (const [status, vendorCode, code] of [
    [404, 9802, 'code-unknown'],
    [422, 9804, 'code-limit'],
    [422, 9808, 'code-region'],
    [422, 9810, 'code-expired'],
  ] as const) {
    it(`stays where an order is refused for it with ${vendorCode}: ${code}`, async () => {
      const {codes, orders, api} = withPromoCode();
      api.on(`POST ${PROJECT}/payment/item/potion`, () => json({statusCode: status, errorCode: vendorCode}, status));
      await codes.keepPromoCode('WINTER');

      assert.equal((await errorOf(orders.order(POTION))).code, code);

      assert.equal(codes.$promoCode.get(), 'WINTER');
    });
  }
});
