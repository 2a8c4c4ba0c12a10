import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, WOLVES} from '../../support/wire.js';
import {board as path, FakeApi, LIST} from './fake-api.js';
import {heard, mount, names} from './page.js';

const api = (): FakeApi => new FakeApi().on(path(101), WOLVES).on(LIST, chains(chain()));

const press = (key: string): void => {
  const event = new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true});
  (document.activeElement ?? document.body).dispatchEvent(event);
};

describe('<liveops-session gamepad>', () => {
  it('moves through the page by arrow keys, and says where the page ends', async () => {
    const {session, board} = mount(api(), {session: {gamepad: ''}});
    await names(board);
    const exits = heard(session, 'liveops-nav-exit');
    (document.activeElement as HTMLElement | null)?.blur();

    press('ArrowDown');
    await waitUntil(() => document.activeElement === board, 'the focus on the board');
    press('ArrowLeft');

    expect(exits).to.deep.equal(['liveops-nav-exit']);
  });

  it('does none of it once it is off, and keeps its session', async () => {
    const {session, board} = mount(api(), {session: {gamepad: ''}});
    await names(board);
    const before = session.session;
    session.gamepad = false;
    await session.updateComplete;
    const exits = heard(session, 'liveops-nav-exit');
    (document.activeElement as HTMLElement | null)?.blur();

    press('ArrowDown');
    press('ArrowLeft');

    expect([document.activeElement === board, exits.length, session.session === before]).to.deep.equal([
      false,
      0,
      true,
    ]);
  });

  it('draws the focus until a pointer moves', async () => {
    const {board} = mount(api(), {session: {gamepad: ''}});
    await names(board);
    const isDrawn = (): boolean => board.shadowRoot!.querySelector('section')!.classList.contains('directional');

    press('ArrowDown');
    expect(isDrawn()).to.equal(true);
    document.dispatchEvent(new PointerEvent('pointerdown'));
    expect(isDrawn()).to.equal(false);
  });
});

describe('focus() of an element', () => {
  it('focuses what is in it', async () => {
    const {board} = mount(api());
    await names(board);
    await waitUntil(() => board.shadowRoot!.querySelector('button'), 'a button');
    board.focus();
    expect(board.shadowRoot!.activeElement?.localName).to.equal('button');
  });
});
