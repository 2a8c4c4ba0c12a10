import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {codeReasonOf, type LiveOpsError, type Session} from '../../../src/index.js';
import {waitUntil} from '../../support/wait-until.js';
import {useRocket} from '../clan-switch/rocket.js';

const rocket = useRocket();
const PROJECT = '/api/v2/project/44056';
const REDEEM = `${PROJECT}/coupon/redeem`;
const APPLY = `${PROJECT}/promocode/redeem`;
const REMOVE = `${PROJECT}/promocode/remove`;
const POTION = 'com.xsolla.potion_2';

/** Whether each request to that path was carried out. */
async function sent(path: string): Promise<readonly boolean[]> {
  return (await rocket.sandbox.readLog()).filter(row => row.path === path).map(({applied}) => applied);
}

/** How often Rocket has used a code. */
async function usesOf(wanted: string): Promise<number> {
  const answer = await fetch(`${rocket.sandbox.url}/sandbox/codes`);
  const codes = (await answer.json()) as {code: string; uses: Record<string, number>}[];
  return codes.find(({code}) => code === wanted)?.uses['Rocket'] ?? 0;
}

async function fillCart(): Promise<void> {
  const headers = {authorization: `Bearer ${await rocket.sandbox.token()}`};
  const body = JSON.stringify({items: [{sku: POTION, quantity: 2}]});
  const answer = await fetch(`${rocket.sandbox.url}${PROJECT}/cart/fill`, {method: 'PUT', headers, body});
  assert.equal(answer.status, 200);
}

/** The code and the reason with which a call is rejected. */
async function refusal(call: Promise<unknown>): Promise<readonly [string, string]> {
  const error = await call.then(
    () => assert.fail('The call should fail.'),
    (reason: unknown) => reason as LiveOpsError,
  );
  return [error.code, codeReasonOf(error)];
}

const choices = {'com.xsolla.game_1': 'com.xsolla.game_key_2'};

describe('A code over a real server', () => {
  it('is verified with its kind and what it gives, and nothing is used', async () => {
    const {codes} = rocket.signIn();

    const verified = await codes.verify(' \u200bWELCOME\n');

    assert.equal(verified.code, 'WELCOME');
    assert.deepEqual([verified.kind, verified.rewards[0]?.sku, verified.rewards[0]?.quantity], ['coupon', POTION, 3]);
    assert.deepEqual(
      [await codes.verify('WINTER10'), await codes.verify('SECRET')].map(({kind, discount}) => [kind, discount]),
      [
        ['promo-code', '10.00'],
        ['unique-offer', undefined],
      ],
    );
    assert.equal(await usesOf('WELCOME'), 0);
  });

  it('says why the player cannot use it', async () => {
    const {codes} = rocket.signIn();

    assert.deepEqual(await refusal(codes.verify('ONCE')), ['code-limit', 'limit']);
    assert.deepEqual(await refusal(codes.verify('OLD')), ['code-expired', 'expired']);
    assert.deepEqual(await refusal(codes.verify('ELSEWHERE')), ['code-region', 'region']);
    assert.deepEqual(await refusal(codes.redeem('welcome')), ['code-unknown', 'unknown']);
    assert.deepEqual(await refusal(codes.redeem('WINTER10')), ['invalid', 'wrong-kind']);
    assert.deepEqual(await refusal(codes.applyPromoCode('WELCOME')), ['invalid', 'wrong-kind']);
    assert.deepEqual(await sent(REDEEM), []);
    assert.deepEqual(await sent(APPLY), []);
  });

  it('that cannot be one is not sent', async () => {
    const {codes} = rocket.signIn();

    for (const text of ['', 'WEL-COME', 'WELCOME, GIFT', 'ÜBER', 'A'.repeat(129)]) {
      assert.deepEqual(await refusal(codes.verify(text)), ['invalid', 'not-a-code'], text);
    }
    assert.deepEqual(await refusal(codes.redeem(undefined as never)), ['config', 'other']);
    assert.deepEqual(await rocket.sandbox.readLog(), []);
  });

  it('shows its rewards by the call of its kind', async () => {
    const {codes} = rocket.signIn();

    assert.equal((await codes.rewards('KEYS')).rewards[0]?.units?.length, 2);
    assert.equal((await codes.rewards('WINTER10')).discount, '10.00');
    assert.deepEqual((await codes.rewards('SECRET')).rewards, []);
    assert.equal((await sent(`${PROJECT}/coupon/code/KEYS/rewards`)).length, 1);
    assert.equal((await sent(`${PROJECT}/promocode/code/WINTER10/rewards`)).length, 1);
  });
});

