import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Box, nearestBox} from '../../../src/ui/navigation/geometry.js';
import {intentOfKey, intentOfMessage} from '../../../src/ui/navigation/intents.js';
import {readPads} from '../../../src/ui/navigation/gamepad.js';
import {type Pad, PadReader} from '../../../src/ui/navigation/pad.js';

const box = (left: number, top: number, width = 20, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** A pad with the standard mapping on which these buttons are pressed. */
const padWith = (pressed: readonly number[], axes: readonly number[] = [0, 0]): Pad => ({
  mapping: 'standard',
  buttons: Array.from({length: 17}, (_, index) => ({pressed: pressed.includes(index)})),
  axes,
});

describe('The nearest box', () => {
  const from = box(100, 100);

  for (const [direction, boxes, expected] of [
    ['down', [box(100, 200), box(100, 140)], 1],
    ['up', [box(100, 200), box(100, 40)], 1],
    ['left', [box(200, 100), box(40, 100)], 1],
    ['right', [box(40, 100), box(200, 100)], 1],
  ] as const)
    it(`is in the direction: ${direction}`, () => {
      assert.equal(nearestBox(direction, from, boxes), expected);
    });

  it('is rather straight ahead than near and aside', () => {
    assert.equal(nearestBox('down', from, [box(200, 125), box(100, 160)]), 1);
  });

  it('is none where boxes only overlap', () => {
    assert.equal(nearestBox('right', from, [box(110, 100), box(105, 160, 40)]), -1);
  });

  it('is not far below for a press to the side, but is for a press downwards', () => {
    assert.equal(nearestBox('right', from, [box(140, 900)]), -1);
    assert.equal(nearestBox('down', from, [box(900, 140)]), 0);
  });
});

describe('A key', () => {
  const key = (name: string, more: object = {}) =>
    intentOfKey({
      key: name,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      isComposing: false,
      ...more,
    });

  it('is a direction or the way back, also on remotes; what browsers handle is neither', () => {
    const keys = ['ArrowUp', 'Left', 'Escape', 'GoBack', 'Enter', ' ', 'Tab', 'a'].map(name => key(name));
    assert.deepEqual(keys, ['up', 'left', 'cancel', 'cancel', undefined, undefined, undefined, undefined]);
  });

  for (const more of [{ctrlKey: true}, {altKey: true}, {metaKey: true}, {shiftKey: true}, {isComposing: true}])
    it(`has no meaning with ${Object.keys(more).join()}`, () => {
      assert.equal(key('ArrowUp', more), undefined);
    });
});

describe('The message input.nav', () => {
  it('is a direction or an action', () => {
    assert.equal(intentOfMessage({dir: 'up'}), 'up');
    assert.equal(intentOfMessage({action: 'tabNext'}), 'next');
    assert.equal(intentOfMessage({action: 'accept'}), 'accept');
  });

  for (const wrong of [{}, {dir: 'sideways'}, {action: 'constructor'}, {dir: 5}])
    it(`is nothing when it is unknown: ${JSON.stringify(wrong)}`, () => {
      assert.equal(intentOfMessage(wrong), undefined);
    });
});

describe('A controller', () => {
  const readerAtRest = (): PadReader => {
    const reader = new PadReader();
    reader.read([padWith([])], 0);
    return reader;
  };

  it('gives each button and the stick their meaning', () => {
    const intents = [0, 1, 4, 5, 12, 13, 14, 15].map(button => readerAtRest().read([padWith([button])], 1));
    assert.deepEqual(intents.flat(), ['accept', 'cancel', 'previous', 'next', 'up', 'down', 'left', 'right']);
    assert.deepEqual(readerAtRest().read([padWith([], [0.2, -0.9])], 1), ['up']);
    assert.deepEqual(readerAtRest().read([padWith([], [0.3, 0.3])], 1), []);
  });

  it('repeats a direction that stays pressed, and no press', () => {
    const reader = readerAtRest();
    const at = (now: number) => reader.read([padWith([0, 13])], now);
    assert.deepEqual(at(10), ['accept', 'down']);
    assert.deepEqual(at(400), []);
    assert.deepEqual(at(410), ['down']);
    assert.deepEqual(at(500), []);
    assert.deepEqual(at(530), ['down']);
  });

  it('does nothing for a button that was pressed before', () => {
    const reader = readerAtRest();
    reader.reset();
    assert.deepEqual(reader.read([padWith([0])], 1), []);
    assert.deepEqual(reader.read([padWith([0])], 5_000), []);
    reader.read([padWith([])], 5_010);
    assert.deepEqual(reader.read([padWith([0])], 5_020), ['accept']);
  });

  it('is ignored without the standard mapping', () => {
    const reader = readerAtRest();
    assert.deepEqual(reader.read([{...padWith([0, 12]), mapping: ''}, null], 1), []);
  });
});

/** A page with a controller, whose frames the test draws. */
class FakePadPage {
  pad: Pad | null = padWith([]);
  active = true;
  frames: ((now: number) => void)[] = [];
  listeners = new Set<() => void>();
  pads = () => [this.pad];
  isActive = () => this.active;

  nextFrame = (task: (now: number) => void) => {
    this.frames.push(task);
    return () => void (this.frames = this.frames.filter(frame => frame !== task));
  };

  onChange = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(): void {
    this.listeners.forEach(listener => listener());
  }

  frame(now: number): void {
    this.frames.splice(0).forEach(task => task(now));
  }
}

describe('The reader of controllers', () => {
  const start = () => {
    const page = new FakePadPage();
    const intents: string[] = [];
    return {page, intents, stop: readPads(intent => intents.push(intent), page)};
  };

  it('reads in every frame, and stops', () => {
    const {page, intents, stop} = start();
    page.frame(0);
    page.pad = padWith([12]);
    page.frame(10);
    assert.deepEqual(intents, ['up']);
    stop();
    assert.equal(page.frames.length + page.listeners.size, 0);
  });

  it('asks for no frame without a controller, and starts when one comes', () => {
    const {page} = start();
    page.pad = null;
    page.frame(0);
    assert.equal(page.frames.length, 0);
    page.pad = padWith([]);
    page.change();
    assert.equal(page.frames.length, 1);
  });

  it('asks for no frame in a page without the keyboard, and ignores the press that brings it back', () => {
    const {page, intents} = start();
    page.active = false;
    page.frame(0);
    assert.equal(page.frames.length, 0);
    page.active = true;
    page.pad = padWith([0]);
    page.change();
    page.frame(10);
    page.frame(20);
    assert.deepEqual(intents, []);
  });

  it('has none where the page may not read them', () => {
    const page = new FakePadPage();
    page.pads = () => {
      throw new DOMException('', 'SecurityError');
    };
    readPads(() => assert.fail(), page);
    assert.equal(page.frames.length, 0);
  });
});
