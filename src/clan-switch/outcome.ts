import type {LiveOpsError} from '../errors.js';
import type {Reward, SwitchOutcome} from '../model.js';
import type {SwitchRecord} from '../claims/record.js';

/** What an answer to the clan update proves on its own; see `readClanUpdate`. */
export type UpdateResult =
  | {kind: 'granted'; rewards: readonly Reward[]; whole: boolean}
  /** A success without a list: only the chains can show what happened. */
  | {kind: 'unlisted'}
  | {kind: 'refused'; error: LiveOpsError}
  | {kind: 'unknown'};

/**
 * Where a switch is after a step:
 *
 * | end | seen | the player sees |
 * |---|---|---|
 * | `received` | the answer lists what was owed, or the check afterwards settled what it does not list | these rewards; "may be incomplete" if something stays uncertain |
 * | `nothing` | the answer lists nothing and nothing was owed | that there was nothing |
 * | `unchanged` | nothing was granted: the player is in the same clan as before | so; the switch stays pending |
 * | `refused` | the server says that nothing was done; with `dueAt` the record stays open until that is certain | why |
 * | `open` | no complete answer, or the check afterwards failed, or its result may be out of date; `dueAt` is when to check again, milliseconds since 1970 | that it is being checked |
 */
export type SwitchEnd =
  | {kind: 'received'; record: SwitchRecord}
  | {kind: 'nothing'}
  | {kind: 'unchanged'}
  | {kind: 'refused'; error: LiveOpsError; dueAt?: number}
  | {kind: 'open'; record: SwitchRecord; dueAt?: number};

/** The result for the caller of `switchClan`. */
export function toOutcome(end: SwitchEnd): SwitchOutcome {
  if (end.kind === 'received') return end.record.complete ? 'rewarded' : 'uncertain';
  if (end.kind === 'open') return 'uncertain';
  return end.kind === 'refused' ? 'not-sent' : 'nothing';
}
