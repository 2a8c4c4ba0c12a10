import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {startDemo, type Demo} from './demo-page.js';

describe('The code field of the demo shop', () => {
  let demo: Demo;

  before(async () => {
    demo = await startDemo();
  });

  after(() => demo.close());

  const codes = (page: Page) => page.locator('liveops-redeem-code');
  const redemptions = async (): Promise<number> =>
    (await demo.sandbox.readLog()).filter(({path}) => path.endsWith('/coupon/redeem')).length;

  async function check(page: Page, code: string): Promise<void> {
    await codes(page).getByLabel('Your code').fill(code);
    await codes(page).getByRole('button', {name: 'Check code'}).click();
  }

  it('redeems a coupon with a choice, for the player that it names, and keeps the receipt over a reload', async () => {
    const {page} = await demo.open();
    await check(page, 'KEYS');
    await codes(page).getByText('Choose a platform first.').waitFor();
    assert.equal(await codes(page).getByRole('button', {name: 'Redeem'}).isDisabled(), true);

    await codes(page).getByRole('radio', {name: 'PlayStation'}).check();
    await codes(page).getByText('For the account').waitFor();
    await codes(page).getByRole('button', {name: 'Redeem'}).click();
    await codes(page).getByText('Redeemed! These are yours now:').waitFor();
    assert.equal(await redemptions(), 1);

    await page.reload();
    await codes(page).getByText('Redeemed! These are yours now:').waitFor();
    await codes(page).getByRole('button', {name: 'Got it'}).click();
    await codes(page).getByText('Your codes (1)').click();
    await codes(page).getByText('Lantern Isle').waitFor();
    assert.equal(await redemptions(), 1);
  });

  it('says after a reload in the middle that the gift is probably there', async () => {
    const {page} = await demo.open();
    await demo.sandbox.setFaults([{path: '/api/v2/project/44056/coupon/redeem', fault: 'delay', ms: 60_000}]);
    await check(page, 'WELCOME');
    await codes(page).getByRole('button', {name: 'Redeem'}).click();
    while ((await redemptions()) < 1) await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)));

    await page.reload();

    await codes(page).getByText('Probably yours: check your inventory.').waitFor();
    await demo.sandbox.setFaults([]);
    assert.equal(await redemptions(), 1);
  });

  it('says why a code cannot be used, and keeps it in the field', async () => {
    const {page} = await demo.open();

    await check(page, 'OLD');
    await codes(page).getByText('This code has expired.').waitFor();

    assert.equal(await codes(page).getByLabel('Your code').inputValue(), 'OLD');
  });
});
