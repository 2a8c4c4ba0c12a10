import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {boardShows, WOLVES} from './board.js';
import {startDemo, type Demo} from './demo-page.js';
import {waitUntil} from '../../support/wait-until.js';

describe('The demo page', () => {
  let demo: Demo;

  before(async () => {
    demo = await startDemo();
  });

  after(() => demo.close());

  it('shows the four wolves, asked for across origins with a bearer token of Rocket', async () => {
    const {page} = await demo.open();
    // A request that the reload cuts off has neither user nor status.
    await page.waitForLoadState('networkidle');
    const asked = page.waitForRequest(/\/contributors\/101\/top$/);
    await page.reload({waitUntil: 'networkidle'});
    const headers = await (await asked).allHeaders();

    await boardShows(page, WOLVES);

    assert.match(headers['authorization']!, /^Bearer ey[\w-]+\.[\w-]+\.[\w-]+$/);
    assert.notEqual(new URL(demo.url).origin, new URL(demo.sandbox.url).origin);
    const log = await demo.sandbox.readLog();
    assert.deepEqual([...new Set(log.map(({user, status}) => `${user} ${status}`))], ['Rocket 200']);
  });

  it('writes no error and no warning, and asks no other host', async () => {
    const {page, misdeeds} = await demo.open();

    await boardShows(page, WOLVES);
    await page.waitForLoadState('networkidle');

    assert.deepEqual(misdeeds, {errors: [], warnings: [], hosts: new Set(['127.0.0.1'])});
  });

  it('reads, for those who do not see it, as a heading, a list with the own row told, and a button', async () => {
    const {page} = await demo.open();
    await boardShows(page, WOLVES);

    const tree = await page.locator('liveops-clan-contributors').ariaSnapshot();

    assert.match(tree, /region "Top contributors"/);
    assert.match(tree, /heading "Top contributors" \[level=2\]/);
    assert.match(tree, /list "Top contributors"/);
    assert.deepEqual(
      [...tree.matchAll(/listitem: (.+)/g)].map(([, text]) => text),
      [
        'Rank 1, winner, 555 points',
        'Rank 2, Rocket, You, 398 points',
        'Rank 3, MrJoe, 201 points',
        'Rank 4, beginner, 1 point',
      ],
    );
    assert.match(tree, /button "158 points to rank 1"/);
  });

  it('brings the offers forward that lift the player when the player wants to climb, and moves the focus there', async () => {
    const {page} = await demo.open();
    await boardShows(page, WOLVES);
    await page.locator('#offers [part~=offer]').first().waitFor();

    await page.locator('liveops-clan-contributors').getByRole('button', {name: '158 points to rank 1'}).click();

    await page.locator('#offers').getByText('These three lift you to rank 1.').waitFor();
    assert.deepEqual(await page.locator('#offers [part~=wanted] [part~=name]').allTextContents(), [
      ...['Daily spark', 'Ember pouch', 'Wolf shield'],
    ]);
    assert.equal(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel),
      'Get it for free: Daily spark',
    );
  });

  it('moves the board once the payment of an offer has arrived, and suggests something then', async () => {
    const {page} = await demo.open();
    await boardShows(page, WOLVES);
    const window = page.context().waitForEvent('page');
    await page.locator('#offers').getByRole('button', {name: '€3.99, buy Night lantern'}).click();
    const station = await window;

    await station.getByRole('button', {name: 'Pay', exact: true}).click();

    await boardShows(page, ['Rocket 598', 'winner 555', 'MrJoe 201', 'beginner 1']);
    assert.equal(await page.locator('liveops-clan-contributors [part~=climb]').count(), 0);
    await page.locator('#offers').getByText('Payment received. You have your item.').waitFor();
    const upsell = page.locator('liveops-offers[after-order]');
    await upsell.getByText('Purse of gems').waitFor();
    await upsell.getByRole('button', {name: 'Not now'}).click();
    await upsell.getByText('Purse of gems').waitFor({state: 'detached'});
  });

  it('moves the board at once for what is free', async () => {
    const {page} = await demo.open();
    await boardShows(page, WOLVES);

    await page.locator('#offers').getByRole('button', {name: 'Get it for free: Daily spark'}).click();

    await boardShows(page, ['winner 555', 'Rocket 408', 'MrJoe 201', 'beginner 1']);
    await page.locator('#offers').getByText('You received: Daily spark').waitFor();
  });

  it('has personal items for as long as the player is a VIP', async () => {
    const {page} = await demo.open();
    await page.locator('#offers [part~=offer]').first().waitFor();
    const mount = page.locator('#offers').getByText('Mount of the inner circle');

    await page.getByRole('button', {name: 'VIP', exact: true}).click();
    await mount.waitFor();
    await page.getByRole('button', {name: 'not VIP'}).click();

    await mount.waitFor({state: 'detached'});
  });

  it('answers the token-url of a page without script', async () => {
    const {page} = await demo.open();
    await page.evaluate(() => {
      const session = document.querySelector('liveops-session')!;
      session.setAttribute('token-url', '/session-token');
      Object.assign(session, {getToken: undefined});
    });

    await boardShows(page, WOLVES);

    const last = await waitUntil(
      async () => (await demo.sandbox.readLog()).at(-1)?.user,
      'the player of the last request',
    );
    assert.equal(last, 'Rocket');
  });
});
