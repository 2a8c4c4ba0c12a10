import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {climbWith, type ItemClimb, pointsOf} from '../../src/catalog/climb.js';
import type {CatalogItem} from '../../src/catalog/items.js';
import {type ContributeEvent, takeContribution} from '../shared/contribute-event.js';
import {ClimbRound, type Contender} from './climb-round.js';
import type {ClimbGoal} from './view.js';

type Goal = ClimbGoal & {readonly session: object; readonly valuePointSku: string | undefined};

/** What the element shows when a player wants to climb. */
export type ClimbingParts = {
  session(): object | undefined;
  /** Whether the element answers at all. */
  answers(): boolean;
  /** All items that it could bring forward, and whether they are still to come. */
  readonly source: {readonly items: readonly CatalogItem[]; readonly isLoading: boolean};
};

/** What the player wants of all elements that could answer, until one of them does. */
type Wish = {readonly round: ClimbRound; readonly contender: Contender};

/** Those that answer, by their document; one listener serves them all. */
const answering = new Map<Document, Set<Climbing>>();

function joinEach(this: Document, event: Event): void {
  answering.get(this)?.forEach(climbing => climbing.join(event));
}

/**
 * Answers `liveops-contribute` of the element's session, wherever on the page it comes from: with the items whose points
 * reach what the player wants, if no other element of the page does it better. They stay until they are bought, or the player
 * wants something else.
 */
export class Climbing implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: ClimbingParts;
  #goal: Goal | undefined;
  #wish: Wish | undefined;
  #isNew = false;
  #page: Document | undefined;
  #known: {readonly items: readonly CatalogItem[]; readonly goal: Goal; readonly climb: ItemClimb} | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: ClimbingParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  get goal(): ClimbGoal | undefined {
    return this.#current;
  }

  /** The items that reach the goal, or that come closest. */
  get climb(): ItemClimb | undefined {
    return this.#current && this.#climbTo(this.#current);
  }

  /** Whether the player has just asked, so that the items are to be shown to them; true once. */
  takeNew(): boolean {
    const isNew = this.#isNew && this.climb !== undefined;
    if (isNew) this.#isNew = false;
    return isNew;
  }

  /** The player has bought an item, and needs its points no more. */
  bought(sku: string): void {
    const goal = this.#current;
    const item = this.#parts.source.items.find(one => one.sku === sku);
    if (!goal || !item) return;
    const left = goal.pointsNeeded - pointsOf(item, goal);
    this.#goal = left > 0 && left < goal.pointsNeeded ? {...goal, pointsNeeded: left} : left > 0 ? goal : undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    const page = this.#host.ownerDocument;
    this.#page = page;
    const others = answering.get(page);
    if (!others) page.addEventListener('liveops-contribute', joinEach);
    answering.set(page, (others ?? new Set()).add(this));
  }

  hostDisconnected(): void {
    this.#leave();
    const page = this.#page;
    const all = page ? answering.get(page) : undefined;
    if (!page || !all?.delete(this) || all.size) return;
    answering.delete(page);
    page.removeEventListener('liveops-contribute', joinEach);
  }

  hostUpdated(): void {
    this.#wish?.round.check();
  }

  join(event: Event): void {
    const session = this.#parts.session();
    const {pointsNeeded, valuePointSku, rank, step} = event as ContributeEvent;
    if (!session || !this.#parts.answers() || !(pointsNeeded > 0) || !takeContribution(event, session)) return;
    const goal = {session, pointsNeeded, valuePointSku, rank, step};
    const contender: Contender = {
      isLoading: () => this.#parts.source.isLoading,
      climb: () => this.#climbTo(goal),
      answer: () => this.#answer(goal),
    };
    this.#leave();
    // The last answer is over, also if another element gives the next one.
    this.#goal = undefined;
    this.#wish = {contender, round: ClimbRound.of(event)};
    this.#wish.round.join(contender);
    this.#host.requestUpdate();
  }

  /** Another player wants nothing. */
  get #current(): Goal | undefined {
    return this.#goal?.session === this.#parts.session() ? this.#goal : undefined;
  }

  /** Calculated once for a list. */
  #climbTo(goal: Goal): ItemClimb | undefined {
    const items = this.#parts.source.items;
    if (!items.length) return undefined;
    if (this.#known?.items !== items || this.#known.goal !== goal) {
      this.#known = {items, goal, climb: climbWith(items, goal)};
    }
    return this.#known.climb;
  }

  #leave(): void {
    this.#wish?.round.leave(this.#wish.contender);
    this.#wish = undefined;
  }

  #answer(goal: Goal): void {
    this.#wish = undefined;
    this.#goal = goal;
    this.#isNew = true;
    this.#host.requestUpdate();
  }
}
