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
    const asked = page.waitForRequest(/\/contributors\/101\/top\?/);
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
      ['1 winner 555', '2 Rocket You 398', '3 MrJoe 201', '4 beginner 1'],
    );
    assert.match(tree, /button "158 points to rank 1"/);
  });

  it('marks the offer that the player needs when the player wants to climb, and moves the focus there', async () => {
    const {page} = await demo.open();
    await boardShows(page, WOLVES);

    await page.locator('liveops-clan-contributors').getByRole('button', {name: '158 points to rank 1'}).click();

    const wanted = page.locator('#offer-list .wanted');
    await wanted.waitFor();
    assert.equal(await wanted.getByText('Night lantern').count(), 1);
    assert.match((await page.evaluate(() => document.activeElement?.ariaLabel)) ?? '', /Night lantern/);
  });

  it('moves the board when the player buys it', async () => {
    const {page} = await demo.open();
    await boardShows(page, WOLVES);

    await page.getByRole('button', {name: /Buy Night lantern/}).click();

    await boardShows(page, ['Rocket 598', 'winner 555', 'MrJoe 201', 'beginner 1']);
    assert.equal(await page.locator('liveops-clan-contributors [part~=climb]').count(), 0);
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
