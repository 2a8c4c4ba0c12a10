import {type Intent, isDirection} from './intents.js';
import {isRadio} from './tree.js';

/** Fields whose arrow keys change their value. */
const OWN_ARROWS = 'select, textarea, input[type="number"], input[type="range"], input[type="date"], [contenteditable]';

/** Fields without a text: their left and right keys mean nothing. */
const NO_TEXT = 'input[type="checkbox"], input[type="radio"], input[type="button"], input[type="submit"]';

/** Whether the field that has the focus uses the key itself, so that it must not move the focus. */
export function isFieldsOwn(field: Element, intent: Intent): boolean {
  if (!isDirection(intent)) return false;
  if (field.matches(OWN_ARROWS)) return true;
  const isText = field.matches('input') && !field.matches(NO_TEXT);
  return isText && (intent === 'left' || intent === 'right') && field.value !== '';
}

/** Whether both are radio buttons of one group, in which browsers move, and choose, by the arrow keys. */
export function areOneChoice(one: Element, other: Element): boolean {
  return isRadio(one) && isRadio(other) && one.name !== '' && one.name === other.name && one.form === other.form;
}
