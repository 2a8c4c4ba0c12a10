import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {insteadOf} from '../../../built/switch-faults/fates.js';
import {SIDE_BY_SIDE, useWorlds} from '../../../built/switch-faults/fair.js';
import type {Answer, Fate} from '../../../built/switch-faults/gate.js';
import {as, isShownOnce, toShown} from '../../../built/switch-faults/players.js';

type Row = Record<string, unknown>;

/** The true answer with other rows. */
const withRows = (change: (rows: Row[]) => unknown[]): Fate =>
  insteadOf(({text}: Answer) => ({
    text: JSON.stringify({reward: change((JSON.parse(text) as {reward: Row[]}).reward)}),
  }));

const many = (count: number, name: string): Row[] =>
  Array.from({length: count}, (_, index) => ({sku: `sku_${index}`, name, type: 'virtual_good'}));

describe('An answer with odd rows', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  it('S13: keeps the good ones next to unreadable ones, and is not complete', async t => {
    const world = await open(t);
    const bad = [null, 7, [], {}, {sku: {}, name: ['<b>']}];
    world.gate.fates = [withRows(([first, ...rest]) => [first, ...bad, ...rest])];
    const visit = await world.visit();
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'uncertain');

    const [first, second] = as('answer');
    await isShownOnce(visit, [first!, ...bad.map(() => ', answer'), second!], false);
  });

  it('S15: keeps every one, and of its quantity only what is a whole number from 1', async t => {
    const world = await open(t);
    const odd = ['0', '-1', '"2"', '1e400', '9007199254740993', '1.5', 'null', '{}'];
    const rows = odd.map(text => `,{"sku":"gem","name":"Gem","type":"virtual_currency","quantity":${text}}`);
    world.gate.fates = [insteadOf(({text}) => ({text: text.replace(/\]\}$/, `${rows.join('')}]}`)}))];
    const visit = await world.visit();
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'rewarded');

    const [receipt] = await visit.page.evaluate(() => player.receipts);
    assert.deepEqual(toShown(receipt!).rewards, [...as('answer'), ...odd.map(() => 'Gem, answer')]);
    const shown = receipt!.rewards.slice(2).map(({quantity}) => quantity ?? 'none');
    assert.deepEqual(shown, ['none', 'none', 2, 'none', 'none', 'none', 'none', 'none']);
  });

  it('S15: lists what was owed once, also where its quantity cannot be read', async t => {
    const world = await open(t);
    await world.sandbox.contribute('winner', 101, 1000);
    world.gate.fates = [withRows(rows => rows.map(row => ({...row, quantity: -1})))];
    const visit = await world.visit();
    await visit.move('ravens');

    await visit.switchClan();

    const [receipt] = await visit.receipts();
    const names = receipt!.rewards.map(row => row.split(',')[0]);
    assert.deepEqual(names, [...new Set(names)]);
    assert.equal(names.length, 3);
  });

  for (const count of [310, 5000])
    it(`S16: ${count} of them are all kept`, async t => {
      const world = await open(t);
      world.gate.fates = [
        withRows(rows => [...rows, ...many(count - rows.length, 'A row with a name of usual length')]),
      ];
      const visit = await world.visit();
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'rewarded');
      await visit.load('another');

      const [receipt] = await visit.untilReceipts(1);
      assert.equal(receipt!.rewards.length, count);
      assert.deepEqual(receipt!.rewards.slice(0, 2), as('answer'));
      // The second load of the same visit.
      assert.equal(receipt!.durable, false);
    });
});
