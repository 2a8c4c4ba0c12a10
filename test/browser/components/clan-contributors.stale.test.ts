import {expect} from 'chai';
import type {SessionElement} from '../../../components/session/session.js';
import {waitUntil} from '../../support/wait-until.js';
import {WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi} from './fake-api.js';
import {type Attributes, mount, names, parts, shown, texts} from './page.js';

const now = Date.now.bind(Date);

/** A board that showed rows, whose next look failed `minutes` later. */
async function staleBoard(minutes: number, answer = failing(500), attributes: Attributes = {}) {
  const api = new FakeApi().on(path(101), WOLVES);
  const {session, board} = mount(api, {session: attributes});
  await names(board);
  expect(texts(board, 'age')).to.deep.equal(['']);
  api.on(path(101), answer);
  Date.now = () => now() + minutes * 60_000;
  await session.session!.contributors(101).reload();
  await waitUntil(() => texts(board, 'age')[0], 'the age');
  return {api, session, board};
}

const isSeen = (board: Element, part: string): boolean =>
  parts(board, part).some(one => getComputedStyle(one).visibility === 'visible');

const lookAgain = (session: SessionElement): Promise<void> => session.session!.contributors(101).reload();

describe('<liveops-clan-contributors> that could not look again', () => {
  afterEach(() => {
    Date.now = now;
    delete (navigator as {onLine?: boolean}).onLine;
  });

  it('keeps its rows and shows how old they are', async () => {
    const {board} = await staleBoard(5);

    expect(await names(board)).to.have.length(4);
    expect(texts(board, 'age')).to.deep.equal(['Updated 5 minutes ago']);
  });

  it('shows the age in the largest unit', async () => {
    const {board} = await staleBoard(125);

    expect(texts(board, 'age')).to.deep.equal(['Updated 2 hours ago']);
  });

  it('shows how the age grows while the page is open, and lets it be heard once', async () => {
    const {board} = await staleBoard(0);
    const age = parts(board, 'age')[0]!;
    const first = age.firstElementChild;

    await waitUntil(() => /^Updated [1-9] seconds? ago/.test(texts(board, 'age')[0]!), 'the age a second later');

    expect(age.firstElementChild === first).to.equal(true);
    expect(age.getAttribute('aria-relevant')).to.equal('additions');
  });

  it('announces the age politely', async () => {
    const {board} = await staleBoard(5);

    expect(board.shadowRoot!.querySelector('[part=age]')!.role).to.equal('status');
  });

  it('says that the device is offline, where it is', async () => {
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    const {board} = await staleBoard(3, (): never => {
      throw new TypeError('Failed to fetch');
    });

    expect(texts(board, 'age')).to.deep.equal(['You are offline. Updated 3 minutes ago']);
  });

  it('offers to ask again below rows that nothing refreshes any more, in place of the climb', async () => {
    const {api, board} = await staleBoard(5, failing(403));
    await shown(board, 'retry');
    expect(isSeen(board, 'climb')).to.equal(false);

    api.on(path(101), WOLVES);
    parts(board, 'retry')[0]!.click();

    await waitUntil(() => !parts(board, 'retry').length && !texts(board, 'age')[0], 'fresh rows');
    expect(isSeen(board, 'climb')).to.equal(true);
    expect(await names(board)).to.have.length(4);
  });

  it('offers it again when asking again fails', async () => {
    const {api, board} = await staleBoard(5, failing(403));
    let refuse = (): void => undefined;
    const refused = new Promise<Response>(resolve => (refuse = () => resolve(failing(403)())));
    api.on(path(101), () => refused);

    (await shown(board, 'retry')).click();
    await waitUntil(() => !parts(board, 'retry').length, 'the end of the offer while an answer is on its way');
    refuse();

    await shown(board, 'retry');
    expect(await names(board)).to.have.length(4);
  });

  it('leaves the climb where it is while the session asks again by itself', async () => {
    const {board} = await staleBoard(5, failing(500), {'poll-seconds': '30'});

    expect(parts(board, 'retry')).to.be.empty;
    expect(isSeen(board, 'climb')).to.equal(true);
  });

  it('shows no age any more once a request succeeds', async () => {
    const {api, session, board} = await staleBoard(5);

    api.on(path(101), WOLVES);
    await lookAgain(session);
    await board.updateComplete;

    expect(texts(board, 'age')).to.deep.equal(['']);
  });
});
