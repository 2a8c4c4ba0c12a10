import {expect} from 'chai';
import type {SessionElement} from '../../components/session/session.js';
import {waitUntil} from '../helpers/wait-until.js';
import {WOLVES} from './answers.js';
import {board as path, failing, FakeApi} from './fake-api.js';
import {mount, names, texts} from './page.js';

const now = Date.now.bind(Date);

/** A board that showed rows, whose next look failed `minutes` later. */
async function staleBoard(minutes: number, answer = failing(500)) {
  const api = new FakeApi().on(path(101), WOLVES);
  const {session, board} = mount(api);
  await names(board);
  expect(texts(board, 'age')).to.deep.equal(['']);
  api.on(path(101), answer);
  Date.now = () => now() + minutes * 60_000;
  await session.session!.contributors(101).reload();
  await waitUntil(() => texts(board, 'age')[0], 'the age');
  return {api, session, board};
}

const lookAgain = (session: SessionElement): Promise<void> => session.session!.contributors(101).reload();

describe('<liveops-clan-contributors> that could not look again', () => {
  afterEach(() => {
    Date.now = now;
    delete (navigator as {onLine?: boolean}).onLine;
  });

  it('keeps its rows and tells how old they are', async () => {
    const {board} = await staleBoard(5);

    expect(await names(board)).to.have.length(4);
    expect(texts(board, 'age')).to.deep.equal(['Updated 5 minutes ago']);
  });

  it('tells the age in the largest unit', async () => {
    const {board} = await staleBoard(125);

    expect(texts(board, 'age')).to.deep.equal(['Updated 2 hours ago']);
  });

  it('announces the age politely', async () => {
    const {board} = await staleBoard(5);

    expect(board.shadowRoot!.querySelector('[part=age]')!.role).to.equal('status');
  });

  it('says that the device is offline, where it is', async () => {
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    const {board} = await staleBoard(1, (): never => {
      throw new TypeError('Failed to fetch');
    });

    expect(texts(board, 'age')).to.deep.equal(['You are offline. Updated 1 minute ago']);
  });

  it('tells no age any more once a look went well', async () => {
    const {api, session, board} = await staleBoard(5);

    api.on(path(101), WOLVES);
    await lookAgain(session);
    await board.updateComplete;

    expect(texts(board, 'age')).to.deep.equal(['']);
  });
});
