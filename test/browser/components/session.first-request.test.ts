import {expect} from 'chai';
import {WOLVES} from '../../support/wire.js';
import {board as path, FakeApi, held} from './fake-api.js';
import {mount, names, parts} from './page.js';

/** Lets everything happen that waits for no timer, no message and no frame. */
async function sameTask(): Promise<void> {
  for (let turn = 0; turn < 1_000; turn++) await Promise.resolve();
}

describe('The first request', () => {
  it('leaves in the task that puts the elements into the page, with their first rendering', async () => {
    const {answer, release} = held(WOLVES);
    const fake = new FakeApi().on(path(101), answer);

    const {board} = mount(fake);
    await sameTask();

    expect(fake.paths).to.deep.equal([path(101)]);
    expect(parts(board, 'skeleton')).to.have.lengthOf(1);
    release();
    await names(board);
  });
});
