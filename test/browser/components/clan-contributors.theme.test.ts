import {expect} from 'chai';
import {emulateMedia, itFollowsSystem} from '../../support/media.js';
import {boardIn} from './states.js';
import {parts} from './page.js';

const ground = (board: Element): string => getComputedStyle(board).backgroundColor;

describe('The look of <liveops-clan-contributors>', () => {
  afterEach(() => emulateMedia({colorScheme: 'light', reducedMotion: 'no-preference'}));

  itFollowsSystem('follows the system', async () => {
    const board = await boardIn('four rows');
    const light = ground(board);

    await emulateMedia({colorScheme: 'dark'});

    expect(ground(board)).not.to.equal(light);
  });

  itFollowsSystem('is forced by theme="dark" under a light system', async () => {
    const light = ground(await boardIn('four rows'));

    const dark = ground(await boardIn('four rows', {theme: 'dark'}));

    await emulateMedia({colorScheme: 'dark'});
    expect(dark).not.to.equal(light);
    expect(dark).to.equal(ground(await boardIn('four rows')));
  });

  itFollowsSystem('is forced by theme="light" under a dark system', async () => {
    const light = ground(await boardIn('four rows'));

    await emulateMedia({colorScheme: 'dark'});

    expect(ground(await boardIn('four rows', {theme: 'light'}))).to.equal(light);
  });

  it('takes the page’s colours, light and dark', async () => {
    document.body.style.setProperty('--liveops-surface', 'rgb(1, 2, 3)');

    for (const theme of ['light', 'dark'])
      expect(ground(await boardIn('four rows', {theme})), theme).to.equal('rgb(1, 2, 3)');

    document.body.removeAttribute('style');
  });

  it('takes the page’s font size', async () => {
    const board = await boardIn('four rows');
    const before = board.offsetHeight;

    board.parentElement!.style.fontSize = '32px';

    expect(board.offsetHeight).to.be.greaterThan(before * 1.7);
  });

  it('moves while it is loading', async () => {
    const board = await boardIn('skeleton');

    expect(board.shadowRoot!.getAnimations().length).to.be.greaterThan(0);
  });

  itFollowsSystem('does not move for those who asked for less motion', async () => {
    await emulateMedia({reducedMotion: 'reduce'});

    const board = await boardIn('skeleton');

    expect(board.shadowRoot!.getAnimations().length).to.equal(0);
  });

  it('does not move once it is loaded', async () => {
    const board = await boardIn('four rows');

    expect(board.shadowRoot!.getAnimations().length).to.equal(0);
  });

  it('shows where the focus is', async () => {
    const board = await boardIn('four rows');
    const climb = parts(board, 'climb')[0]!;

    climb.focus({focusVisible: true} as FocusOptions);

    const {outlineStyle, outlineWidth} = getComputedStyle(climb);
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '3px']);
  });
});
