import {LiveOpsError} from '../errors.js';
import type {CodeChoices, CodeContents} from './contents.js';

/**
 * The chosen units as the vendor takes them, `undefined` where there is nothing to choose. An item with a single unit needs
 * no choice of the player's.
 *
 * @throws {LiveOpsError} `invalid` with the reason `choice`, and nothing was sent: a platform's key can't be exchanged.
 */
export function selectedUnits({rewards}: CodeContents, choices: CodeChoices): CodeChoices | undefined {
  const open = rewards.filter(({units}) => units);
  if (!open.length) return undefined;
  return Object.fromEntries(
    open.map(({sku, units = []}) => {
      const wanted = Object.prototype.hasOwnProperty.call(choices, sku) ? choices[sku] : undefined;
      const [only, ...more] = units;
      const chosen = wanted === undefined && !more.length ? only : units.find(unit => unit.sku === wanted);
      if (!chosen) throw noChoice();
      return [sku, chosen.sku];
    }),
  );
}

function noChoice(): LiveOpsError {
  const remedy = 'Send the SKU of one of its `units` in `choices`, under its own SKU.';
  return new LiveOpsError('invalid', `An item of the code comes in several units. ${remedy}`, {reason: 'choice'});
}
