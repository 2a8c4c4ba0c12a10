import type {Contributor} from '../../src/model.js';

const MOVE = {duration: 350, easing: 'ease-out'};

/**
 * Lets rows slide from the places they had, by transform only. Rows are told apart by name, so where names repeat the
 * first one counts. Nothing moves where the system asks for less motion.
 */
export function slideRows(root: ParentNode, before: readonly Contributor[], after: readonly Contributor[]): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  root.querySelectorAll<HTMLElement>('li').forEach((row, index) => {
    const from = before.findIndex(({name}) => name === after[index]?.name);
    if (from < 0 || from === index) return;
    row.animate([{transform: `translateY(${(from - index) * row.offsetHeight}px)`}, {transform: 'none'}], MOVE);
  });
}
