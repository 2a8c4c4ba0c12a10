import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {keyboard, playLoop, touch} from './climb-loop.js';
import {startDemo, type Demo} from './demo-page.js';

/** The first number in a row. */
const rankOf = (row: string): number => Number(/\d+/.exec(row)?.[0]);

describe('The way from the board to a higher rank', () => {
  let demo: Demo;

  before(async () => {
    demo = await startDemo();
  });

  after(() => demo.close());

  for (const hand of [keyboard, touch])
    it(`is gone by ${hand.name} alone`, async () => {
      const {page} = await demo.open(hand === touch ? {hasTouch: true, viewport: {width: 390, height: 844}} : {});
      await page.evaluate(() => {
        const note = ({type}: Event): void => void (document.documentElement.dataset['by'] = type);
        for (const type of ['touchend', 'mousedown', 'keydown']) addEventListener(type, note, {once: true});
      });

      const {before, after, reason, names} = await playLoop(page, hand, async () => undefined);

      assert.match(reason, /you to rank 1\./);
      assert.ok(names.length > 0 && names.length <= 3, names.join());
      assert.ok(rankOf(after) < rankOf(before), `${before} became ${after}`);
      assert.equal(rankOf(after), 1);
      const by = await page.evaluate(() => document.documentElement.dataset['by']);
      assert.ok(by === 'keydown' ? hand === keyboard : hand === touch, by);
    });
});
