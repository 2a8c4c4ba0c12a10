import type {SwitchRecord} from '../claims/record.js';
import type {Receipt, Reward} from '../model.js';
import type {Judged} from './verdict.js';

/** The most unacknowledged receipts, and their characters; above that, the next switch has to wait. */
const MOST_RECEIPTS = 20;
const MOST_KEPT = 1024 * 1024;

export function hasRoom(receipts: readonly Receipt[]): boolean {
  return receipts.length < MOST_RECEIPTS && JSON.stringify(receipts).length <= MOST_KEPT;
}

/** The record as a receipt: it keeps neither the snapshot, nor the raw answer, nor what only an open switch needs. */
export function toReceipt(
  {id, at, tries, clan, volatile}: SwitchRecord,
  today: number,
  {rewards, complete}: {rewards: readonly Reward[]; complete: boolean},
): SwitchRecord {
  const receivedAt = notBefore(Date.parse(at), today);
  return {id, state: 'received', at: receivedAt, tries, clan, volatile, rewards, complete, snapshot: []};
}

/** The rewards owed, as a check found them: first those surely granted, then those that may have been. */
export function toRewards(found: readonly Judged[]): readonly Reward[] {
  return found
    .filter(({verdict}) => verdict !== 'unchanged')
    .map(({reward, verdict}) => ({...reward, source: verdict === 'granted' ? 'recovered' : 'expected'}));
}

export type Listed = {rewards: readonly Reward[]; whole: boolean};

/** The rewards in the answer, and those missing from it. */
export function withOthers({rewards, whole}: Listed, others: readonly Reward[]) {
  return {
    rewards: [...rewards, ...others],
    complete: whole && others.every(({source}) => source !== 'expected'),
  };
}

/** A time as ISO 8601, no earlier than `time`, even if the clock was set back. */
export function notBefore(time: number, today: number): string {
  return new Date(Math.max(today, time || 0)).toISOString();
}
