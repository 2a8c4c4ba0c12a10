import {remembered} from './memory.js';

const LISTS = '[role="list"]';
const STOPS = 'button, a[href], summary';

/** The button of each list that is in the order of the Tab key. */
const stops = new WeakMap<Element, HTMLElement>();

/** Buttons that a list has taken out of that order. */
const taken = new WeakSet<HTMLElement>();

/** One for all elements: what has not changed costs nothing, however long a list is. */
let observer: MutationObserver | undefined;

/**
 * Makes each list in `root` one stop of the Tab key, now and after each change: of two or more buttons, links and parts
 * that open, only the one that had the focus last, else the first, is in the order. The arrow keys reach the others.
 */
export function rove(root: ParentNode & Node): void {
  // Webviews that cut it out keep every button in the order.
  if (typeof MutationObserver === 'undefined') return;
  observer ??= new MutationObserver(records => revise(records));
  observer.observe(root, {subtree: true, childList: true, attributeFilter: ['disabled', 'href']});
  root.querySelectorAll(LISTS).forEach(renew);
}

/** The button that has the focus becomes the stop of its list. */
export function moveStop(focused: HTMLElement): void {
  const list = focused.matches(STOPS) && focused.closest(LISTS);
  if (list && stops.has(list)) setStop(list, focused);
}

/** Brings the lists up to date in which buttons came, left, or can be pressed again. */
function revise(records: readonly MutationRecord[]): void {
  const changed = new Map<Element, HTMLElement[]>();
  const note = (list: Element | null, buttons: readonly HTMLElement[]): unknown =>
    list && changed.set(list, [...(changed.get(list) ?? []), ...buttons]);
  for (const {type, target, addedNodes} of records) {
    const buttons = type === 'attributes' ? [target as HTMLElement] : [...addedNodes].flatMap(stopsIn);
    // Without buttons: the stop may have left.
    if (isElement(target)) note(target.closest(LISTS), []);
    for (const button of buttons) note(button.closest(LISTS), [button]);
  }
  for (const [list, buttons] of changed) update(list, buttons);
}

function update(list: Element, changed: readonly HTMLElement[]): void {
  const stop = stops.get(list);
  const isThere = stop?.closest(LISTS) === list && !stop.matches(':disabled');
  const live = changed.filter(button => !button.matches(':disabled'));
  if (!isThere || live.some(button => isBefore(button, stop) || remembered(list, [button]))) return renew(list);
  for (const button of live) if (button !== stop) take(button);
}

/** Looks at all buttons of a list. */
function renew(list: Element): void {
  const buttons = stopsIn(list).filter(button => button.closest(LISTS) === list && !button.matches(':disabled'));
  const stop = remembered(list, buttons) ?? buttons[0];
  if (stop) setStop(list, stop);
  for (const button of buttons) if (button !== stop) take(button);
}

function setStop(list: Element, stop: HTMLElement): void {
  const before = stops.get(list);
  if (before && before !== stop) take(before);
  stops.set(list, stop);
  if (taken.delete(stop)) stop.removeAttribute('tabindex');
}

/** A page's own `tabindex`, as in a slot, stays as it is. */
function take(button: HTMLElement): void {
  if (button.hasAttribute('tabindex')) return;
  taken.add(button);
  button.tabIndex = -1;
}

function stopsIn(node: Node): readonly HTMLElement[] {
  if (!isElement(node)) return [];
  const inner = [...node.querySelectorAll<HTMLElement>(STOPS)];
  return node.matches(STOPS) ? [node as HTMLElement, ...inner] : inner;
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Also where the node is of another window. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
