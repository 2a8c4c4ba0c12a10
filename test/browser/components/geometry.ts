import {expect} from 'chai';

/** Widths of columns with the size of their text, in pixels. */
export const SIZES = [
  [240, 16],
  [320, 16],
  [600, 16],
  [900, 16],
  [240, 32],
  [480, 32],
] as const;

/** Fails unless the element is as wide as its column, and holds what is in it. */
export function expectKept(element: HTMLElement, overflows: readonly string[], where: string): void {
  expect(overflows, where).to.deep.equal([]);
  expect(element.scrollWidth, where).to.be.at.most(element.clientWidth + 1);
}

/** What a player sees: neither what is only read aloud, nor what a list hides until it is scrolled. */
export function isSeen(element: Element): boolean {
  const isClipped = getComputedStyle(element).clipPath !== 'none' || element.closest('.visually-hidden');
  return element.getClientRects().length > 0 && !isClipped;
}

/** The boxes of the lines of an element's text. */
export function linesOf(element: Element): DOMRect[] {
  const text = document.createRange();
  text.selectNodeContents(element);
  const boxes = [...text.getClientRects()].filter(({width}) => width > 0);
  return boxes.filter(({top}, index) => top !== boxes[index - 1]?.top);
}

/** Those that stick out of the frame at its sides or its end. */
export function stickingOut(frame: Element, inside: Iterable<Element>): string[] {
  const room = frame.getBoundingClientRect();
  const out = [...inside].filter(isSeen).filter(one => {
    const box = one.getBoundingClientRect();
    return box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1;
  });
  return out.map(({outerHTML}) => `${Math.round(room.width)} px: ${outerHTML.slice(0, 160)}`);
}
