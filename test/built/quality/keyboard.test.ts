import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {boardShows, WOLVES} from '../pages/board.js';
import {startDemo, type Demo} from '../pages/demo-page.js';

/** What has the focus, wherever it lies: what a screen reader calls it, and whether it is seen to have the focus. */
function focus(page: Page): Promise<{name: string; ring: boolean}> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return {name: 'the page', ring: true};
    const {outlineStyle, outlineWidth} = getComputedStyle(at);
    const labelled = at as HTMLElement & {labels?: NodeListOf<HTMLLabelElement>};
    const text = at.ariaLabel ?? labelled.labels?.[0]?.firstChild?.textContent ?? at.textContent;
    return {name: text.replace(/\s+/g, ' ').trim(), ring: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0};
  });
}

/** The places that Tab leads to, one after the other, up to `last`. */
async function tabTo(page: Page, last: string, key = 'Tab'): Promise<{name: string; ring: boolean}[]> {
  const places: {name: string; ring: boolean}[] = [];
  while (places.length < 60 && places[places.length - 1]?.name !== last) {
    await page.keyboard.press(key);
    places.push(await focus(page));
  }
  return places;
}

const namesOf = (places: readonly {name: string}[]): string[] => places.map(({name}) => name);

const SHOP = ['Offers', 'Clan', 'Game server', 'Gallery', 'Theme', 'Host lab', 'One element'];
/** The offers are one stop of the Tab key; arrow keys lead through them. */
const OFFERS = ['€0.99, buy Ember pouch'];
const CLIMB_RANK = '158 points to rank 1';

