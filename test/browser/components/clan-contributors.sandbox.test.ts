import {expect} from 'chai';
import type {ContributeEvent} from '../../../components/shared/contribute-event.js';
import {nextEvent} from '../../support/next-event.js';
import {startSandbox} from '../../support/sandbox.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {waitUntil} from '../../support/wait-until.js';
import {type Attributes, boardWith, element, names, parts, shown, texts} from './page.js';

const READS = {method: 'GET', path: '/api/v2/project/44056/user'};

describe('<liveops-clan-contributors> with a LiveOps server', () => {
  let sandbox: SandboxControl;

  before(async () => {
    sandbox = await startSandbox();
  });

  beforeEach(() => sandbox.reset());

  after(() => sandbox.close());

  function open(attributes: Attributes = {}) {
    const {apiBase} = sandbox;
    const own = {
      'project-id': '44056',
      'api-base': apiBase,
      'player-name': 'Rocket',
      clan: 'wolves',
      'poll-seconds': '0',
    };
    const session = element('liveops-session', own);
    session.getToken = () => sandbox.token();
    const board = session.appendChild(boardWith(attributes));
    document.body.append(session);
    return {session, board};
  }

  it('shows the clan of the player, asked for with the player’s token', async () => {
    const {board} = open();

    expect(await names(board)).to.deep.equal(['winner', 'Rocket', 'MrJoe', 'beginner']);
    expect(texts(board, 'amount')).to.deep.equal(['555', '398', '201', '1']);
    expect(await sandbox.readLog()).to.deep.equal([
      {
        method: 'GET',
        path: '/api/v2/project/44056/user/clan/contributors/101/top',
        user: 'Rocket',
        applied: true,
        status: 200,
      },
    ]);
  });

  it('finds the weekly clan quest by itself', async () => {
    const {board} = open({'reward-chain-id': null});

    await names(board, ['winner', 'Rocket', 'MrJoe', 'beginner']);

    const {chainId, valuePointSku} = await climb(board);
    expect([chainId, valuePointSku]).to.deep.equal([101, 'com.xsolla.clan_point_1']);
  });

  it('shows the player on top after the purchase that the climb asked for', async () => {
    const {session, board} = open();
    await names(board);
    const {pointsNeeded} = await climb(board);

    await sandbox.contribute('Rocket', 101, pointsNeeded);
    session.session!.refresh();

    expect(await names(board, ['Rocket', 'winner', 'MrJoe', 'beginner'])).to.have.length(4);
    expect(parts(board, 'climb')).to.be.empty;
  });

  it('shows the board of the new clan once the player is in it', async () => {
    const {session, board} = open();
    await names(board);

    await sandbox.setAttributes('Rocket', {clan: 'ravens'});
    await joinClan();
    session.setAttribute('clan', 'ravens');

    expect(await names(board, ['corvid'])).to.have.length(1);
  });

  it('shows a player who left how to join a clan', async () => {
    const {session, board} = open();
    await names(board);

    await sandbox.setAttributes('Rocket', {clan: null});
    await joinClan();
    session.setAttribute('clan', '');
    await waitUntil(() => texts(board, 'empty')[0]?.includes('Rewards for clans'), 'how to join');

    expect(parts(board, 'row')).to.be.empty;
  });

  it('asks for another token when the server refuses the one it has, and keeps its rows', async () => {
    const {session, board} = open();
    await names(board);

    await sandbox.setFaults([{...READS, times: 1, fault: 'status', status: 401}]);
    await session.session!.contributors(101).reload();

    expect(parts(board, 'row')).to.have.length(4);
    expect(texts(board, 'age')).to.deep.equal(['']);
    expect((await sandbox.readLog()).map(({status}) => status)).to.deep.equal([200, 401, 200]);
  });

  for (const fault of [
    {fault: 'status', status: 500},
    {fault: 'drop-answer'},
    {fault: 'truncate', bytes: 20},
    {fault: 'body', contentType: 'text/html', body: '<h1>Sign in to Wi-Fi</h1>'},
  ])
    it(`fails and comes back after the fault ${fault.fault}`, async () => {
      await sandbox.setFaults([{...READS, ...fault}]);
      const {board} = open();
      await shown(board, 'error');

      await sandbox.setFaults([]);
      parts(board, 'retry')[0]!.click();

      expect(await names(board)).to.have.length(4);
    });

  function climb(board: HTMLElement): Promise<ContributeEvent & Event> {
    const event = nextEvent<ContributeEvent & Event>(board, 'liveops-contribute');
    parts(board, 'climb')[0]!.click();
    return event;
  }

  /** What the player's own client does when the game has changed the clan. */
  async function joinClan(): Promise<void> {
    const headers = {authorization: `Bearer ${await sandbox.token()}`};
    await fetch(`${sandbox.apiBase}/v2/project/44056/user/clan/update`, {method: 'PUT', headers});
  }
});
