import {expect} from 'chai';
import {names, parts} from './page.js';
import {boardIn, states} from './states.js';

const page = globalThis as unknown as {litIssuedWarnings: Set<string>};

describe('Lit, of which the tests load the development build,', () => {
  it('warns of nothing in any state', async () => {
    for (const state of states) await boardIn(state);

    // The test page puts in this one, which says that it is the development build.
    expect([...page.litIssuedWarnings]).to.deep.equal(['dev-mode']);
  });

  it('warns of nothing when a board changes', async () => {
    const board = await boardIn('four rows');

    Object.assign(board, {ranking: 'dense', maxRows: 2});
    board.setAttribute('theme', 'dark');
    await names(board, ['winner', 'Rocket']);
    board.remove();

    expect(parts(board, 'row')).to.have.length(2);
    expect([...page.litIssuedWarnings]).to.deep.equal(['dev-mode']);
  });
});
