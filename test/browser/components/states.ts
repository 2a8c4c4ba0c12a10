import type {ClanContributorsElement} from '../../../components/clan-contributors/clan-contributors.js';
import {chain, chains, TEN, WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi, LIST} from './fake-api.js';
import {type Attributes, mount, shown} from './page.js';

const none = new FakeApi().on(path(101), []).on(LIST, chains(chain()));

/** How to bring a board into each of its states, and the part that shows it is there. */
const STATES = {
  skeleton: {
    api: new FakeApi().on(path(101), () => new Promise<never>(() => undefined)),
    session: {},
    part: 'skeleton',
  },
  'four rows': {api: new FakeApi().on(path(101), WOLVES), session: {}, part: 'row'},
  'ten rows': {api: new FakeApi().on(path(101), TEN), session: {}, part: 'row'},
  'empty: nobody': {api: none, session: {}, part: 'empty'},
  'empty: no clan': {api: none, session: {clan: ''}, part: 'empty'},
  failed: {api: new FakeApi().on(path(101), failing(500)), session: {}, part: 'error'},
  'signed out': {api: new FakeApi().on(path(101), failing(401)), session: {}, part: 'error'},
};

export type State = keyof typeof STATES;
export const states = Object.keys(STATES) as State[];

/** A board in that state, in the page, inside an element that the test may style. */
export async function boardIn(state: State, attributes: Attributes = {}): Promise<ClanContributorsElement> {
  const {api, session, part} = STATES[state];
  const {board} = mount(api, {session, board: attributes});
  await shown(board, part);
  if (part === 'empty') await waitForList(board);
  return board;
}

async function waitForList(board: ClanContributorsElement): Promise<void> {
  await board.closest('liveops-session')!.session!.$rewardChains.reload();
  await board.updateComplete;
}
