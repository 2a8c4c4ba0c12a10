import {expect} from 'chai';
import {rowsOf, WOLVES} from '../../support/wire.js';
import {board as path, FakeApi} from './fake-api.js';
import {type Attributes, boardWith, mount, names, parts, sessionOn, texts} from './page.js';

const TIED = rowsOf({ann: 9, ben: 5, cat: 5, dan: 1});

async function ranksBy(attributes: Attributes): Promise<string[]> {
  const {board} = mount(new FakeApi().on(path(101), TIED), {board: attributes});
  await names(board);
  return texts(board, 'rank');
}

describe('The ranks of <liveops-clan-contributors>', () => {
  it('are shared as in competitions by default', async () => {
    expect(await ranksBy({})).to.deep.equal(['1', '2', '2', '4']);
  });

  it('leave no gap under ranking="dense"', async () => {
    expect(await ranksBy({ranking: 'dense'})).to.deep.equal(['1', '2', '2', '3']);
  });

  it('are not shared under ranking="ordinal"', async () => {
    expect(await ranksBy({ranking: 'ordinal'})).to.deep.equal(['1', '2', '3', '4']);
  });

  it('are as by default under a ranking that does not exist', async () => {
    expect(await ranksBy({ranking: 'best'})).to.deep.equal(['1', '2', '2', '4']);
  });

  it('follow another ranking without another request', async () => {
    const api = new FakeApi().on(path(101), TIED);
    const {board} = mount(api);
    await names(board);

    board.ranking = 'dense';
    await board.updateComplete;

    expect(texts(board, 'rank')).to.deep.equal(['1', '2', '2', '3']);
    expect(api.requests).to.have.length(1);
  });
});

describe('The rows of <liveops-clan-contributors>', () => {
  it('are at most max-rows, whose places are all that is held', async () => {
    const {board} = mount(new FakeApi().on(path(101), WOLVES), {board: {'max-rows': '2'}});

    expect(await names(board)).to.deep.equal(['winner', 'Rocket']);
    expect(parts(board, 'places')).to.be.empty;
  });

  for (const count of [11, 1_000])
    it(`are the first ten of ${count} without max-rows`, async () => {
      const all = Array.from({length: count}, (_, index) => ({name: `p${index}`, contributed_amount: count - index}));
      const {board} = mount(new FakeApi().on(path(101), all));

      expect(await names(board)).to.deep.equal(all.slice(0, 10).map(({name}) => name));
    });

  it('are all of them when max-rows is no number of rows', async () => {
    for (const nonsense of ['0', '-1', 'many']) {
      const {board} = mount(new FakeApi().on(path(101), WOLVES), {board: {'max-rows': nonsense}});

      expect(await names(board)).to.have.length(4);
    }
  });

  it('show a dash, and say so, where the points cannot be read', async () => {
    const odd = rowsOf({ann: 9, ben: 'lots', cat: null});
    const {board} = mount(new FakeApi().on(path(101), odd));
    await names(board);

    expect(texts(board, 'amount')).to.deep.equal(['9', '—', '—']);
    expect(parts(board, 'row')[1]!.querySelector('.visually-hidden')!.textContent).to.equal(
      'Rank 2, ben, No points shown',
    );
  });

  it('write points as the session’s locale does', async () => {
    const api = new FakeApi().on(path(101), rowsOf({ann: 1234567.5}));
    const {board} = mount(api, {session: {locale: 'de'}});
    await names(board);

    expect(texts(board, 'amount')).to.deep.equal(['1.234.567,5']);
  });

  it('write points in the language of the page around the session', async () => {
    const api = new FakeApi().on(path(101), rowsOf({ann: 1234567}));
    document.documentElement.lang = 'de';
    const {board} = mount(api);
    await names(board).finally(() => (document.documentElement.lang = 'en'));

    expect(texts(board, 'amount')).to.deep.equal(['1.234.567']);
  });

  it('write points in the language around the component that holds the session', async () => {
    const api = new FakeApi().on(path(101), rowsOf({ann: 1234567}));
    const outer = Object.assign(document.createElement('div'), {className: 'host', lang: 'de'});
    const inner = document.createElement('div');
    outer.attachShadow({mode: 'open'}).append(inner);
    const [session, board] = [sessionOn(api), boardWith()];
    session.append(board);
    inner.attachShadow({mode: 'closed'}).append(session);
    document.body.append(outer);
    await names(board);

    expect(texts(board, 'amount')).to.deep.equal(['1.234.567']);
  });

  it('have a bar as long as their share of the most points', async () => {
    const odd = rowsOf({ann: 200, ben: 50, cat: null, dan: 0});
    const {board} = mount(new FakeApi().on(path(101), odd));
    await names(board);

    const shares = parts(board, 'bar').map(bar => bar.offsetWidth / bar.parentElement!.offsetWidth);

    expect(shares.map(share => share.toFixed(2))).to.deep.equal(['1.00', '0.25', '0.00', '0.00']);
  });

  it('keep their bars when the rows change', async () => {
    const api = new FakeApi().on(path(101), rowsOf({ann: 200, ben: 50}));
    const {session, board} = mount(api);
    await names(board);

    api.on(path(101), rowsOf({ben: 400, ann: 200}));
    session.session!.refresh();
    await names(board, ['ben', 'ann']);

    const shares = parts(board, 'bar').map(bar => bar.offsetWidth / bar.parentElement!.offsetWidth);
    expect(shares.map(share => share.toFixed(2))).to.deep.equal(['1.00', '0.50']);
  });
});
