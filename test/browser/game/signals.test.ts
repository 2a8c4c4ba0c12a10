import {expect} from 'chai';
import {signal} from '../../../src/game/signals.js';
import {noting} from './link.js';

const {link, told} = noting();

function pressed(html: string): Event {
  document.body.innerHTML = html;
  const event = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true});
  document.body.firstElementChild!.dispatchEvent(event);
  return event;
}

describe('What a game is told of the player', () => {
  before(() => signal(link));
  beforeEach(() => told.splice(0));
  afterEach(() => document.body.replaceChildren());

  it('is the page to open, which then does not open here', () => {
    const {defaultPrevented} = pressed('<a href="https://example.com/rules">Rules</a>');

    expect(defaultPrevented).to.equal(true);
    expect(told).to.deep.equal([['openExternal', {url: 'https://example.com/rules'}]]);
  });

  it('is no address that is no page', () => {
    expect(pressed('<a href="mailto:a@example.com">Mail</a>').defaultPrevented).to.equal(false);
    expect(told).to.deep.equal([]);
  });

  for (const key of ['Escape', 'GoBack', 'BrowserBack'])
    it(`is the wish to leave: ${key}`, () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));

      expect(told).to.deep.equal([['close', undefined]]);
    });
});
