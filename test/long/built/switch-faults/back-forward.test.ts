import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {BROWSER_ARGS, ensureWholeBrowser} from '../../../runner/browser.mjs';
import {waitUntil} from '../../../support/wait-until.js';
import {silent} from '../../../built/switch-faults/fates.js';
import {useWorlds} from '../../../built/switch-faults/fair.js';
import {as, isShownOnce} from '../../../built/switch-faults/players.js';

/** Playwright turns the back/forward cache off, which players have. */
const launch = () =>
  chromium.launch({
    executablePath: ensureWholeBrowser(),
    args: BROWSER_ARGS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });

describe('A page in the back/forward cache', () => {
  const open = useWorlds(launch);

  it('comes back as it was, where nothing is under way', async t => {
    const world = await open(t);
    const visit = await world.visit();
    await visit.move('ravens');
    await visit.switchClan();
    const shown = await visit.receipts();

    await visit.page.goto(`${world.pageUrl}other`);
    await visit.page.goBack({waitUntil: 'commit'});

    // The session of before, which a page that was loaded anew would not have.
    assert.deepEqual(await visit.receipts(), shown);
    await isShownOnce(visit, as('answer'), true);
  });

  it('S37: is not left there with the lock, and finds what it had sent', async t => {
    const world = await open(t);
    world.gate.fates = [silent];
    const visit = await world.visit();
    await visit.move('ravens');
    await visit.startSwitch();
    const update = await world.gate.arrived();
    await update.apply();

    await visit.page.goto(`${world.pageUrl}other`);
    await waitUntil(
      () => visit.page.evaluate(async () => !(await navigator.locks.query()).held?.length),
      'the lock to be free',
    );
    await visit.page.goBack({waitUntil: 'commit'});
    await visit.signIn('ravens');

    const [receipt] = await visit.untilReceipts(1);
    assert.deepEqual(receipt?.rewards, as('recovered'));
    assert.equal(world.gate.updates.length, 1);
  });
});
