import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createAdmin} from '../../../src/admin/index.js';
import {assertRefused, assertRefusedHere, backEnd, basesOf, errorOf, MERCHANT, PROJECT} from './back-end.js';

const PROMOTION = 17840;
const READ_ONLY = 17841;
const payPal = {id: 24, name: 'PayPal'};
const cards = {id: 1380, name: 'Credit cards'};
const spring = {from: '2026-03-01T00:00:00+00:00', to: '2026-06-01T00:00:00+00:00'};
const summer = {from: '2026-06-01T00:00:00+02:00', to: '2026-09-01T00:00:00+02:00', offset: '+02:00'};

describe('Promotions of the Subscriptions API', () => {
  const at = backEnd();

  it('has the payment systems of a promotion', async () => {
    assert.deepEqual(await at.admin.promotions.getPaymentSystems(PROMOTION), [payPal]);
  });

  it('replaces them', async () => {
    await at.admin.promotions.setPaymentSystems(PROMOTION, [cards, payPal]);

    assert.deepEqual(await at.admin.promotions.getPaymentSystems(PROMOTION), [cards, payPal]);
  });

  it('allows all with an empty list', async () => {
    await at.admin.promotions.setPaymentSystems(PROMOTION, []);

    assert.deepEqual(await at.admin.promotions.getPaymentSystems(PROMOTION), []);
  });

  it('sets validity periods', async () => {
    await at.admin.promotions.setPeriods(PROMOTION, [spring, summer]);

    const [row] = await at.sandbox.readLog();
    assert.deepEqual([row?.method, row?.status, row?.applied], ['PUT', 204, true]);
  });

  it('is refused other payment systems by a read-only promotion', async () => {
    await assertRefused(at.admin.promotions.setPaymentSystems(READ_ONLY, []), 'invalid', 422, 1102);
  });

  it('may add periods to a read-only promotion, and not take its own away', async () => {
    await at.admin.promotions.setPeriods(READ_ONLY, [spring, summer]);

    await assertRefused(at.admin.promotions.setPeriods(READ_ONLY, [spring]), 'invalid', 422, 1102);
  });

  it('is told of an unknown promotion', async () => {
    await assertRefused(at.admin.promotions.getPaymentSystems(1), 'not-found', 404);
  });

  it('says that a key of one project is not enough', async () => {
    const options = {projectId: PROJECT, merchantId: MERCHANT, apiKey: 'sandbox-project-api-key'};
    const admin = createAdmin({...options, ...basesOf(at.sandbox)});

    const error = await errorOf(admin.promotions.getPaymentSystems(PROMOTION));

    assert.deepEqual([error.code, error.status, error.vendorCode], ['auth-required', 401, 1020]);
    assert.match(error.message, /company-wide/);
  });

  it('says which option it needs when it has no company', async () => {
    const {promotions} = createAdmin({projectId: PROJECT, apiKey: 'key'} as {
      projectId: number;
      merchantId: 1;
      apiKey: 'key';
    });

    const {code, message} = await errorOf(promotions.getPaymentSystems(PROMOTION));

    assert.deepEqual([code, message], ['config', 'This call needs `merchantId`.']);
  });

  it('refuses what breaks a limit before it is sent', async () => {
    const {promotions} = at.admin;

    await assertRefusedHere(promotions.getPaymentSystems(0), 'promotionId');
    await assertRefusedHere(promotions.setPaymentSystems(1.5, []), 'promotionId');
    await assertRefusedHere(promotions.setPaymentSystems(PROMOTION, [payPal, {...cards, id: 0}]), 'systems[1].id');
    await assertRefusedHere(promotions.setPaymentSystems(PROMOTION, [{id: 24} as typeof payPal]), 'systems[0].name');
    await assertRefusedHere(
      promotions.setPeriods(PROMOTION, [{...spring, from: '2026-03-01T00:00:00'}]),
      'periods[0].from',
    );
    await assertRefusedHere(
      promotions.setPeriods(PROMOTION, [spring, {...summer, to: '2026-02-30T00:00:00Z'}]),
      'periods[1].to',
    );
    await assertRefusedHere(promotions.setPeriods(PROMOTION, [{from: spring.to, to: spring.from}]), 'periods[0].to');
    assert.deepEqual(await at.sandbox.readLog(), []);
  });
});
