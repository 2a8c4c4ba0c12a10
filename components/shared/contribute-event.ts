import {LiveOpsEvent} from './liveops-event.js';

/** What lifts the clan: `rank` on the board, `step` on the reward chain. */
export type ContributeGoal = 'rank' | 'step';

export type Contribution = {
  chainId: number;
  /** Points that reach the next rank or step. */
  pointsNeeded: number;
  /** The value point to earn; `undefined` where the chain could not be read. */
  valuePointSku: string | undefined;
  goal: ContributeGoal;
  /** The rank that the points reach, where `goal` is `rank`. */
  rank?: number | undefined;
  /** The name of the step that they reach, where `goal` is `step`. */
  step?: string | undefined;
};

/** The session of each event, by which an element knows whether it is about its player. */
const sessions = new WeakMap<Event, object>();
const answered = new WeakSet<Event>();

/** The player wants to give the points that lift the clan: the page's moment to offer the item that earns them. */
export class ContributeEvent extends LiveOpsEvent<Contribution> implements Contribution {
  declare readonly chainId: number;
  declare readonly pointsNeeded: number;
  declare readonly valuePointSku: string | undefined;
  declare readonly goal: ContributeGoal;
  declare readonly rank: number | undefined;
  declare readonly step: string | undefined;

  constructor({rank, step, ...contribution}: Contribution, session?: object) {
    super('liveops-contribute', {
      ...contribution,
      ...(rank !== undefined && {rank}),
      ...(step !== undefined && {step}),
    });
    if (session) sessions.set(this, session);
  }
}

/**
 * Whether the event is about this session, so that an element of it answers. An event that a page or another copy of this
 * package made is about the session element that it comes from, if there is one.
 */
export function takeContribution(event: Event, session: object): boolean {
  if ((sessionOf(event) ?? session) !== session) return false;
  answered.add(event);
  return true;
}

function sessionOf(event: Event): object | undefined {
  const known = sessions.get(event);
  if (known) return known;
  const isSession = (target: EventTarget): boolean => (target as Partial<Element>).localName === 'liveops-session';
  const source = event.composedPath().find(isSession) as {session?: object | undefined} | undefined;
  return source?.session;
}

/** Where a contribution comes from: the session that it is about, and where the player is led if no element answers. */
export type ContributionSource = {readonly session: object | undefined; readonly href: string | null | undefined};

/** Notifies the page that the player wants to give points; leads to `href` if no offers on the page answer. */
export function contribute(element: Element, contribution: Contribution, {session, href}: ContributionSource): void {
  const event = new ContributeEvent(contribution, session);
  element.dispatchEvent(event);
  if (!href || answered.has(event)) return;
  const url = new URL(href, document.baseURI);
  if (/^https?:$/.test(url.protocol)) location.assign(url);
}

declare global {
  interface HTMLElementEventMap {
    'liveops-contribute': ContributeEvent;
  }
}