describe('A coupon over a real server', () => {
  it('is redeemed once, by two presses', async () => {
    const {codes} = rocket.signIn();

    const [first, second] = await Promise.all([codes.redeem('WELCOME'), codes.redeem(' WELCOME ')]);

    assert.equal(first, second);
    assert.deepEqual(
      first.rewards.map(({sku, quantity, source}) => [sku, quantity, source]),
      [[POTION, 3, 'answer']],
    );
    assert.deepEqual([await sent(REDEEM), await usesOf('WELCOME')], [[true], 1]);
  });

  it('is redeemed once by two pages, of which neither says that it failed for another reason', async () => {
    const calls = [rocket.signIn(), rocket.signIn()].map(({codes}) => codes.redeem('WELCOME'));
    const ends = await Promise.all(
      calls.map(call =>
        call.then(
          () => 'redeemed',
          (error: LiveOpsError): string => codeReasonOf(error),
        ),
      ),
    );

    assert.equal(await usesOf('WELCOME'), 1);
    assert.equal(ends.filter(end => end === 'redeemed').length, 1);
    const other = ends.find(end => end !== 'redeemed');
    assert.ok(other === 'limit' || other === 'probably-redeemed', other);
  });

  it('is not sent without a choice that it needs', async () => {
    const {codes} = rocket.signIn();

    assert.deepEqual(await refusal(codes.redeem('KEYS')), ['invalid', 'choice']);
    assert.deepEqual(await sent(REDEEM), []);
    const {rewards} = await codes.redeem('KEYS', {choices});
    assert.deepEqual(
      rewards.map(({sku}) => sku),
      ['com.xsolla.game_key_2'],
    );
  });

  for (const fault of [
    {fault: 'drop-answer'},
    {fault: 'status-after', status: 500},
    {fault: 'status-after', status: 403, body: '<h1>Blocked</h1>'},
    {fault: 'status-after', status: 200, body: '<h1>Sign in to Wi-Fi</h1>'},
    {fault: 'status-after', status: 422, body: '{"statusCode": 422, "errorCode": 1102}'},
    {fault: 'status-after', status: 429, body: '{"statusCode": 429, "errorCode": 0}'},
    {fault: 'status-after', status: 422, body: '{"statusCode": 422, "errorCode": 9804}'},
    {fault: 'truncate', bytes: 20},
  ]) {
    it(`with ${JSON.stringify(fault)} is probably redeemed, and sent once`, async () => {
      const {codes} = rocket.signIn();
      await rocket.sandbox.setFaults([{method: 'POST', path: REDEEM, ...fault}]);

      assert.deepEqual(await refusal(codes.redeem('WELCOME')), ['outcome-unknown', 'probably-redeemed']);

      assert.deepEqual([(await sent(REDEEM)).length, await usesOf('WELCOME')], [1, 1]);
    });
  }

  for (const fault of [{fault: 'drop-request'}, {fault: 'status', status: 503}]) {
    it(`with ${JSON.stringify(fault)} has an unknown end, is not sent again, and can be`, async () => {
      const {codes} = rocket.signIn();
      await rocket.sandbox.setFaults([{method: 'POST', path: REDEEM, ...fault, times: 1}]);

      assert.deepEqual(await refusal(codes.redeem('WELCOME')), ['outcome-unknown', 'no-answer']);
      assert.deepEqual(await sent(REDEEM), [false]);

      await codes.redeem('WELCOME');
      assert.equal(await usesOf('WELCOME'), 1);
    });
  }

  it('with a refusal that is certain is not checked again', async () => {
    const {codes} = rocket.signIn();
    const body = '{"statusCode": 422, "errorCode": 9808}';
    await rocket.sandbox.setFaults([{method: 'POST', path: REDEEM, fault: 'status', status: 422, body}]);

    assert.deepEqual(await refusal(codes.redeem('WELCOME')), ['code-region', 'region']);

    assert.equal((await sent(`${PROJECT}/promotion/code/WELCOME/verify`)).length, 1);
  });

  it('is redeemed with a fresh token when the server refuses the first, once', async () => {
    const {codes} = rocket.signIn();
    await rocket.sandbox.setFaults([{method: 'POST', path: REDEEM, fault: 'status', status: 401, times: 1}]);

    await codes.redeem('WELCOME');

    assert.deepEqual([await sent(REDEEM), await usesOf('WELCOME')], [[false, true], 1]);
  });

  it('whose page was closed before the answer is used up on the next page, and nothing is sent', async () => {
    const session = rocket.signIn();
    await rocket.sandbox.setFaults([{method: 'POST', path: REDEEM, fault: 'drop-answer', times: 1}]);
    const left = refusal(session.codes.redeem('WELCOME'));
    await waitUntil(async () => (await sent(REDEEM)).length, 'the redemption');
    session.destroy();
    await left;

    assert.deepEqual(await refusal(rocket.signIn().codes.redeem('WELCOME')), ['code-limit', 'limit']);
    assert.deepEqual([(await sent(REDEEM)).length, await usesOf('WELCOME')], [1, 1]);
  });
});

