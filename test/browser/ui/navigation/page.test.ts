import {expect} from 'chai';
import type {Intent} from '../../../../src/ui/navigation/intents.js';
import {navigatePage, perform} from '../../../../src/ui/navigation/page.js';

/** Buttons at these places, the last one inside a shadow root. */
function buttonsAt(...places: readonly (readonly [x: number, y: number])[]): HTMLButtonElement[] {
  const buttons = places.map(([x, y]) => {
    const button = document.createElement('button');
    button.style.cssText = `position: absolute; left: ${x}px; top: ${y}px; inline-size: 20px; block-size: 20px`;
    return button;
  });
  const host = document.createElement('div');
  host.attachShadow({mode: 'open'}).append(buttons.at(-1)!);
  document.body.append(...buttons.slice(0, -1), host);
  return buttons;
}

const inFocus = (): Element | null => document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;

describe('The navigation of a page', () => {
  const told: string[] = [];
  const navigator = {exit: (dir: string) => void told.push(dir), cancel: () => void told.push('cancel')};
  let stop: () => void;
  const press = (...intents: Intent[]): void => intents.forEach(intent => perform(intent, navigator));

  beforeEach(() => {
    told.length = 0;
    stop = navigatePage(navigator);
  });

  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  it('moves the focus to the nearest target in the direction, into shadow roots too', () => {
    const [first, aside, below] = buttonsAt([0, 0], [100, 0], [0, 60]);
    press('down');
    expect(inFocus() === first).to.equal(true);
    press('down');
    expect(inFocus() === below).to.equal(true);
    press('up', 'right');
    expect(inFocus() === aside).to.equal(true);
  });

  it('exits at the edge, and says which', () => {
    buttonsAt([0, 0], [0, 60]);
    press('up', 'left', 'previous');
    expect(told).to.deep.equal(['left', 'previous']);
  });

  it('steps in the order of the page, past what is disabled, hidden or inert', () => {
    const [, disabled, hidden, inert, last] = buttonsAt([0, 0], [0, 30], [0, 60], [0, 90], [0, 120]);
    disabled!.disabled = true;
    hidden!.style.visibility = 'hidden';
    inert!.setAttribute('inert', '');
    press('next', 'next');
    expect(inFocus() === last).to.equal(true);
    press('next');
    expect(told).to.deep.equal(['next']);
  });

  it('presses what has the focus, and goes back', () => {
    const [button] = buttonsAt([0, 0], [0, 30]);
    let presses = 0;
    button!.addEventListener('click', () => presses++);
    press('next', 'accept', 'cancel');
    expect(presses).to.equal(1);
    expect(told).to.deep.equal(['cancel']);
  });

  it('presses nothing that is scrolled out of sight, but brings it back', () => {
    const scroller = document.createElement('div');
    scroller.style.cssText = 'overflow: auto; block-size: 100px';
    const button = document.createElement('button');
    const tall = document.createElement('div');
    tall.style.blockSize = '1000px';
    scroller.append(button, tall);
    document.body.append(scroller);
    let presses = 0;
    button.addEventListener('click', () => presses++);
    button.focus();
    scroller.scrollTop = 500;

    press('accept');
    expect([presses, scroller.scrollTop < 50]).to.deep.equal([0, true]);
    press('accept');
    expect(presses).to.equal(1);
  });

  it('scrolls to the end before it exits', () => {
    buttonsAt([0, 0]);
    const tall = document.createElement('div');
    tall.style.blockSize = `${innerHeight * 2}px`;
    document.body.append(tall);
    press('down', 'down');
    expect([scrollY > 0, told.length]).to.deep.equal([true, 0]);
    press('down', 'down', 'down');
    expect(told.length).to.be.greaterThan(0);
    scrollTo(0, 0);
  });

  it('returns to what had the focus in a region', () => {
    const [above, , second] = buttonsAt([0, 0], [0, 40], [60, 40], [0, 300]);
    const list = document.createElement('div');
    list.setAttribute('role', 'list');
    list.append(...document.querySelectorAll('button:nth-of-type(n + 2)'));
    document.body.append(list);
    second!.focus();
    above!.focus();
    press('down');
    expect(inFocus() === second).to.equal(true);
  });

  it('moves once for several sessions', () => {
    const [, second] = buttonsAt([0, 0], [0, 40], [0, 80]);
    const other = {exit: () => undefined, cancel: () => undefined};
    const stopOther = navigatePage(other);
    press('down', 'down');
    perform('down', other);
    expect(inFocus() === second).to.equal(true);
    stopOther();
  });

  it('moves by arrow keys, and leaves those of a field alone', () => {
    const [first] = buttonsAt([0, 40], [0, 80]);
    const field = document.createElement('input');
    field.value = 'text';
    document.body.prepend(field);
    const key = (name: string): void => {
      inFocus()!.dispatchEvent(
        new KeyboardEvent('keydown', {key: name, bubbles: true, composed: true, cancelable: true}),
      );
    };
    field.focus();
    key('ArrowRight');
    expect(inFocus() === field).to.equal(true);
    key('ArrowDown');
    expect(inFocus() === first).to.equal(true);
    key('ArrowLeft');
    expect(told).to.deep.equal(['left']);
  });
});
