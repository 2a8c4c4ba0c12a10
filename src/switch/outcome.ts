import type {LiveOpsError} from '../errors.js';
import type {Reward, Snapshot, SwitchOutcome} from '../model.js';
import type {SwitchRecord} from './record.js';

/** What an answer to the clan update says by itself; see `readClanUpdate`. */
export type Reading =
  | {kind: 'granted'; rewards: readonly Reward[]; whole: boolean}
  | {kind: 'refused'; error: LiveOpsError}
  | {kind: 'unknown'};

/**
 * Where a switch stands after a step:
 *
 * | end | seen | the player is told |
 * |---|---|---|
 * | `received` | the answer lists what was owed, or the look afterwards settled what it does not list | these rewards; "may be incomplete" where something stays uncertain |
 * | `nothing` | the answer lists nothing and nothing was owed | that there was nothing |
 * | `unchanged` | nothing was granted: the player is in the same clan as before | so; the switch stays pending |
 * | `refused` | the server says that nothing was done | why |
 * | `open` | no whole answer, and the look afterwards failed or shows nothing done yet | that it is being looked up |
 */
export type SwitchEnd =
  | {kind: 'received'; record: SwitchRecord}
  | {kind: 'nothing'}
  | {kind: 'unchanged'; snapshot: Snapshot}
  | {kind: 'refused'; error: LiveOpsError}
  | {kind: 'open'; record: SwitchRecord};

/** The one word for the caller of `switchClan`. */
export function toOutcome(end: SwitchEnd): SwitchOutcome {
  if (end.kind === 'received') return end.record.complete ? 'rewarded' : 'uncertain';
  if (end.kind === 'open') return 'uncertain';
  return end.kind === 'refused' ? 'not-sent' : 'nothing';
}
