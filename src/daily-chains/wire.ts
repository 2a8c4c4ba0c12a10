/* The vendor's daily chain (`get-daily-chains-list`, `get-user-daily-chain-by-id`) as the model's. */
import {defined, toAmount, toId, toRecords, toText, toTime, toUnixTime} from '../http/parse.js';
import {toReward} from '../http/rewards.js';
import type {DailyChain, DailyStep} from '../model.js';

type Row = Record<string, unknown>;

/** The vendor's words for a step; the list is open. */
const STATUSES: ReadonlyMap<unknown, DailyStep['status']> = new Map([
  ['claimed', 'claimed'],
  ['claimable', 'claimable'],
  ['claim_in_future', 'upcoming'],
  ['blocked', 'missed'],
]);

/** A chain, or `undefined` for a row without an id, since no request could name it. */
export function toDailyChain(row: Row): DailyChain | undefined {
  const id = toId(row['id']);
  if (id === undefined) return undefined;
  return {
    id,
    name: toText(row['name']) ?? '',
    order: toAmount(row['order']) ?? 0,
    type: toText(row['type']) ?? '',
    steps: withDoubts(toRecords(row['steps']).flatMap(step => toStep(step) ?? [])),
    ...defined({
      description: toText(row['description']),
      startsAt: toTime(row['date_start']),
      endsAt: toTime(row['date_end']),
    }),
  };
}

function toStep(row: Row): DailyStep | undefined {
  const number = toId(row['step_number']);
  if (number === undefined) return undefined;
  return {
    number,
    status: STATUSES.get(row['status']) ?? 'unknown',
    rewards: toRecords(row['items']).map(item => toReward(item, 'expected')),
    ...defined({unlocksAt: toUnixTime(row['unlocked_date'])}),
  };
}

/**
 * The steps, sorted by number. The meaning of `blocked` is not documented. In the vendor's example, such a step comes
 * before claimed and claimable ones, so its day is over; anywhere else it may just be locked.
 */
function withDoubts(steps: readonly DailyStep[]): readonly DailyStep[] {
  const inOrder = [...steps].sort((left, right) => left.number - right.number);
  const reached = inOrder.filter(({status}) => status === 'claimed' || status === 'claimable');
  const open = reached[reached.length - 1]?.number ?? 0;
  return inOrder.map(step => (step.status === 'missed' && step.number > open ? {...step, status: 'unknown'} : step));
}
