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

  it('is the feel of what happened', () => {
    for (const type of ['liveops-rewards-received', 'liveops-rewards-acknowledged', 'liveops-clan-switch-failed']) {
      document.body.dispatchEvent(new Event(type, {bubbles: true}));
    }
    pressed('<button>Claim</button>');

    expect(told).to.deep.equal(['success', 'selection', 'error', 'impact'].map(kind => ['feedback', {kind}]));
  });

  for (const of of ['step', 'day', 'offer'])
    it(`is how the claim of a ${of} ended`, () => {
      for (const type of [`liveops-${of}-claimed`, `liveops-${of}-claim-failed`]) {
        document.body.dispatchEvent(new Event(type, {bubbles: true}));
      }

      expect(told).to.deep.equal(['success', 'error'].map(kind => ['feedback', {kind}]));
    });

  it('is how a code ended', () => {
    for (const type of ['liveops-code-redeemed', 'liveops-promo-code-applied', 'liveops-code-failed']) {
      document.body.dispatchEvent(new Event(type, {bubbles: true}));
    }

    expect(told).to.deep.equal(['success', 'success', 'error'].map(kind => ['feedback', {kind}]));
  });

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
