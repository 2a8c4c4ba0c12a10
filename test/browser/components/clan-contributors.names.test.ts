import {expect} from 'chai';
import {board as path, FakeApi} from './fake-api.js';
import {mount, names, parts, texts} from './page.js';

async function boardOf(...rows: object[]) {
  const {board} = mount(new FakeApi().on(path(101), rows));
  await names(board);
  return board;
}

const row = (name: unknown): object => ({name, contributed_amount: 1});

describe('Names on <liveops-clan-contributors>', () => {
  it('are text, also where they look like markup', async () => {
    const markup = '<img src=x onerror="throw 1"><b>bold</b>';

    const board = await boardOf(row(markup));

    expect(await names(board)).to.deep.equal([markup]);
    expect(board.shadowRoot!.querySelector('img, b')).to.equal(null);
  });

  it('cannot turn the row around', async () => {
    const board = await boardOf(row('evil\u202egnp.exe'));

    expect(await names(board)).to.deep.equal(['evilgnp.exe']);
    expect(parts(board, 'name')[0]!.querySelector('bdi')!.dir).to.equal('auto');
  });

  it('are cut where they are endless', async () => {
    const board = await boardOf(row('x'.repeat(5_000)));

    expect((await names(board))[0]).to.have.length(64);
  });

  it('are replaced by a word where nothing of them is visible', async () => {
    const board = await boardOf(row('\u200b\u202e'), row(''), row(null));

    expect(texts(board, 'name')).to.deep.equal(['Unknown player', 'Unknown player', 'Unknown player']);
  });

  it('may repeat, and the rows of ten players alike stay where they are', async () => {
    const twins = Array.from({length: 10}, () => 'twin');
    const {session, board} = mount(new FakeApi().on(path(101), twins.map(row)));
    expect(await names(board)).to.deep.equal(twins);
    const rows = parts(board, 'row');

    await session.session!.contributors(101).reload();
    await board.updateComplete;

    expect(await names(board)).to.deep.equal(twins);
    expect(parts(board, 'row').map(each => rows.indexOf(each))).to.deep.equal(rows.map((_, index) => index));
  });

  it('are written in their script’s own direction in a row that keeps the page’s', async () => {
    const board = await boardOf(row('لاعب'));

    const [name, amount] = [parts(board, 'name')[0]!, parts(board, 'amount')[0]!];

    expect(getComputedStyle(name.querySelector('bdi')!).direction).to.equal('rtl');
    expect(name.getBoundingClientRect().left).to.be.lessThan(amount.getBoundingClientRect().left);
  });

  it('do not cost the other rows when one row is no row at all', async () => {
    const {board} = mount(new FakeApi().on(path(101), [null, 'rubbish', row('ann'), 7]));

    expect(await names(board)).to.deep.equal(['ann']);
  });
});
