import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {boardShows, partIsEmpty, partShows, WOLVES} from '../../../built/pages/board.js';
import {ownErrors} from '../../../built/pages/browser-page.js';
import {lookNow, startDemo, type Demo} from '../../../built/pages/demo-page.js';

const FAILURES: [string, RegExp][] = [
  ['server error (500)', /could not be loaded/],
  ['too many requests (429)', /could not be loaded/],
  ['token refused (401)', /Sign in/],
  ['no answer', /could not be loaded/],
  ['captive portal', /could not be loaded/],
];

describe('The faults of the demo’s panel', () => {
  let demo: Demo;

  before(async () => {
    demo = await startDemo();
  });

  after(() => demo.close());

  async function openBoard() {
    const opened = await demo.open();
    await boardShows(opened.page, WOLVES);
    const choose = async (fault: string): Promise<void> => {
      const done = opened.page.waitForResponse(/\/sandbox\/faults$/);
      await opened.page.getByLabel('Every read').selectOption(fault);
      await done;
    };
    return {...opened, choose};
  }

  it('are all of those that are tested here', async () => {
    const {page} = await openBoard();

    const options = await page.getByLabel('Every read').locator('option').allTextContents();

    assert.deepEqual(options.sort(), [...FAILURES.map(([fault]) => fault), 'none', 'slow (3 s)'].sort());
  });

  for (const [fault, text] of FAILURES) {
    it(`keep the rows and tell their age: ${fault}; and end`, async () => {
      const {page, misdeeds, choose} = await openBoard();

      await choose(fault);
      await lookNow(page);
      await partShows(page, 'age', /Updated/);
      await boardShows(page, WOLVES);

      await choose('none');
      await lookNow(page);
      await partIsEmpty(page, 'age');
      assert.deepEqual(ownErrors(misdeeds), []);
    });

    it(`fail where nothing was shown yet: ${fault}; and a retry shows the board`, async () => {
      const {page, misdeeds, choose} = await openBoard();
      await choose(fault);

      // A copy of the session, which has shown nothing yet.
      await page.evaluate(() => {
        const session = document.querySelector('liveops-session')!;
        const copy = session.cloneNode(true) as typeof session;
        copy.getToken = session.getToken!;
        // A poll would show the board before the button is pressed.
        copy.setAttribute('poll-seconds', '0');
        session.replaceWith(copy);
      });
      await partShows(page, 'error', text);

      await choose('none');
      await page.locator('liveops-clan-contributors').getByRole('button', {name: 'Try again'}).click();
      await boardShows(page, WOLVES);
      assert.deepEqual(ownErrors(misdeeds), []);
    });
  }

  it('are shown as the sandbox has them: after a reload, used up, and ended elsewhere', async () => {
    const {page, choose} = await openBoard();
    const isShown = (fault: string): Promise<unknown> =>
      page.waitForFunction(name => document.querySelector<HTMLSelectElement>('[name=fault]')!.value === name, fault);
    await choose('server error (500)');

    await page.reload();
    await isShown('server error (500)');

    await page.getByRole('button', {name: 'Let the token expire'}).click();
    await lookNow(page);
    await isShown('none');

    await choose('no answer');
    await demo.sandbox.setFaults([{path: '/nowhere', fault: 'drop-request'}]);
    await isShown('');
    await demo.sandbox.setFaults([]);
    await isShown('none');
  });

  it('hold the answer back: slow (3 s)', async () => {
    const {page, choose} = await openBoard();

    await choose('slow (3 s)');
    const asked = page.waitForRequest(/\/contributors\/101\/top$/);
    await page.getByLabel('Points', {exact: true}).fill('1');
    await page.getByRole('button', {name: 'Give points'}).click();
    await lookNow(page);

    await boardShows(page, ['winner 555', 'Rocket 399', 'MrJoe 201', 'beginner 1']);
    await partIsEmpty(page, 'age');
    // Timers may fire a millisecond early.
    assert.ok((await asked).timing().responseStart >= 2_999);
  });
});
