import {expect} from 'chai';
import {pageClock} from '../../../src/stores/clock.js';
import {drawAfter, drawAt, drawNoMore} from '../../../src/ui/ticker.js';
import {FakeClock} from '../../support/fake-clock.js';

let clock: FakeClock;
const elements: Parameters<typeof drawNoMore>[0][] = [];

const PAGE = {...pageClock};

beforeEach(() => {
  clock = new FakeClock();
  const {now, hidden} = clock;
  const after: typeof pageClock.after = (ms, task) => clock.after(ms, task);
  const onChange: typeof pageClock.onChange = listener => clock.onChange(listener);
  Object.assign(pageClock, {now, hidden, after, onChange});
});

afterEach(() => {
  elements.splice(0).forEach(drawNoMore);
  Object.assign(pageClock, PAGE);
});

/** An element whose words change every so many milliseconds, and the times at which it was drawn. */
function elementOf(everyMs: number) {
  const drawn: number[] = [];
  const element = {
    isConnected: true,
    requestUpdate() {
      drawn.push(clock.now());
      queueMicrotask(draw);
    },
  };
  elements.push(element);
  const draw = (): void => drawAfter(everyMs, element);
  draw();
  return {drawn, element};
}

/** Once whoever was to be drawn has been. */
const drawing = (): Promise<void> => Promise.resolve();

async function pass(ms: number): Promise<void> {
  clock.pass(ms);
  await drawing();
}

describe('The timer of words that show a time', () => {
  it('an element is drawn when its words change, and not before', async () => {
    const {drawn} = elementOf(1_000);

    await pass(999);
    expect(drawn).to.deep.equal([]);
    await pass(1);
    expect(drawn).to.deep.equal([1_000]);
    await pass(1_000);
    expect(drawn).to.deep.equal([1_000, 2_000]);
  });

  it('a thousand elements share one timer, which rings for the first change', async () => {
    const many = Array.from({length: 1_000}, (_, index) => elementOf(5_000 - index));
    expect(clock.waits).to.deep.equal([4_001]);
    expect(clock.watchers).to.equal(1);

    await pass(4_001);

    expect(many.every(({drawn}) => drawn.length === 1)).to.equal(true);
    expect(clock.waits.length).to.equal(1);
  });

  it('a hidden page has no timer, and is drawn when it is shown', async () => {
    const {drawn} = elementOf(1_000);

    clock.setHidden(true);
    await drawing();
    expect(clock.waits).to.deep.equal([]);
    const before = drawn.length;
    await pass(3_600_000);
    expect(drawn.length).to.equal(before);

    clock.setHidden(false);
    await drawing();
    expect(drawn.length).to.equal(before + 1);
    expect(clock.waits).to.deep.equal([1_000]);
  });

  it('an element that left the page leaves no timer and no listener', async () => {
    const [one, other] = [elementOf(1_000), elementOf(2_000)];

    drawNoMore(one.element);
    expect(clock.waits.length).to.equal(1);
    drawNoMore(other.element);

    expect([clock.waits.length, clock.watchers]).to.deep.equal([0, 0]);
    await pass(5_000);
    expect([one.drawn, other.drawn]).to.deep.equal([[], []]);
  });

  it('an element that is out of the page gets no timer', () => {
    drawAfter(1_000, {isConnected: false, requestUpdate: () => expect.fail('drawn')});

    expect([clock.waits.length, clock.watchers]).to.deep.equal([0, 0]);
  });

  it('nothing is left once nothing tells a time any more', async () => {
    let drawn = 0;
    drawAfter(1_000, {isConnected: true, requestUpdate: () => drawn++});

    await pass(1_000);

    expect([drawn, clock.waits.length, clock.watchers]).to.deep.equal([1, 0, 0]);
  });

  it('an element is drawn right after the first moment that is still to come', async () => {
    let drawn = 0;
    const host = {isConnected: true, requestUpdate: () => drawn++};
    elements.push(host);
    const now = Date.now();

    drawAt([now - 1_000, now + 60_000, now + 30_000, NaN], host);

    expect(clock.waits).to.have.length(1);
    expect(clock.waits[0]).to.be.within(29_000, 30_001);
    await pass(30_001);
    expect(drawn).to.equal(1);
  });

  it('no moment, or none to come, is no reason for a timer', () => {
    drawAt([], {isConnected: true, requestUpdate: () => expect.fail('drawn')});
    drawAt([Date.now() - 1, NaN], {isConnected: true, requestUpdate: () => expect.fail('drawn')});

    expect(clock.waits).to.deep.equal([]);
  });
});
