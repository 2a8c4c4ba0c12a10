import {isInView} from './scroll.js';
import {focusedIn, pathOf, targetsIn} from './tree.js';

/**
 * Presses what has the focus, as Enter would: a field submits its form. What was scrolled out of sight only comes back
 * into sight, since nobody should claim or buy what they don't see.
 */
export function accept(scope: Element): void {
  const focused = focusedIn(scope);
  if (!focused) return;
  if (!isInView(focused)) return focused.scrollIntoView({block: 'nearest', inline: 'nearest'});
  submitButtonOf(focused, scope).click();
}

/** The button that a text field's form is submitted with; anything else is pressed itself. */
function submitButtonOf(focused: HTMLElement, scope: Element): HTMLElement {
  if (!focused.matches('input:not([type]), input[type="text"], input[type="search"]')) return focused;
  const {form} = focused as HTMLInputElement;
  const isSubmit = (target: HTMLElement): boolean =>
    target.matches('[type="submit"]') && (target as HTMLButtonElement).form === form;
  return (form && targetsIn(scope).find(isSubmit)) ?? focused;
}

/** The way back that the element with the focus offers: its button of the part `cancel`. */
export function cancelButton(scope: Element): HTMLElement | undefined {
  const focused = focusedIn(scope);
  const home = focused && pathOf(focused).find(({shadowRoot}) => shadowRoot);
  return home && targetsIn(home).find(target => target.matches('[part~="cancel"]'));
}
