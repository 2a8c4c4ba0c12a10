import {isContainer, isInside, pathOf} from './tree.js';

/** What had the focus last, by the container that it is in. Forgotten with the container. */
const memory = new WeakMap<Element, HTMLElement>();

/** Notes in every container around the element that it had the focus. */
export function remember(element: HTMLElement): void {
  for (const around of pathOf(element)) if (around !== element && isContainer(around)) memory.set(around, element);
}

/** What had the focus last in a container, if a player can still move to it. */
export function remembered(container: Element, targets: readonly HTMLElement[]): HTMLElement | undefined {
  const element = memory.get(container);
  return element && targets.includes(element) && isInside(element, container) ? element : undefined;
}
