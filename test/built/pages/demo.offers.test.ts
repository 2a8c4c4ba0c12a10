import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {startDemo, type Demo} from './demo-page.js';

describe('The offer chain of the demo shop', () => {
  let demo: Demo;

  before(async () => {
    demo = await startDemo();
  });

  after(() => demo.close());

  const offers = (page: Page) => page.locator('liveops-offer-chain');
  const ordersMade = async (): Promise<number> =>
    (await demo.sandbox.readLog()).filter(({path}) => path.endsWith('/order')).length;

  async function open(): Promise<Page> {
    const {page} = await demo.open();
    await offers(page).locator('[part~=buy]').waitFor();
    return page;
  }

  /** Presses a button that opens the payment page. */
  async function payBy(page: Page, name: string | RegExp): Promise<Page> {
    const opened = page.waitForEvent('popup');
    await offers(page).getByRole('button', {name}).click();
    const station = await opened;
    await station.waitForSelector('[data-state="new"]');
    return station;
  }

  it('sells a step: the payment page opens in the press, and the step is bought once it is paid', async () => {
    const page = await open();

    const station = await payBy(page, /^€0.99/);
    await offers(page).getByText('Waiting for your payment.').waitFor();
    await station.click('button[value="pay"]');
    await station.waitForSelector('[data-state="done"]');
    await station.close();

    await offers(page).getByText('Bought').waitFor();
    await offers(page).getByRole('button', {name: 'Claim for free: Mega potion'}).click();
    await offers(page).getByText('3 of 5 done').waitFor();
    assert.equal(await ordersMade(), 1);
  });

  it('waits after the payment page was closed and after a reload, and opens the same one again', async () => {
    const page = await open();
    const first = await payBy(page, /^€0.99/);
    const address = first.url();
    await first.close();

    await page.reload();
    await offers(page).getByText('Waiting for your payment.').waitFor();
    const again = await payBy(page, 'Continue to payment');

    assert.equal(again.url(), address);
    assert.equal(await ordersMade(), 1);
    assert.ok(!(await offers(page).innerHTML()).includes(new URL(address).searchParams.get('token')!));
  });

  it('lets the player buy again after the payment was declined', async () => {
    const page = await open();
    const station = await payBy(page, /^€0.99/);
    await station.click('button[value="decline"]');
    await station.waitForSelector('[data-state="canceled"]');
    await station.close();

    await offers(page).getByText('Your last payment was canceled.').waitFor();
    await payBy(page, /^€0.99/);

    assert.equal(await ordersMade(), 2);
  });
});
