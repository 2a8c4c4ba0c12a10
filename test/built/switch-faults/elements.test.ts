import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {insteadOf, silent} from './fates.js';
import {SIDE_BY_SIDE, useWorlds} from './fair.js';
import type {Fate} from './gate.js';
import {LEFT_BEHIND, type Visit, type World} from './players.js';

const held: Fate = () => undefined;

const part = (page: Page, name: string): Locator => page.locator(`liveops-clan-switch [part~=${name}]`);

/** A page with so many widgets of one session, whose player's clan has just changed. */
async function visitWithWidgets(world: World, count = 1, internals = {}): Promise<Visit> {
  const visit = await world.visit({internals});
  await visit.page.evaluate(wanted => {
    for (let index = 0; index < wanted; index++) {
      const widget = document.createElement('liveops-clan-switch');
      widget.session = player.session;
      document.body.append(widget);
    }
  }, count);
  await visit.move('ravens');
  return visit;
}

async function confirm({page}: Visit): Promise<Locator> {
  await part(page, 'preview').first().click();
  return part(page, 'confirm');
}

describe('<liveops-clan-switch>', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  it('S41: in three places, with double clicks and a key held down, sends one update', async t => {
    const world = await open(t);
    const visit = await visitWithWidgets(world, 3);
    const {page} = visit;
    world.gate.fates = [held];

    const button = await confirm(visit);
    await button.focus();
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('liveops-clan-switch')];
      buttons.forEach(widget => void Promise.all([widget.switchClan(), widget.switchClan()]));
    });
    const update = await world.gate.arrived();
    for (let index = 0; index < 5; index++) await page.keyboard.down('Enter');
    update.answer(await update.apply());

    await part(page, 'reward-name').nth(5).waitFor();
    const names = await part(page, 'reward-name').allTextContents();
    assert.deepEqual(names, [...LEFT_BEHIND, ...LEFT_BEHIND, ...LEFT_BEHIND]);
    assert.equal(world.gate.updates.length, 1);
    assert.equal((await visit.receipts()).length, 1);
  });

  it('S41: with its own button clicked twice, sends one update', async t => {
    const world = await open(t);
    const visit = await visitWithWidgets(world);

    await (await confirm(visit)).dblclick();

    await part(visit.page, 'reward-name').nth(1).waitFor();
    assert.equal(world.gate.updates.length, 1);
  });

  it('S13: shows an unreadable reward as an unknown item next to the others', async t => {
    const world = await open(t);
    world.gate.fates = [insteadOf(({text}) => ({text: text.replace('[', '[null,')}))];
    const visit = await visitWithWidgets(world);

    await (await confirm(visit)).click();

    await part(visit.page, 'reward-name').nth(2).waitFor();
    assert.deepEqual(await part(visit.page, 'reward-name').allTextContents(), ['Unknown item', ...LEFT_BEHIND]);
  });

  it('S7: gives up on an answer, shows what was recovered, and takes the acknowledgement', async t => {
    const world = await open(t);
    world.gate.fates = [silent];
    const visit = await visitWithWidgets(world, 1, {giveUpMs: 500});

    await (await confirm(visit)).click();

    await part(visit.page, 'reward-name').nth(1).waitFor();
    assert.deepEqual(await part(visit.page, 'reward-name').allTextContents(), LEFT_BEHIND);
    await part(visit.page, 'acknowledge').click();
    await visit.untilReceipts(0);
    assert.equal(world.gate.updates.length, 1);
  });
});
