import {expect} from 'chai';
import {navigation} from '../../../src/game/navigation.js';
import {noting} from './link.js';

/** Buttons at these places, the last one inside a shadow root. */
function buttonsAt(...places: readonly (readonly [x: number, y: number])[]): HTMLElement[] {
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

describe('The buttons of a game', () => {
  afterEach(() => document.body.replaceChildren());

  it('move the focus to the nearest thing in their direction, into shadow roots too', () => {
    const [first, aside, below] = buttonsAt([0, 0], [100, 10], [0, 60]);
    const {'input.nav': press} = navigation(noting().link);

    press!({dir: 'down'});
    expect(inFocus() === first).to.equal(true);
    press!({dir: 'down'});
    expect(inFocus() === below).to.equal(true);
    press!({dir: 'up'});
    press!({dir: 'right'});
    expect(inFocus() === aside).to.equal(true);
  });

  it('hand the focus back at the edge, and say which', () => {
    buttonsAt([0, 0], [0, 60]);
    const {link, told} = noting();
    const {'input.nav': press} = navigation(link);
    press!({dir: 'up'});

    press!({dir: 'left'});
    press!({action: 'tabPrev'});

    expect(told).to.deep.equal([
      ['nav-exit', {dir: 'left'}],
      ['nav-exit', {dir: 'previous'}],
    ]);
  });

  it('go from one to the next in the order of the page, past what cannot be pressed', () => {
    const [, disabled, last] = buttonsAt([0, 0], [0, 30], [0, 60]);
    (disabled as HTMLButtonElement).disabled = true;
    const {link, told} = noting();
    const {'input.nav': press} = navigation(link);

    for (let times = 0; times < 2; times++) press!({action: 'tabNext'});
    expect(inFocus() === last).to.equal(true);
    press!({action: 'tabNext'});

    expect(told).to.deep.equal([['nav-exit', {dir: 'next'}]]);
  });

  it('press what has the focus, and leave', () => {
    const [button] = buttonsAt([0, 0], [0, 30]);
    const {link, told} = noting();
    const {'input.nav': press} = navigation(link);
    let presses = 0;
    button!.addEventListener('click', () => presses++);
    press!({action: 'tabNext'});

    press!({action: 'accept'});
    press!({action: 'cancel'});

    expect(presses).to.equal(1);
    expect(told).to.deep.equal([['close', undefined]]);
  });

  for (const wrong of [{}, {dir: 'sideways'}, {action: 'constructor'}, {dir: 5}])
    it(`are refused when there is no such one: ${JSON.stringify(wrong)}`, () => {
      expect(() => navigation(noting().link)['input.nav']!(wrong)).to.throw(TypeError);
    });
});
