import {remembered} from './memory.js';

const LISTS = '[role="list"]';
const STOPS = ['button', 'a[href]', 'summary'].map(stop => `${LISTS} ${stop}`).join();

/** Buttons that a list has taken out of the order of the Tab key. */
const taken = new WeakSet<HTMLElement>();

/**
 * Makes each list one stop of the Tab key: of two or more buttons, links and parts that open, only the one that had the focus last, else the first,
 * is in the order. The arrow keys reach the others.
 */
export function rove(root: ParentNode): void {
  const byList = new Map<Element, HTMLElement[]>();
  for (const button of root.querySelectorAll<HTMLElement>(STOPS)) {
    const list = button.closest(LISTS);
    if (list && !button.matches(':disabled')) byList.set(list, [...(byList.get(list) ?? []), button]);
  }
  for (const [list, buttons] of byList) setStop(buttons, remembered(list, buttons) ?? buttons[0]);
}

function setStop(buttons: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const button of buttons) {
    if (button !== stop) take(button);
    else if (taken.delete(button)) button.removeAttribute('tabindex');
  }
}

/** A page's own `tabindex`, as in a slot, stays as it is. */
function take(button: HTMLElement): void {
  if (button.hasAttribute('tabindex')) return;
  taken.add(button);
  button.tabIndex = -1;
}
