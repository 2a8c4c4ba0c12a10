import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {pageClock} from '../../../src/stores/clock.js';

/** Puts a page around the test that is hidden or shown. */
function openPage(t: TestContext, hidden: boolean) {
  const page = {document: Object.assign(new EventTarget(), {hidden}), window: new EventTarget()};
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, {value, configurable: true});
    t.after(() => Reflect.deleteProperty(globalThis, name));
  }
  return page;
}

test('without a page it is always visible and receives nothing', () => {
  const stop = pageClock.onChange(() => assert.fail());

  assert.equal(pageClock.hidden(), false);
  stop();
});

test('a hidden page is hidden', t => {
  openPage(t, true);

  assert.equal(pageClock.hidden(), true);
});

test('a page that does not show whether it is hidden is taken to be visible', t => {
  openPage(t, undefined as never);

  assert.ok(!pageClock.hidden());
});

test('the page being shown, restored or back on the network is heard of as such until the listener leaves', t => {
  const {document, window} = openPage(t, false);
  const heard: (boolean | undefined)[] = [];
  const stop = pageClock.onChange(online => heard.push(online));
  const happen = (): void => {
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pageshow'));
    window.dispatchEvent(new Event('online'));
  };

  happen();
  stop();
  happen();

  assert.deepEqual(heard, [false, false, true]);
});

test('a task runs once after its time unless it is cancelled', t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const ran: string[] = [];
  pageClock.after(100, () => ran.push('kept'));
  const cancel = pageClock.after(100, () => ran.push('cancelled'));

  cancel();
  t.mock.timers.tick(1_000);

  assert.deepEqual(ran, ['kept']);
});

test('time and chance are those of the page', t => {
  t.mock.timers.enable({apis: ['Date'], now: 1_234});
  t.mock.method(performance, 'now', () => 56);
  t.mock.method(Math, 'random', () => 0.78);

  assert.deepEqual([pageClock.today(), pageClock.now(), pageClock.random()], [1_234, 56, 0.78]);
});
