import type {NameRules} from '../boards/shown-names.js';
import type {CheckedOptions} from './options.js';

/** How the options want names to be shown. */
export function namesOf({playerName, maskNames, displayName}: CheckedOptions): NameRules {
  return {ownName: playerName, maskNames, displayName};
}
