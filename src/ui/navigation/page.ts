/*
 * Navigation of the whole page, for games: by the game's messages, a controller, and arrow keys outside our elements, too.
 * Several sessions on one page share it, so that a press moves the focus once.
 */
import {useDirections} from './input-mode.js';
import {type Direction, type Intent, intentOfKey, isDirection, type Step} from './intents.js';
import {moveByKey} from './keys.js';
import {remember} from './memory.js';
import {findMove, findStep, type Outcome} from './move.js';
import {accept, cancelButton} from './press.js';
import {scroll} from './scroll.js';

/** The edge at which the focus would leave the page. */
export type Exit = Direction | Step;

/** Who takes over where the page ends. */
export type Navigator = {
  /** There is nothing more to focus in that direction. */
  exit(dir: Exit): void;
  /** The player wants to go back, and nothing on the page can be canceled. */
  cancel(): void;
};

/** The first one takes over. */
const navigators = new Set<Navigator>();

/** Navigates the page until the returned function is called. */
export function navigatePage(navigator: Navigator): () => void {
  if (!navigators.size) listen('addEventListener');
  navigators.add(navigator);
  return () => {
    if (navigators.delete(navigator) && !navigators.size) listen('removeEventListener');
  };
}

/** Whether arrow keys move through the whole page, and not only inside the element that has the focus. */
export function isPageNavigated(): boolean {
  return navigators.size > 0;
}

/** Does what the player wants. Of several navigators only the first one acts, so that nothing happens twice. */
export function perform(intent: Intent, navigator: Navigator): void {
  if (first() !== navigator) return;
  const {body} = document;
  useDirections(document);
  if (intent === 'accept') return accept(body);
  if (intent === 'cancel') return cancel(body);
  const outcome = isDirection(intent) ? findMove(intent, body) : findStep(intent, body);
  if (!follow(outcome, intent)) navigator.exit(intent);
}

function first(): Navigator | undefined {
  return [...navigators][0];
}

function cancel(scope: Element): void {
  const button = cancelButton(scope);
  if (button) button.click();
  else first()?.cancel();
}

/** Whether anything has moved. */
function follow(outcome: Outcome, intent: Exit): boolean {
  if (outcome.kind === 'focus') outcome.element.focus();
  if (outcome.kind === 'scroll') return isDirection(intent) && scroll(outcome.element, intent);
  return outcome.kind === 'focus';
}

function listen(change: 'addEventListener' | 'removeEventListener'): void {
  document[change]('keydown', useKey);
  document[change]('focusin', noteFocus);
}

/** An element in another window keeps its keys. */
function useKey(event: Event): void {
  const intent = intentOfKey(event as KeyboardEvent);
  const isEdge = moveByKey(event as KeyboardEvent, document.body);
  if (isEdge && isDirection(intent)) first()?.exit(intent);
}

function noteFocus(event: Event): void {
  const [target] = event.composedPath();
  if (target instanceof HTMLElement) remember(target);
}
