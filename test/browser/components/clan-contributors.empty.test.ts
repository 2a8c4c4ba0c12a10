import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains} from '../../support/wire.js';
import {board as path, FakeApi, LIST} from './fake-api.js';
import {type Attributes, boardWith, mount, parts, shown, texts} from './page.js';

const NO_POPUP = {popup_header: null, popup_instruction: null};

async function textFor(session: Attributes, list = chains(chain()), board: Attributes = {}): Promise<string> {
  const api = new FakeApi().on(path(101), []).on(LIST, list);
  const mounted = mount(api, {session, board});
  await shown(mounted.board, 'empty');
  await mounted.session.session!.$rewardChains.reload();
  await mounted.board.updateComplete;
  expect(parts(mounted.board, 'row')).to.be.empty;
  return texts(mounted.board, 'empty')[0]!;
}

describe('<liveops-clan-contributors> without rows', () => {
  it('says that nobody has given points yet when the player is in a clan', async () => {
    expect(await textFor({clan: 'wolves'})).to.match(/nobody/i);
  });

  it('shows a player without a clan how to join one, in the project’s words', async () => {
    expect(await textFor({clan: ''})).to.equal('Rewards for clans Join a clan in the game.');
  });

  it('shows it in the player’s language', async () => {
    const list = chains(chain({popup_header: {en: 'Rewards', de: 'Belohnungen'}, popup_instruction: null}));

    expect(await textFor({clan: '', locale: 'de-AT'}, list)).to.equal('Belohnungen');
  });

  it('shows a player without a clan so in its own words where the project has none', async () => {
    expect(await textFor({clan: ''}, chains(chain(NO_POPUP)))).to.match(/not in a clan/i);
  });

  it('says neither that nobody gave nor that there is no clan while the clan is unknown', async () => {
    const text = await textFor({clan: null});

    expect(text).to.contain('Join a clan in the game.');
    expect(text).not.to.match(/nobody|not in a clan/i);
  });

  it('stays neutral while the clan is unknown and the project says nothing', async () => {
    expect(await textFor({clan: null}, chains(chain(NO_POPUP)))).not.to.match(/nobody|not in a clan|join/i);
  });

  it('shows it with the project’s picture', async () => {
    await textFor({clan: ''}, chains(chain({popup_image_url: 'https://a.example/join.png'})));

    const [image] = parts(document.querySelector('liveops-clan-contributors')!, 'join-image') as HTMLImageElement[];
    expect(image!.src).to.equal('https://a.example/join.png');
  });

  it('shows it on a board that comes when the answer is there already', async () => {
    const api = new FakeApi().on(path(101), []).on(LIST, chains(chain()));
    const {session, board} = mount(api, {session: {clan: ''}});
    await shown(board, 'empty');
    const late = session.appendChild(boardWith());

    await waitUntil(() => texts(late, 'empty')[0] === 'Rewards for clans Join a clan in the game.', 'how to join');
  });

  it('takes the words of its own chain, not of the first', async () => {
    const other = chain({reward_chain_id: 7, order: 0, popup_header: {en: 'Another chain'}});

    expect(await textFor({clan: ''}, chains(other, chain()))).to.match(/^Rewards for clans/);
  });

  it('shows the project’s words as text', async () => {
    const list = chains(chain({popup_header: {en: '<b>Rewards</b>'}, popup_instruction: null}));

    expect(await textFor({clan: ''}, list)).to.equal('<b>Rewards</b>');
  });

  it('says that there is no clan event where no chain runs', async () => {
    const api = new FakeApi().on(LIST, chains(chain({date_end: '2020-01-02T00:00:00+00:00'})));
    const {board} = mount(api, {board: {'reward-chain-id': null}});

    await shown(board, 'empty');

    expect(texts(board, 'empty')[0]).to.match(/no clan event/i);
    expect(api.paths).to.deep.equal([LIST]);
  });

  it('follows the clan that the game names', async () => {
    const api = new FakeApi().on(path(101), []).on(LIST, chains(chain(NO_POPUP)));
    const {session, board} = mount(api, {session: {clan: ''}});
    await shown(board, 'empty');

    session.setAttribute('clan', 'ravens');
    await session.updateComplete;
    await session.session!.contributors(101).reload();
    await board.updateComplete;

    expect(texts(board, 'empty')[0]).to.match(/nobody/i);
  });

  it('offers no retry, since nothing failed', async () => {
    const {board} = mount(new FakeApi().on(path(101), []).on(LIST, chains(chain())));

    await shown(board, 'empty');

    expect(parts(board, 'retry')).to.be.empty;
  });

  it('is not empty before it has asked', async () => {
    const board = boardWith();
    document.body.append(board);
    await board.updateComplete;

    expect(parts(board, 'empty')).to.be.empty;
  });
});
