import {isAhead, nearestBox} from './geometry.js';
import type {Direction, Step} from './intents.js';
import {remembered} from './memory.js';
import {canScroll, isFar} from './scroll.js';
import {focusedIn, isContainer, isInside, isTabStop, pathOf, targetsIn} from './tree.js';

/** What a press of a direction comes to: an element gets the focus, something has to scroll first, or nothing is there. */
export type Outcome =
  | {readonly kind: 'focus'; readonly element: HTMLElement}
  | {readonly kind: 'scroll'; readonly element: Element}
  | {readonly kind: 'edge'};

const EDGE: Outcome = {kind: 'edge'};

/**
 * Where a direction leads inside `scope`. Movement stays in the list, then in the element, as long as there is somewhere
 * to go; a list that scrolls does so before the focus leaves it. What is entered gives the focus to what had it last.
 */
export function findMove(direction: Direction, scope: Element): Outcome {
  const targets = withoutScrollers(targetsIn(scope));
  const from = focusedIn(scope);
  if (!from) return toFocus(remembered(scope, targets) ?? targets.find(isTabStop));
  if (direction === 'down' && !canScroll(from, direction)) {
    const [first] = targets.filter(target => target !== from && isInside(target, from));
    if (first) return toFocus(first);
  }
  const others = targets.filter(target => !isInside(target, from));
  return findAround(direction, from, {scope, others});
}

type Surroundings = {readonly scope: Element; readonly others: readonly HTMLElement[]};

/** Searches each container around `from`, the innermost first. */
function findAround(direction: Direction, from: HTMLElement, {scope, others}: Surroundings): Outcome {
  for (const around of pathOf(from)) {
    const isScope = around === scope;
    const inside = isScope || isContainer(around) ? others.filter(other => isInside(other, around)) : [];
    const next = nearestIn(direction, from, inside);
    const scrolls = canScroll(around, direction);
    if (next && !(scrolls && isOutOfReach(direction, next))) return toFocus(entered(direction, from, next, others));
    if (scrolls) return {kind: 'scroll', element: around};
    if (isScope) break;
  }
  const {body, scrollingElement: page} = scope.ownerDocument;
  return scope === body && page && canScroll(page, direction) ? {kind: 'scroll', element: page} : EDGE;
}

/** The stop before or after what has the focus, in the order of the page. */
export function findStep(step: Step, scope: Element): Outcome {
  const from = focusedIn(scope);
  // A heading that got the focus for a button that is gone is no stop itself, but has its place among them.
  const stops = targetsIn(scope, element => element === from || isTabStop(element));
  if (!from) return toFocus(step === 'next' ? stops[0] : stops[stops.length - 1]);
  return toFocus(stops[stops.indexOf(from) + (step === 'next' ? 1 : -1)]);
}

function toFocus(element: HTMLElement | undefined): Outcome {
  return element ? {kind: 'focus', element} : EDGE;
}

/** A list that scrolls is a stop for the Tab key; a direction leads to what is in it, and scrolls it from there. */
function withoutScrollers(targets: readonly HTMLElement[]): readonly HTMLElement[] {
  const isAround = (target: HTMLElement): boolean =>
    isContainer(target) && targets.some(other => other !== target && isInside(other, target));
  return targets.filter(target => !isAround(target));
}

function nearestIn(direction: Direction, from: HTMLElement, targets: readonly HTMLElement[]): HTMLElement | undefined {
  const boxes = targets.map(target => target.getBoundingClientRect());
  return targets[nearestBox(direction, from.getBoundingClientRect(), boxes)];
}

function isOutOfReach(direction: Direction, target: HTMLElement): boolean {
  return isFar(direction, target.getBoundingClientRect(), target.ownerDocument.defaultView ?? window);
}

/** `next`, or what had the focus last in the outermost container that `from` is not in. */
function entered(
  direction: Direction,
  from: HTMLElement,
  next: HTMLElement,
  targets: readonly HTMLElement[],
): HTMLElement {
  const left = pathOf(from);
  const container = pathOf(next)
    .filter(around => isContainer(around) && !left.includes(around))
    .pop();
  const last = container && remembered(container, targets);
  if (!last) return next;
  return isAhead(direction, from.getBoundingClientRect(), last.getBoundingClientRect()) ? last : next;
}
