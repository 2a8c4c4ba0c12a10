import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {CodeReceipt} from '../../../src/codes/codes.js';
import type {LiveOpsError} from '../../../src/errors.js';
import {later} from '../../support/deferred.js';
import {json} from '../../support/fake-api.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {promisesDone} from '../../support/promises-done.js';
import {sessionOver} from '../session/make-session.js';
import {mapStorage} from '../storage/fake-stores.js';

const VERIFY = 'GET v2/project/44056/promotion/code/WELCOME/verify';
const REDEEM = 'POST v2/project/44056/coupon/redeem';
const POTION = {sku: 'potion', name: 'Potion', type: 'virtual_good', quantity: 3};

const usedUp = (): Response => json({statusCode: 422, errorCode: 9804}, 422);

/** What one device keeps, with a player who opens pages on it, and a coupon that the player may use. */
function onDevice(storage: ReturnType<typeof mapStorage> | null = mapStorage()) {
  let player: string | undefined = 'ana';
  const open = () => {
    const getToken = (): string => (player ? jwt({sub: player}) : 'opaque');
    const parts = sessionOver({pollSeconds: 0, getToken, ...(storage && {storage})});
    parts.api
      .on(VERIFY, () => json({type: 'coupon', rewards: {bonus: [{item: POTION, quantity: 3}]}}))
      .on(REDEEM, () => json({items: [POTION]}));
    const {codes} = parts.session;
    codes.$receipts.listen(() => undefined);
    const sent = (): number => parts.api.requests.filter(({method}) => method === 'POST').length;
    return {...parts, codes, sent, shown: () => codes.$receipts.get().map(toRow)};
  };
  return {open, signIn: (next: string | undefined) => (player = next)};
}

const toRow = ({code, end, acknowledged}: CodeReceipt): string => [code, end, ...(acknowledged ? ['seen'] : [])].join();

/** What a call is rejected with. */
const errorOf = (call: Promise<unknown>): Promise<LiveOpsError> =>
  call.then(
    () => assert.fail('The call should fail.'),
    (error: unknown) => error as LiveOpsError,
  );

const settled = (): Promise<void> => promisesDone(20);

describe('The receipt of a coupon', () => {
  it('lists what was received, and is there after a reload, also once it is acknowledged', async () => {
    const {open} = onDevice();
    const first = open();
    await first.codes.redeem('WELCOME');
    const [receipt] = first.codes.$receipts.get();
    assert.deepEqual(
      receipt?.rewards.map(({name, quantity, source}) => [name, quantity, source]),
      [['Potion', 3, 'answer']],
    );
    assert.equal(receipt?.durable, true);
    first.session.destroy();

    const second = open();
    await settled();
    assert.deepEqual(second.shown(), ['WELCOME,redeemed']);
    await second.codes.acknowledge(receipt.id);
    second.session.destroy();

    const third = open();
    await settled();
    assert.deepEqual(third.shown(), ['WELCOME,redeemed,seen']);
    assert.deepEqual(third.sent(), 0);
  });

  it('is none for a code that was refused', async () => {
    const {open} = onDevice();
    const page = open();
    page.api.on(REDEEM, () => json({statusCode: 422, errorCode: 9808}, 422));

    assert.equal((await errorOf(page.codes.redeem('WELCOME'))).code, 'code-region');

    assert.deepEqual(page.shown(), []);
    page.session.destroy();
    const next = open();
    await settled();
    assert.deepEqual(next.shown(), []);
  });

  it('is none in another tab either, which had seen that the code was sent', async () => {
    const {open} = onDevice();
    const page = open();
    const answer = later<Response>();
    page.api.on(REDEEM, () => answer.promise);
    const call = errorOf(page.codes.redeem('WELCOME'));
    await settled();
    const other = open();
    await settled();

    answer.resolve(json({statusCode: 422, errorCode: 9808}, 422));
    assert.equal((await call).code, 'code-region');
    other.clock.pass(71_000);
    await settled();

    assert.deepEqual(other.shown(), []);
    await other.codes.redeem('WELCOME');
    assert.deepEqual(other.shown(), ['WELCOME,redeemed']);
  });

  it('is unknown after a lost answer, and probable once the code is seen to be used up', async () => {
    const {open} = onDevice();
    const page = open();
    page.api.on(REDEEM, () => json({}, 500));

    await errorOf(page.codes.redeem('WELCOME'));
    assert.deepEqual(page.shown(), ['WELCOME,unknown']);

    page.api.on(VERIFY, usedUp);
    assert.equal((await errorOf(page.codes.verify('WELCOME'))).code, 'code-limit');
    assert.deepEqual(page.shown(), ['WELCOME,probably-redeemed']);
  });

  it('that was unknown has done its work when the player sends the code again', async () => {
    const {open} = onDevice();
    const page = open();
    page.api.on(REDEEM, () => json({}, 500));
    await errorOf(page.codes.redeem('WELCOME'));
    page.clock.pass(1_000);
    page.api.on(REDEEM, () => json({items: [POTION]}));

    await page.codes.redeem('WELCOME');

    assert.deepEqual(page.shown(), ['WELCOME,redeemed', 'WELCOME,unknown,seen']);
  });

  it('lasts as long as the page where nothing can be stored', async () => {
    const {open} = onDevice(null);
    const page = open();

    await page.codes.redeem('WELCOME');

    assert.deepEqual(page.shown(), ['WELCOME,redeemed']);
    assert.equal(page.codes.$receipts.get()[0]?.durable, false);
  });

  it('is forgotten after 90 days, or behind 20 newer ones, and only once it was seen', async () => {
    const {open} = onDevice();
    const page = open();
    for (let count = 0; count < 22; count++) {
      page.clock.pass(1_000);
      await page.codes.redeem('WELCOME');
    }
    assert.equal(page.shown().length, 22);
    for (const {id} of page.codes.$receipts.get().slice(1)) await page.codes.acknowledge(id);
    page.session.refresh();
    await settled();
    assert.equal(page.shown().length, 21);

    page.clock.pass(91 * 24 * 3_600_000);
    page.session.refresh();
    await settled();
    assert.deepEqual(page.shown(), ['WELCOME,redeemed']);
  });
});

