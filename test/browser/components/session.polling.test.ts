import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {WOLVES} from '../../support/wire.js';
import {board as path, FakeApi} from './fake-api.js';
import {holdLateTimers} from './late-timers.js';
import {mount, names} from './page.js';

describe('The poll-seconds of <liveops-session>', () => {
  let held: ReturnType<typeof holdLateTimers>;

  beforeEach(() => {
    held = holdLateTimers();
  });

  afterEach(() => held.restore());

  async function waitAfter(pollSeconds: string | null) {
    const api = new FakeApi().on(path(101), WOLVES);
    const {board} = mount(api, {session: {'poll-seconds': pollSeconds}});
    await names(board);
    return {api, board};
  }

  it('let the board follow the server by itself', async () => {
    const {api, board} = await waitAfter('20');
    await waitUntil(() => held.timers.length, 'the wait');

    api.on(path(101), WOLVES.slice(0, 1));
    held.timers[0]!.run();

    expect(await names(board, ['winner'])).to.have.length(1);
    expect(held.timers[0]!.ms).to.be.within(16_000, 24_000);
  });

  it('are 30 by default, give or take a fifth', async () => {
    await waitAfter(null);
    await waitUntil(() => held.timers.length, 'the wait');

    expect(held.timers[0]!.ms).to.be.within(24_000, 36_000);
  });

  it('are 0 for a page that looks by hand', async () => {
    const {api, board} = await waitAfter('0');
    const {session} = board.closest('liveops-session')!;

    api.on(path(101), WOLVES.slice(0, 1));
    session!.refresh();

    await names(board, ['winner']);
    expect(held.timers).to.be.empty;
  });
});
