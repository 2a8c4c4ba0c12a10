import {areOneChoice, isFieldsOwn} from './fields.js';
import {useDirections} from './input-mode.js';
import {intentOfKey, isDirection} from './intents.js';
import {findMove} from './move.js';
import {cancelButton} from './press.js';
import {focusedIn} from './tree.js';

/**
 * Moves the focus inside `scope` by an arrow key. What it does not use is left to the browser, which scrolls.
 *
 * @returns whether there was nowhere to go, and nothing to scroll
 */
export function moveByKey(event: KeyboardEvent, scope: Element): boolean {
  const intent = event.defaultPrevented ? undefined : intentOfKey(event);
  const target = event.composedPath()[0];
  if (!isDirection(intent) || (target instanceof Element && isFieldsOwn(target, intent))) return false;
  useDirections(scope.ownerDocument);
  const outcome = findMove(intent, scope);
  if (outcome.kind !== 'focus') return outcome.kind === 'edge';
  const from = focusedIn(scope);
  if (from && areOneChoice(from, outcome.element)) return false;
  event.preventDefault();
  outcome.element.focus();
  return false;
}

/** Presses the way back that the element with the focus offers, if there is one. */
export function cancelByKey(event: KeyboardEvent, scope: Element): void {
  if (event.defaultPrevented || intentOfKey(event) !== 'cancel') return;
  const button = cancelButton(scope);
  if (!button) return;
  event.preventDefault();
  button.click();
}
