import {type Box, middleOf} from './geometry.js';
import type {Direction} from './intents.js';
import {pathOf} from './tree.js';

/** The part of what is seen by which a press scrolls: the rest stays in view, so that players keep their place. */
const PAGE = 0.8;

/** Whether an element, or the page for its root, can scroll further in a direction. */
export function canScroll(element: Element, direction: Direction): boolean {
  const isUpright = direction === 'up' || direction === 'down';
  const {overflowX, overflowY} = getComputedStyle(element);
  const overflow = isUpright ? overflowY : overflowX;
  const isRoot = element === element.ownerDocument.scrollingElement;
  if (isRoot ? overflow === 'hidden' || overflow === 'clip' : overflow !== 'auto' && overflow !== 'scroll')
    return false;
  const {scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth} = element;
  // From right to left, the places count down from 0.
  const isFromRight = getComputedStyle(element).direction === 'rtl';
  const [at, most] = isUpright ? [scrollTop, scrollHeight - clientHeight] : [scrollLeft, scrollWidth - clientWidth];
  const [first, last] = !isUpright && isFromRight ? [-most, 0] : [0, most];
  return direction === 'up' || direction === 'left' ? at > first + 1 : at < last - 1;
}

/** Scrolls by most of what is seen; false if nothing moved. */
export function scroll(element: Element, direction: Direction): boolean {
  const {clientHeight, clientWidth, scrollTop, scrollLeft} = element;
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  const isUpright = direction === 'up' || direction === 'down';
  // Not smoothly, whatever the page's styles say: what moved decides now.
  const by = isUpright ? {top: sign * PAGE * clientHeight} : {left: sign * PAGE * clientWidth};
  element.scrollBy({...by, behavior: 'instant'});
  return element.scrollTop !== scrollTop || element.scrollLeft !== scrollLeft;
}

/** Whether a box is so far up or down that it would be out of sight even after a scroll. */
export function isFar(direction: Direction, {top, bottom}: Box, {innerHeight}: Pick<Window, 'innerHeight'>): boolean {
  if (direction === 'down') return top - innerHeight > PAGE * innerHeight;
  return direction === 'up' && -bottom > PAGE * innerHeight;
}

/** Whether players see the middle of an element: nothing around it has scrolled it away. */
export function isInView(element: Element): boolean {
  const [x, y] = middleOf(element.getBoundingClientRect());
  const {innerWidth, innerHeight} = element.ownerDocument.defaultView ?? window;
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
  return pathOf(element).every(around => !isClipping(around) || isIn(x, y, around.getBoundingClientRect()));
}

function isClipping(element: Element): boolean {
  const {overflowX, overflowY} = getComputedStyle(element);
  return element !== element.ownerDocument.scrollingElement && [overflowX, overflowY].some(isScrolling);
}

function isScrolling(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

function isIn(x: number, y: number, {left, top, right, bottom}: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
