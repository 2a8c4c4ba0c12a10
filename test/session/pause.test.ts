import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pausable} from '../../src/session-pause.js';
import {FakeClock} from '../state/fake-clock.js';

function paused() {
  const page = new FakeClock();
  const jumps: number[] = [];
  return {page, jumps, ...pausable(() => jumps.push(page.now()), page)};
}

describe('A page that its host pauses', () => {
  it('is hidden until the host lets it go on, and its listeners hear both', () => {
    const {clock, pause} = paused();
    const heard: [boolean, boolean | undefined][] = [];
    clock.onChange(online => heard.push([clock.hidden(), online]));

    pause(true);
    pause(false);

    assert.deepEqual(heard, [
      [true, false],
      [false, true],
    ]);
  });

  it('is hidden also when the browser hides it', () => {
    const {clock, page} = paused();
    page.setHidden(true);

    assert.equal(clock.hidden(), true);
  });

  it('tells nobody who stopped listening', () => {
    const {clock, pause, page} = paused();
    const heard: unknown[] = [];
    clock.onChange(() => heard.push(1))();

    pause(true);

    assert.deepEqual([heard, page.watchers], [[], 0]);
  });
});

describe('A timer', () => {
  /** A page whose timers a webview freezes: they run when it thaws. */
  function frozen() {
    const parts = paused();
    const {page} = parts;
    let now = 0;
    page.now = () => now;
    return {...parts, thaw: (at: number) => ((now = at), page.pass(at))};
  }

  it('that runs half a minute late shows that the page was frozen', () => {
    const {clock, jumps, thaw} = frozen();
    let runs = 0;
    clock.after(1_000, () => runs++);

    thaw(31_001);

    assert.deepEqual([runs, jumps], [1, [31_001]]);
  });

  it('that runs a little late shows nothing', () => {
    const {clock, jumps, thaw} = frozen();
    clock.after(1_000, () => undefined);

    thaw(31_000);

    assert.deepEqual(jumps, []);
  });
});
