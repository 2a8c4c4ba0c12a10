import {createElement} from './create-element.js';

const COUNT_MS = 350;

/** A number that has changed: where it is, what it was and is now, and how it is written. */
export type Count = {
  /** Has the number as its own content, and room for the one that counts over it. */
  readonly place: HTMLElement;
  readonly from: number;
  readonly to: number;
  format(value: number): string;
};

/**
 * Counts from the old number to the new one, over the new one, which is in its place all the time: who reads the page without
 * seeing it never meets another. Whatever ends it early leaves the new number. Returns a function that ends it.
 */
export function count({place, from, to, format}: Count): () => void {
  const {ownerDocument: document} = place;
  const startedAt = performance.now();
  const shown = createElement('span', {class: 'counter', 'aria-hidden': 'true', translate: 'no'}, format(from));
  let frame = 0;
  const end = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', end);
    shown.remove();
    place.classList.remove('counts');
  };
  const step = (): void => {
    const share = (performance.now() - startedAt) / COUNT_MS;
    if (share >= 1 || !shown.isConnected) return end();
    shown.textContent = format(Math.round(from + (to - from) * (1 - (1 - share) ** 3)));
    frame = requestAnimationFrame(step);
  };
  // A page that is not drawn has no frames.
  const timer = setTimeout(end, COUNT_MS);
  document.addEventListener('visibilitychange', end);
  place.prepend(shown);
  place.classList.add('counts');
  frame = requestAnimationFrame(step);
  return end;
}
