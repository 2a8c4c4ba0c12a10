import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';

import {fakeLocks, putGlobal} from '../../support/fake-locks.js';
import {InstantWorld} from './instant-world.js';

const WEEK = 7 * 24 * 3_600_000;

let world: InstantWorld;
const begin = (...options: ConstructorParameters<typeof InstantWorld>): InstantWorld =>
  (world = new InstantWorld(...options));

afterEach(() => world.close());

describe('An order of a free item or for virtual currency whose answer is lost', () => {
  let restore: () => void;
  before(() => (restore = putGlobal('navigator', {locks: fakeLocks()})));
  after(() => restore());

  for (const [way, name] of [
    ['free', 'gift'],
    ['gems', 'potion for gem'],
  ] as const)
    it(`is shown as that, also after a reload, and not sent again: ${way}`, async () => {
      begin().fates = ['unanswered'];

      assert.equal(await world.pressed(way), 'outcome-unknown');
      assert.deepEqual(world.shown(), [name]);

      await world.reload();
      world.clock.pass(WEEK);
      await world.settle();
      assert.deepEqual(world.shown(), [name]);
      assert.equal(world.granted.length, 1);
      assert.deepEqual(world.tab.sent, []);
    });

  it('is found by the next page where the first one was closed before the answer', async () => {
    begin().fates = ['held'];
    world.press('gems');
    await world.settle();

    await world.reload();

    assert.deepEqual(world.shown(), ['potion for gem']);
    assert.deepEqual(world.tab.sent, []);
  });

  it('keeps a page that has not said so from ordering the same again, once', async () => {
    begin().fates = ['held'];
    world.press();
    await world.settle();
    world.closeTab();
    const {session, sent} = world.openTab(false);

    await assert.rejects(session.claimItem('gift'), {code: 'outcome-unknown'});
    assert.deepEqual(sent, []);

    await session.claimItem('gift');
    assert.deepEqual(sent, ['free']);
    assert.deepEqual(world.shown(), []);
  });

  it('is over once the player knows, in all tabs and after a reload', async () => {
    begin().fates = ['unanswered'];
    await world.pressed();
    const [first] = world.tabs;
    const second = world.openTab();
    await world.settle();
    assert.deepEqual(world.shown(second), ['gift']);

    await second.session.acknowledgeOrder(second.session.$unansweredOrders.value![0]!.id);
    await second.session.acknowledgeOrder('no such order');
    first!.session.refresh();
    await world.settle();

    assert.deepEqual([world.shown(first), world.shown(second)], [[], []]);
    await world.reload();
    assert.deepEqual(world.shown(), []);
  });

  it('is over once the player orders the same again, whatever comes of that', async () => {
    begin().fates = ['unanswered', 'refused'];
    await world.pressed();
    await world.pressed('gems');
    assert.deepEqual(world.shown(), ['gift']);

    world.fates = ['refused'];
    assert.equal(await world.pressed(), 'not-available');

    await world.reload();
    assert.deepEqual(world.shown(), []);
  });

  for (const fates of [['ok'], ['refused'], ['token refused', 'ok'], ['token refused', 'token refused']] as const)
    it(`is none where the server has answered: ${fates.join()}`, async () => {
      begin().fates = [...fates];
      await world.pressed();

      await world.reload();

      assert.deepEqual(world.shown(), []);
    });

  it('is none where the player had left before anything was sent', async () => {
    begin().fates = ['held'];
    world.press('gems');
    await world.settle();
    const press = world.press();
    world.tab.session.signOut();
    await world.release();
    assert.equal(press.end, 'aborted');

    world.tab.session.refresh();
    await world.settle();
    assert.deepEqual(world.shown(), ['potion for gem']);
    assert.deepEqual(world.tab.sent, ['gems']);
  });

  it('is shown to its own player only', async () => {
    begin().fates = ['unanswered'];
    await world.pressed();

    await world.signIn('ben');
    assert.deepEqual(world.shown(), []);
    await world.reload();
    assert.deepEqual(world.shown(), []);
    assert.equal(await world.pressed(), 'done');

    await world.signIn('ana');
    assert.deepEqual(world.shown(), ['gift']);
  });

  it('lasts as long as the page where nothing can be stored', async () => {
    begin(null).fates = ['unanswered'];

    await world.pressed();

    assert.deepEqual(world.shown(), ['gift']);
    await world.reload();
    assert.deepEqual(world.shown(), []);
  });

  for (const [fate, end] of [
    ['ok', 'done'],
    ['unanswered', 'outcome-unknown'],
  ] as const)
    it(`or not, is also the end of a press in another tab that waited for it: ${fate}`, async () => {
      begin();
      world.fates = ['held', fate];
      const blocked = world.press('gems');
      await world.settle();
      const [first, second] = [world.press(), world.press('free', world.openTab())];
      world.clock.pass(10);
      await world.release();

      assert.deepEqual([blocked.end, first.end, second.end], ['done', end, end]);
      assert.equal(world.granted.filter(({way}) => way === 'free').length, 1);
      world.clock.pass(10);
      assert.equal(await world.pressed(), 'done');
    });

  it('is not mistaken by a tab that saw it begin and was refused', async () => {
    begin().fates = ['held'];
    world.press('gems');
    await world.settle();
    world.fates = ['refused'];
    const [first] = world.tabs;
    world.press('free', first);
    const second = world.openTab();
    await world.settle();
    await world.release();
    second.session.refresh();
    await world.settle();

    assert.deepEqual(world.shown(second), []);
  });
});

describe('Where tabs cannot wait for each other, an order', () => {
  it('is given up only once no other page can wait for its answer, and not sent until then', async () => {
    begin().fates = ['held'];
    world.press();
    await world.settle();
    const second = world.openTab();
    await world.settle();
    assert.deepEqual(world.shown(second), []);
    assert.equal(await world.pressed('free', second), 'outcome-unknown');
    assert.deepEqual(second.sent, []);
    world.closeTab(world.tabs[0]);

    world.clock.pass(70_000);
    await world.settle();

    assert.deepEqual(world.shown(second), ['gift']);
  });
});
