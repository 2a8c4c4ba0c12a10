import {expect} from 'chai';
import {ClanContributorsElement} from '../../../components/clan-contributors/define.js';
import {WOLVES} from '../../support/wire.js';
import {API, board as path, FakeApi} from './fake-api.js';
import {boardWith, mount, names, parts, shown, texts} from './page.js';

const api = (): FakeApi => new FakeApi().on(path(101), WOLVES);

describe('<liveops-clan-contributors>', () => {
  it('is defined under its tag', () => {
    expect(customElements.get('liveops-clan-contributors')).to.equal(ClanContributorsElement);
  });

  it('reserves its places and says nothing while there is no session', async () => {
    const board = boardWith();
    document.body.append(board);

    await board.updateComplete;

    expect(parts(board, 'skeleton')[0]!.children).to.have.length(10);
    expect(parts(board, 'row').concat(parts(board, 'error'), parts(board, 'empty'))).to.be.empty;
  });

  it('asks the API for the board of its chain once, with the token of the session', async () => {
    const fake = api();
    const {board} = mount(fake);

    await names(board);

    expect(fake.requests.map(({method, url}) => `${method} ${url.replace(/\?_=\w+$/, '')}`)).to.deep.equal([
      `GET ${API}/v2/project/44056/user/clan/contributors/101/top`,
    ]);
    expect(fake.requests[0]!.headers.get('authorization')).to.equal('Bearer token');
  });

  it('shows rank, name and points of every row in the server’s order', async () => {
    const {board} = mount(api());

    expect(await names(board)).to.deep.equal(['winner', 'Rocket', 'MrJoe', 'beginner']);
    expect(texts(board, 'rank')).to.deep.equal(['1', '2', '3', '4']);
    expect(texts(board, 'amount')).to.deep.equal(['555', '398', '201', '1']);
  });

  it('marks the own row, and no other, in looks, words and semantics', async () => {
    const {board} = mount(api());

    const own = await shown(board, 'own-row');

    expect(parts(board, 'own-row')).to.have.length(1);
    expect(own.getAttribute('aria-current')).to.equal('true');
    expect(own.textContent).to.match(/Rocket\s+You/);
    expect(board.shadowRoot!.querySelectorAll('[aria-current]')).to.have.length(1);
  });

  it('has no own row without the player’s name', async () => {
    const {board} = mount(api(), {session: {'player-name': null}});

    await names(board);

    expect(parts(board, 'own-row')).to.be.empty;
  });

  it('is a list with an item for each row, also for Safari, which needs the role', async () => {
    const {board} = mount(api());

    const list = await shown(board, 'list');

    expect(list.localName).to.equal('ol');
    expect(list.getAttribute('role')).to.equal('list');
    expect([...list.children].map(({localName}) => localName)).to.deep.equal(['li', 'li', 'li', 'li']);
  });

  it('says that it is loading, and that it is not any more', async () => {
    const {board} = mount(api());
    await board.updateComplete;
    const region = board.shadowRoot!.querySelector('section')!;
    const before = region.ariaBusy;

    await names(board);

    expect([before, region.ariaBusy]).to.deep.equal(['true', 'false']);
  });

  it('takes no room when it is hidden', async () => {
    const {board} = mount(api());
    await names(board);

    board.hidden = true;

    expect(board.getBoundingClientRect().height).to.equal(0);
  });

  it('writes no attribute on itself', async () => {
    const {board} = mount(api());

    await names(board);

    expect(board.getAttributeNames()).to.deep.equal(['reward-chain-id']);
  });
});
