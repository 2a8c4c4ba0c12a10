import {parts} from './page.js';

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** What is wrong with the places of things in the rows of a board, one line per fault; half a pixel is rounding. */
export function rowFaults(board: Element): string[] {
  return parts(board, 'row').flatMap(faultsOf);
}

function faultsOf(row: Element, index: number): string[] {
  const room = row.getBoundingClientRect();
  const boxes = new Map(
    ['rank', 'name > bdi', 'amount', 'own-mark'].flatMap(name => {
      const node = row.querySelector(`.${name}`);
      return node && isSeen(node) ? [[name, textBox(node)] as const] : [];
    }),
  );
  const out = [...boxes].filter(([, box]) => !isInside(box, room)).map(([name]) => `${name} leaves its row`);
  const cut = [...boxes].filter(([name]) => name === 'own-mark' && isCut(row)).map(([name]) => `${name} is cut`);
  const names = [...boxes.keys()];
  const pairs = names.flatMap((one, at) => names.slice(at + 1).map(other => [one, other] as const));
  const met = pairs
    .filter(([one, other]) => meet(boxes.get(one)!, boxes.get(other)!))
    .map(pair => pair.join(' meets '));
  return [...out, ...cut, ...met].map(fault => `row ${index + 1}: ${fault}`);
}

/** A name's line is lower than its box, which reaches above it for the marks of some scripts. */
function textBox(node: Element): Box {
  const {left, right, top, bottom} = node.getBoundingClientRect();
  return {left, right, top: top + parseFloat(getComputedStyle(node).paddingTop), bottom};
}

/** The mark is there as a whole or not at all: in another line than the points it is not seen. */
function isSeen(node: Element): boolean {
  return !node.matches('.own-mark') || node.getBoundingClientRect().top < scoreOf(node).bottom - 0.5;
}

function isCut(row: Element): boolean {
  const mark = row.querySelector('.own-mark')!;
  return !isInside(mark.getBoundingClientRect(), scoreOf(mark));
}

const scoreOf = (node: Element): DOMRect => node.closest('.score')!.getBoundingClientRect();

function isInside(box: Box, room: Box): boolean {
  const sides = [box.left - room.left, room.right - box.right, box.top - room.top, room.bottom - box.bottom];
  return sides.every(gap => gap >= -0.5);
}

function meet(one: Box, other: Box): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > 0.5 && high > 0.5;
}