describe('The shop by keyboard alone', () => {
  let demo: Demo;

  before(async () => {
    demo = await startDemo();
  });

  after(() => demo.close());

  async function open(): Promise<Page> {
    const {page} = await demo.open();
    await boardShows(page, WOLVES);
    await page.locator('liveops-daily-rewards [part~=claim]').waitFor();
    await page.locator('liveops-offer-chain [part~=buy]').waitFor();
    await page.locator('#offers [part~=buy]').first().waitFor();
    await page.locator('liveops-redeem-code [part~=check]:enabled').waitFor();
    await page.locator('liveops-reward-chain [part~=claim]').first().waitFor();
    return page;
  }

  it('leads through everything in the order in which it is read, and back', async () => {
    const page = await open();

    const places = namesOf(await tabTo(page, CLIMB_RANK));

    assert.deepEqual(places.slice(0, SHOP.length), SHOP);
    const offers = places.slice(SHOP.length, SHOP.length + OFFERS.length);
    assert.deepEqual(offers, OFFERS);
    const widgets = places.slice(SHOP.length + OFFERS.length);
    assert.deepEqual(
      widgets.map(name => name.replace(/(Claim: |€0.99, buy |845 points to ).+/, '$1…')),
      [
        ...['Claim: …', '€0.99, buy …', 'Your code', 'Check code', 'Claim: …', '845 points to …'],
        ...['Check for clan rewards', CLIMB_RANK],
      ],
    );
    const back = namesOf(await tabTo(page, 'Offers', 'Shift+Tab'));
    assert.deepEqual(back, places.slice(0, -1).reverse());
  });

  it('shows at every place that the focus is there', async () => {
    const page = await open();

    const places = await tabTo(page, 'Start over');

    assert.ok(places.length > 15);
    assert.deepEqual(namesOf(places.filter(({ring}) => !ring)), []);
  });

  it('never leaves anybody in a widget', async () => {
    const page = await open();

    const places = namesOf(await tabTo(page, 'Start over'));

    assert.equal(places[places.length - 1], 'Start over');
    assert.equal(new Set(places.filter(name => name.includes('points to'))).size, 2);
  });

  it('climbs by Enter, from the board to the offer that helps', async () => {
    const page = await open();
    await tabTo(page, CLIMB_RANK);

    await page.keyboard.press('Enter');

    await page.locator('#offers [part~=wanted]').first().waitFor();
    assert.match((await focus(page)).name, /Daily spark/);
  });

  it('climbs by Space, from the reward chain to the offer that helps', async () => {
    const page = await open();
    const climb = page.locator('liveops-reward-chain [part~=climb]');
    await climb.focus();

    await page.keyboard.press('Space');

    await page.locator('#offers [part~=wanted]').first().waitFor();
    assert.match((await focus(page)).name, /Ember pouch/);
  });

  for (const key of ['Enter', 'Space'])
    it(`claims a step by ${key}, once, and the next Tab goes on from there`, async () => {
      const page = await open();
      await page.locator('liveops-reward-chain [part~=claim]').first().focus();

      await page.keyboard.press(key);
      await page.locator('liveops-reward-chain [part~=step-claimed]').nth(1).waitFor();

      const log = await demo.sandbox.readLog();
      assert.equal(log.filter(({method}) => method === 'POST').length, 1);
      await page.keyboard.press('Tab');
      assert.match((await focus(page)).name, /^Claim: |845 points to/);
    });

  for (const key of ['Enter', 'Space'])
    it(`claims a day by ${key}, once, and the next Tab goes on from there`, async () => {
      const page = await open();
      await page.locator('liveops-daily-rewards [part~=claim]').focus();

      await page.keyboard.press(key);
      await page.locator('liveops-daily-rewards [part~=day-claimed]').nth(1).waitFor();

      const log = await demo.sandbox.readLog();
      assert.equal(log.filter(({method}) => method === 'POST').length, 1);
      await page.keyboard.press('Tab');
      assert.match((await focus(page)).name, /^€0.99, buy /);
    });

  for (const key of ['Enter', 'Space'])
    it(`opens the payment page of a step by ${key}, once, and the next Tab goes on with the payment`, async () => {
      const page = await open();
      await page.locator('liveops-offer-chain [part~=buy]').focus();
      const opened = page.waitForEvent('popup');

      await page.keyboard.press(key);
      await (await opened).waitForSelector('[data-state="new"]');
      await page.locator('liveops-offer-chain [part~=pay]:enabled').waitFor();

      const log = await demo.sandbox.readLog();
      assert.equal(log.filter(({method}) => method === 'POST').length, 1);
      await page.bringToFront();
      await page.keyboard.press('Tab');
      assert.equal((await focus(page)).name, 'Continue to payment');
    });

  it('switches the clan by keyboard from the offer to the receipt, and the focus never leaves the element', async () => {
    const page = await open();
    await page.getByRole('button', {name: 'ravens'}).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Your clan has changed.').waitFor();
    const clanSwitch = page.locator('liveops-clan-switch');
    await clanSwitch.locator('[part~=preview]').focus();

    await page.keyboard.press('Enter');
    await clanSwitch.locator('[part~=confirm]:enabled').waitFor();
    assert.equal((await focus(page)).name, 'Clan rewards');
    await page.keyboard.press('Tab');
    assert.equal((await focus(page)).name, 'Switch clan');
    await page.keyboard.press('Space');
    await clanSwitch.locator('[part~=acknowledge]:enabled').waitFor();
    assert.equal((await focus(page)).name, 'Clan rewards');
    await page.keyboard.press('Tab');
    assert.equal((await focus(page)).name, 'Got it');
    await page.keyboard.press('Enter');

    await clanSwitch.locator('[part~=preview]').waitFor();
    assert.equal((await focus(page)).name, 'Clan rewards');
    const log = await demo.sandbox.readLog();
    assert.equal(log.filter(({method}) => method === 'PUT').length, 1);
  });

  it('sends one update for an Enter that is held down all the way', async () => {
    const page = await open();
    await page.getByRole('button', {name: 'ravens'}).click();
    const clanSwitch = page.locator('liveops-clan-switch');
    await clanSwitch.locator('[part~=preview]').focus();
    await page.keyboard.press('Enter');
    await clanSwitch.locator('[part~=confirm]:enabled').focus();

    for (let times = 0; times < 20; times++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await clanSwitch.locator('[part~=acknowledge]').waitFor();

    const log = await demo.sandbox.readLog();
    assert.equal(log.filter(({method}) => method === 'PUT').length, 1);
  });
});