describe('A promo code over a real server', () => {
  async function withCart(): Promise<Session['codes']> {
    await fillCart();
    return rocket.signIn().codes;
  }

  it('changes the cart, and is removed from it', async () => {
    const codes = await withCart();

    const {cart, discount} = await codes.applyPromoCode('WINTER10');
    assert.deepEqual([discount, cart.price], ['10.00', {amount: '1.78', currency: 'EUR', withoutDiscount: '1.98'}]);
    const {price} = await codes.removePromoCode();

    assert.deepEqual(price, {amount: '1.98', currency: 'EUR'});
  });

  it('is refused for an empty cart, and for a cart that is none', async () => {
    const {codes} = rocket.signIn();

    assert.deepEqual(await refusal(codes.applyPromoCode('WINTER10')), ['invalid', 'cart']);
    assert.deepEqual(await refusal(codes.applyPromoCode('WINTER10', {cartId: '../x'})), ['config', 'other']);
    assert.deepEqual(await refusal(codes.removePromoCode({cartId: 'other'})), ['invalid', 'cart']);
  });

  for (const fault of [
    {fault: 'drop-answer'},
    {fault: 'status-after', status: 502},
    {fault: 'status-after', status: 200, body: '<h1>Sign in to Wi-Fi</h1>'},
    {fault: 'truncate', bytes: 20},
  ]) {
    it(`with ${JSON.stringify(fault)} is found in the cart, and so is its removal`, async () => {
      const codes = await withCart();
      await rocket.sandbox.setFaults([APPLY, REMOVE].map(path => ({path, ...fault})));

      for (const code of ['WINTER10', 'GIFT']) {
        const {cart} = await codes.applyPromoCode(code);
        assert.deepEqual([cart.price?.amount, cart.items.length], code === 'GIFT' ? ['1.98', 2] : ['1.78', 1]);
      }
      assert.equal((await codes.removePromoCode()).items.length, 1);

      assert.deepEqual([(await sent(APPLY)).length, (await sent(REMOVE)).length], [2, 1]);
    });
  }

  it('that did not arrive has an unknown end, and can be applied again', async () => {
    const codes = await withCart();
    await rocket.sandbox.setFaults([{path: APPLY, fault: 'drop-request', times: 1}]);

    assert.deepEqual(await refusal(codes.applyPromoCode('WINTER10')), ['outcome-unknown', 'no-answer']);
    assert.deepEqual(await sent(APPLY), [false]);

    assert.equal((await codes.applyPromoCode('WINTER10')).cart.price?.amount, '1.78');
  });
});
