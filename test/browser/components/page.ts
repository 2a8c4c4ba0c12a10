import '../../../components/clan-contributors/define.js';
import '../../../components/session/define.js';

import type {ClanContributorsElement} from '../../../components/clan-contributors/clan-contributors.js';
import type {SessionElement} from '../../../components/session/session.js';
import {waitUntil} from '../../support/wait-until.js';
import {API, board as boardPath, type FakeApi} from './fake-api.js';

/** Attributes by name; `null` leaves one out that is there by default. */
export type Attributes = Readonly<Record<string, string | null>>;

afterEach(() => {
  document.querySelectorAll('liveops-session, liveops-clan-contributors, .host').forEach(element => element.remove());
});

/** An element with attributes, not in the page. */
export function element<T extends keyof HTMLElementTagNameMap>(tag: T, attributes: Attributes = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  return made;
}

/** A session of Rocket, who is signed in, on the fake API; not in the page, and it does not poll. */
let players = Date.now();

export function sessionOn(api: FakeApi, attributes: Attributes = {}): SessionElement {
  const defaults = {
    'project-id': '44056',
    'api-base': API,
    'player-name': 'Rocket',
    clan: 'wolves',
    'poll-seconds': '0',
  };
  const session = element('liveops-session', {...defaults, ...attributes});
  session.getToken = () => 'token';
  session.userKey = `player-${++players}`;
  session.fetch = api.fetch;
  return session;
}

/** A board of chain 101; not in the page. */
export function boardWith(attributes: Attributes = {}): ClanContributorsElement {
  return element('liveops-clan-contributors', {'reward-chain-id': '101', ...attributes});
}

type Wishes = {session?: Attributes; board?: Attributes};

/** A page with a session on the fake API and a board below it. */
export function mount(api: FakeApi, wishes: Wishes = {}): {session: SessionElement; board: ClanContributorsElement} {
  const session = sessionOn(api, wishes.session);
  const board = boardWith(wishes.board);
  session.append(board);
  document.body.append(session);
  return {session, board};
}

/** The elements of a part, in the order they are shown. */
export function parts(board: Element, part: string): HTMLElement[] {
  return [...(board.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${part}"]`) ?? [])];
}

/** The text of every element of a part, as it is read: blanks are one. */
export function texts(board: Element, part: string): string[] {
  return parts(board, part).map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
}

/** The part's one element, once it is there. */
export function shown(board: Element, part: string): Promise<HTMLElement> {
  return waitUntil(() => parts(board, part)[0], `the part ${part} in ${board.shadowRoot?.textContent}`);
}

/** The names on the board, once there are any, or once they are these. */
export async function names(board: Element, expected?: readonly string[]): Promise<string[]> {
  const bare = (): string[] => parts(board, 'name').map(name => name.querySelector('bdi')?.textContent ?? '');
  const isThere = (): boolean => (expected ? String(bare()) === String(expected) : bare().length > 0);
  await waitUntil(isThere, `the names ${expected?.join() ?? ''} instead of ${bare().join()}`);
  return bare();
}

/** The type of each event of that type that comes to the target from now on. */
export function heard(target: EventTarget, type: string): string[] {
  const types: string[] = [];
  target.addEventListener(type, event => types.push(event.type));
  return types;
}

/** Has an answer come and go that was asked for now, and by then every answer that was there before. */
export async function answersAreIn(session: SessionElement, api: FakeApi): Promise<void> {
  api.on(boardPath(999), []);
  await session.session!.contributors(999).reload();
}
