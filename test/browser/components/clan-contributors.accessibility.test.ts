import {expect} from 'chai';
import {emulateMedia, itFollowsSystem} from '../../support/media.js';
import {audit} from '../../support/axe.js';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi, LIST} from './fake-api.js';
import {mount, names, texts} from './page.js';
import {boardIn, states} from './states.js';

describe('<liveops-clan-contributors> for everybody', () => {
  for (const theme of ['light', 'dark'])
    for (const state of states)
      it(`has nothing that axe objects to, ${theme}, ${state}`, async () => {
        const board = await boardIn(state, {theme});

        expect(await audit(board)).to.deep.equal([]);
      });

  itFollowsSystem('has nothing that axe objects to under the system’s dark look', async () => {
    await emulateMedia({colorScheme: 'dark'});
    const board = await boardIn('four rows');

    const faults = await audit(board);

    await emulateMedia({colorScheme: 'light'});
    expect(faults).to.deep.equal([]);
  });

  for (const theme of ['light', 'dark'])
    it(`has nothing that axe objects to with old rows and the kind of clan above them, ${theme}`, async () => {
      const api = new FakeApi().on(LIST, chains(chain())).on(path(101), WOLVES);
      const {session, board} = mount(api, {board: {'reward-chain-id': null, theme}});
      await names(board);
      await session.session!.contributors(101).reload();
      api.on(path(101), failing(500));
      await session.session!.contributors(101).reload();
      await waitUntil(() => texts(board, 'age')[0], 'the age');

      expect(await audit(board)).to.deep.equal([]);
    });

  it('has nothing that axe objects to next to a second one', async () => {
    const first = await boardIn('four rows');
    first.closest('liveops-session')!.append(first.cloneNode());

    expect(await audit(document.body)).to.deep.equal([]);
  });
});
