import type {LiveOpsError} from '../errors.js';
import type {Reward, Snapshot} from '../model.js';
import {expectedRewards, missingRewards} from './snapshot.js';

/** What an answer to the clan update says by itself; see `readClanUpdate`. */
export type Reading =
  | {kind: 'granted'; rewards: readonly Reward[]; whole: boolean}
  | {kind: 'refused'; error: LiveOpsError}
  | {kind: 'unknown'};

/**
 * What became of a clan update, once its answer is held against the snapshot:
 *
 * | class | the answer | the player is told |
 * |---|---|---|
 * | `applied` | lists all that was expected | these rewards, or that there were none |
 * | `suspect` | lists less: the browser may have sent twice, and this is the second answer | these, and what was expected; may be incomplete |
 * | `unknown` | is missing or unreadable | what was expected; may be incomplete |
 * | `refused` | says that nothing was done | why |
 */
export type SwitchResult =
  | {class: 'applied' | 'suspect' | 'unknown'; rewards: readonly Reward[]; complete: boolean}
  | {class: 'refused'; error: LiveOpsError};

/** Holds an answer against what was expected. An empty answer that should not be empty is never "nothing". */
export function toResult(reading: Reading, snapshot: Snapshot): SwitchResult {
  if (reading.kind === 'refused') return {class: 'refused', error: reading.error};
  const expected = expectedRewards(snapshot);
  if (reading.kind === 'unknown') return {class: 'unknown', rewards: expected, complete: false};
  const missing = missingRewards(expected, reading.rewards);
  if (!missing.length) return {class: 'applied', rewards: reading.rewards, complete: reading.whole};
  return {class: 'suspect', rewards: [...reading.rewards, ...missing], complete: false};
}