describe('A page that is closed before the answer', () => {
  for (const [check, end] of [
    [usedUp, 'probably-redeemed'],
    [() => json({type: 'coupon', rewards: {}}), 'unknown'],
    [() => json({}, 404), 'unknown'],
  ] as const) {
    it(`leaves it to the next one to find out: ${end}`, async () => {
      const {open} = onDevice();
      const page = open();
      page.api.on(REDEEM, () => new Promise<Response>(() => undefined));
      const call = errorOf(page.codes.redeem('WELCOME'));
      await settled();
      page.session.destroy();
      assert.equal((await call).code, 'aborted');

      const next = open();
      next.api.on(VERIFY, check);
      await settled();
      next.clock.pass(70_000);
      await settled();

      assert.deepEqual(next.shown(), [`WELCOME,${end}`]);
      assert.equal(next.api.requests.length, 1);
    });
  }

  it('keeps the next one from sending the code before that', async () => {
    const {open} = onDevice();
    const page = open();
    page.api.on(REDEEM, () => new Promise<Response>(() => undefined));
    const call = errorOf(page.codes.redeem('WELCOME'));
    await settled();
    page.session.destroy();
    await call;

    const next = open();
    assert.equal((await errorOf(next.codes.redeem('WELCOME'))).code, 'outcome-unknown');
    next.clock.pass(70_000);
    await settled();
    assert.equal(next.sent(), 0);

    next.clock.pass(1_000);
    await next.codes.redeem('WELCOME');
    assert.equal(next.sent(), 1);
  });
});

describe('Receipts of another player', () => {
  it('are shown to that player only, after the sign-in', async () => {
    const {open, signIn} = onDevice();
    const page = open();
    const answer = later<Response>();
    page.api.on(REDEEM, () => answer.promise);
    const call = errorOf(page.codes.redeem('WELCOME'));
    await settled();
    page.session.signOut();
    await call;
    signIn('ben');
    page.session.refresh();
    await settled();
    answer.resolve(json({items: [POTION]}));
    page.clock.pass(70_000);
    await settled();
    assert.deepEqual(page.shown(), []);

    page.session.signOut();
    signIn('ana');
    page.session.refresh();
    await settled();
    assert.deepEqual(page.shown(), ['WELCOME,unknown']);
  });

  it('are not left to the next player whom nobody names', async () => {
    const {open, signIn} = onDevice();
    signIn(undefined);
    const page = open();
    await page.codes.redeem('WELCOME');
    assert.deepEqual(page.shown(), ['WELCOME,redeemed']);

    page.session.signOut();
    page.session.refresh();
    await settled();

    assert.deepEqual(page.shown(), []);
  });
});
