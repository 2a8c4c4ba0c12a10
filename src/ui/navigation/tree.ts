/*
 * The page as players see it: through shadow roots and slots. Nothing here relies on the page's own `document`, since
 * elements may be in another window.
 */

/** Everything that can have the focus, unless it says otherwise. */
const FOCUSABLE = 'button, a[href], input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';

/** A region that remembers what had the focus in it, in addition to every element with a shadow root. */
const REGION = '[role="list"], [role="group"], fieldset';

/** The parent in the tree that is drawn. */
export function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** The element and everything around it, from inside to outside. */
export function pathOf(element: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) path.push(at);
  return path;
}

/** Whether `inner` is drawn inside `outer`, or is it. */
export function isInside(inner: Element, outer: Element): boolean {
  return pathOf(inner).includes(outer);
}

/** Whether focus is remembered for this element, and movement stays in it as long as there is somewhere to go. */
export function isContainer(element: Element): boolean {
  return element.shadowRoot !== null || element.matches(REGION);
}

/** The element that has the focus, through shadow roots, if it is inside `scope`. */
export function focusedIn(scope: Element): HTMLElement | undefined {
  const {body, documentElement, activeElement} = scope.ownerDocument;
  let active = activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const isNowhere = !active || active === body || active === documentElement;
  return isNowhere || !active || !isInside(active, scope) ? undefined : (active as HTMLElement);
}

/** Everything in `scope` that a player can move to and that `isWanted`, in the order in which it is drawn. */
export function targetsIn(
  scope: Element,
  isWanted: (element: HTMLElement) => boolean = isTarget,
): readonly HTMLElement[] {
  return drawn(scope).filter(element => isWanted(element) && isShown(element));
}

/** `scope` and everything below it. Inert parts are left out. */
function drawn(scope: Element): HTMLElement[] {
  if (scope.hasAttribute('inert')) return [];
  return [scope as HTMLElement, ...childrenOf(scope).flatMap(drawn)];
}

function childrenOf(element: Element): readonly Element[] {
  const assigned = element.localName === 'slot' ? (element as HTMLSlotElement).assignedElements() : [];
  return assigned.length ? assigned : [...(element.shadowRoot ?? element).children];
}

function isTarget(element: HTMLElement): boolean {
  return element.matches(FOCUSABLE) && !element.matches(':disabled');
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}

/** The Tab key stops here: at one radio button of a group, and at one button of a list. */
export function isTabStop(element: HTMLElement): boolean {
  if (!isTarget(element) || element.tabIndex < 0) return false;
  if (!isRadio(element) || element.checked) return true;
  const group = radiosLike(element);
  return group[0] === element && !group.some(({checked}) => checked);
}

export function isRadio(element: Element): element is HTMLInputElement {
  return element.matches('input[type="radio"]');
}

/** The radio buttons of its group, in its own tree. */
function radiosLike(radio: HTMLInputElement): readonly HTMLInputElement[] {
  const root = radio.getRootNode() as ParentNode;
  const radios = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  return radios.filter(({name, form}) => name === radio.name && form === radio.form);
}
