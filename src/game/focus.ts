/** Every focusable element in the page, in the rendered order, including shadow roots and slots. */
export function focusable(root: ParentNode = document.body): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap(element => [
    ...(isFocusable(element) ? [element] : []),
    ...(element.shadowRoot ? focusable(element.shadowRoot) : []),
  ]);
}

function isFocusable(element: HTMLElement): boolean {
  return element.matches('button:not(:disabled), a[href], [tabindex="0"]') && element.getClientRects().length > 0;
}

/** The focused element, through shadow roots. */
export function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}

type Direction = 'up' | 'down' | 'left' | 'right';

/** The nearest element in a direction; sideways distance counts twice. */
export function nearest(direction: Direction, from: HTMLElement, all = focusable()): HTMLElement | undefined {
  const ways = all.flatMap(element => {
    const {ahead, aside} = wayTo(direction, from.getBoundingClientRect(), element.getBoundingClientRect());
    return element !== from && ahead > 1 ? [{element, far: ahead + 2 * aside}] : [];
  });
  return ways.sort((a, b) => a.far - b.far)[0]?.element;
}

function wayTo(direction: Direction, from: DOMRect, to: DOMRect): {ahead: number; aside: number} {
  const x = (to.left + to.right - from.left - from.right) / 2;
  const y = (to.top + to.bottom - from.top - from.bottom) / 2;
  const isUpright = direction === 'up' || direction === 'down';
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  return {ahead: sign * (isUpright ? y : x), aside: Math.abs(isUpright ? x : y)};
}
