import {expect} from 'chai';
import {pausing} from '../../../src/game/pause.js';

function paused() {
  let now = 0;
  const page = new EventTarget();
  const seen: unknown[] = [];
  const handlers = pausing({
    pause: isPaused => seen.push(isPaused),
    refresh: () => seen.push('refresh'),
    now: () => now,
    page,
  });
  return {page, seen, handlers, pass: (ms: number) => (now += ms)};
}

describe('The pauses of a game', () => {
  it('stop and go on at its word', () => {
    const {handlers, seen} = paused();

    handlers['app.pause']!({});
    handlers['app.resume']!({});

    expect(seen).to.deep.equal([true, false]);
  });

  for (const sign of ['pointerdown', 'keydown', 'focus', 'pageshow', 'visibilitychange'])
    it(`that nobody told of end with a sign of life: ${sign}`, () => {
      const {page, seen, pass} = paused();
      pass(30_000);
      page.dispatchEvent(new Event(sign));
      expect(seen).to.deep.equal([]);

      pass(30_001);
      page.dispatchEvent(new Event(sign));

      expect(seen).to.deep.equal(['refresh']);
    });

  it('are noticed by the ping of the host, but not twice where it told of them', () => {
    const {handlers, seen, pass} = paused();
    pass(40_000);
    handlers['ping']!({});
    pass(40_000);
    handlers['app.resume']!({});

    handlers['ping']!({});

    expect(seen).to.deep.equal(['refresh', false]);
  });
});
