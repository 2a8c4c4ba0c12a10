import type {Direction} from './intents.js';

/** A rectangle on the screen, in CSS pixels. */
export type Box = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;

/** Edges that touch may overlap by a rounding error. */
const SLACK_PX = 1;

/** How far `to` is from `from` along the direction, between the edges that face each other; negative if they overlap. */
export function gapAhead(direction: Direction, from: Box, to: Box): number {
  if (direction === 'up') return from.top - to.bottom;
  if (direction === 'down') return to.top - from.bottom;
  return direction === 'left' ? from.left - to.right : to.left - from.right;
}

/**
 * Whether `to` is in that direction. To the side, it has to be further away than it is above or below, or a press at the
 * right edge would end far down the page. Up and down reach everything, since pages are read that way.
 */
export function isAhead(direction: Direction, from: Box, to: Box): boolean {
  const gap = gapAhead(direction, from, to);
  if (gap < -SLACK_PX) return false;
  return isUpright(direction) || gapAside(direction, from, to) <= 2 * Math.max(gap, 0);
}

/** The index of the nearest box in a direction, sideways distance counting twice; -1 if there is none. */
export function nearestBox(direction: Direction, from: Box, boxes: readonly Box[]): number {
  let [nearest, least] = [-1, Infinity];
  boxes.forEach((box, index) => {
    const distance = isAhead(direction, from, box) ? distanceTo(direction, from, box) : Infinity;
    if (distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
}

function isUpright(direction: Direction): boolean {
  return direction === 'up' || direction === 'down';
}

/** The distance across the direction; 0 where the boxes overlap in that sense. */
function gapAside(direction: Direction, from: Box, to: Box): number {
  const [before, after]: readonly Direction[] = isUpright(direction) ? ['left', 'right'] : ['up', 'down'];
  return Math.max(0, gapAhead(before ?? 'left', from, to), gapAhead(after ?? 'right', from, to));
}

/** The distance between the middles decides among boxes that are equally far. */
function distanceTo(direction: Direction, from: Box, to: Box): number {
  const [fromX, fromY] = middleOf(from);
  const [toX, toY] = middleOf(to);
  const offset = isUpright(direction) ? Math.abs(fromX - toX) : Math.abs(fromY - toY);
  return Math.max(gapAhead(direction, from, to), 0) + 2 * gapAside(direction, from, to) + offset / 100;
}

/** The middle of a box: x, y. */
export function middleOf({left, top, right, bottom}: Box): readonly [x: number, y: number] {
  return [(left + right) / 2, (top + bottom) / 2];
}
