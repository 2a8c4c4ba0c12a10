import {expect} from 'chai';
import {WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi, LIST} from './fake-api.js';
import {mount, names, parts, shown, texts} from './page.js';

const never = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

/** Makes the browser say that it is offline until the test ends. */
function goOffline(): void {
  Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
}

describe('<liveops-clan-contributors> that fails', () => {
  afterEach(() => {
    delete (navigator as {onLine?: boolean}).onLine;
  });

  it('says that nobody is signed in, and shows the board once somebody is and asks again', async () => {
    const {session, board} = mount(new FakeApi().on(path(101), WOLVES));
    let token = '';
    session.getToken = () => token;

    await shown(board, 'error');
    expect(texts(board, 'error')[0]).to.match(/sign in/i);
    token = 'token';
    parts(board, 'retry')[0]!.click();

    expect(await names(board)).to.have.length(4);
    expect(parts(board, 'error')).to.be.empty;
  });

  it('says that nobody is signed in when the server refuses a fresh token, too', async () => {
    const api = new FakeApi().on(path(101), failing(401));
    const {board} = mount(api);

    await shown(board, 'error');

    expect(texts(board, 'error')[0]).to.match(/sign in/i);
    expect(api.requests).to.have.length(2);
  });

  for (const status of [403, 404, 422, 429, 500])
    it(`offers another try after HTTP ${status}, which shows the board when it goes well`, async () => {
      const api = new FakeApi().on(path(101), failing(status));
      const {board} = mount(api);
      await shown(board, 'error');

      api.on(path(101), WOLVES);
      parts(board, 'retry')[0]!.click();

      expect(await names(board)).to.have.length(4);
    });

  for (const status of [404, 502])
    it(`says in its own words what a page of HTML with status ${status} means`, async () => {
      const html = (): Response => new Response('<h1>nginx</h1>', {status, headers: {'content-type': 'text/html'}});
      const {board} = mount(new FakeApi().on(path(101), html));

      await shown(board, 'error');

      expect(texts(board, 'error')[0]).to.match(/could not be loaded/i);
      expect(board.shadowRoot!.textContent).not.to.contain('nginx');
    });

  it('fails for an answer that is not the API’s, such as a sign-in page of a Wi-Fi', async () => {
    const portal = (): Response => new Response('<h1>Wi-Fi</h1>', {headers: {'content-type': 'text/html'}});
    const {board} = mount(new FakeApi().on(path(101), portal));

    await shown(board, 'error');

    expect(texts(board, 'error')[0]).to.match(/could not be loaded/i);
  });

  it('fails where the list that names its chain fails', async () => {
    const {board} = mount(new FakeApi().on(LIST, failing(500)), {board: {'reward-chain-id': null}});

    await shown(board, 'error');

    expect(parts(board, 'retry')).to.have.length(1);
  });

  it('tells a device without network from a server out of reach', async () => {
    const {board} = mount(new FakeApi().on(path(101), never));
    await shown(board, 'error');
    const reachable = texts(board, 'error')[0];

    goOffline();
    parts(board, 'retry')[0]!.click();
    await board.updateComplete;
    await shown(board, 'error');

    expect(reachable).not.to.match(/offline/i);
    expect(texts(board, 'error')[0]).to.match(/offline/i);
  });

  it('announces the failure, and the retry is a button', async () => {
    const {board} = mount(new FakeApi().on(path(101), failing(500)));

    const error = await shown(board, 'error');

    expect(error.querySelector('[role=status]')!.textContent).to.match(/could not be loaded/i);
    expect(parts(board, 'retry')[0]!.localName).to.equal('button');
  });
});
