/* The vendor's offer chain (`get-offer-chains-list`, `get-user-offer-chain-by-id`) as the model's. */
import {toMoney} from '../http/money.js';
import {defined, toAmount, toId, toRecords, toText, toTime} from '../http/parse.js';
import {toPointsGiven} from '../http/points.js';
import {toReset} from '../http/resets.js';
import {toReward} from '../http/rewards.js';
import type {OfferChain, OfferReward, OfferStep} from '../offers.js';

type Row = Record<string, unknown>;

/** A chain, or `undefined` for a row without an id, since nothing could be asked of it. */
export function toOfferChain(row: Row): OfferChain | undefined {
  const id = toId(row['id']);
  if (id === undefined) return undefined;
  const steps = toRecords(row['steps']).flatMap(step => toStep(step) ?? []);
  const inOrder = [...steps].sort((left, right) => left.number - right.number);
  return {
    id,
    name: toText(row['name']) ?? '',
    order: toAmount(row['order']) ?? 0,
    ...withStates(inOrder, row['next_step_number']),
    ...defined({
      description: toText(row['description']),
      startsAt: toTime(row['date_start']),
      endsAt: toTime(row['date_end']),
      reset: toReset(row['recurrent_schedule']),
    }),
  };
}

type StepRow = Omit<OfferStep, 'state'> & {readonly isClaimed: boolean};

function toStep(row: Row): StepRow | undefined {
  const number = toId(row['step_number']);
  if (number === undefined) return undefined;
  const free = row['is_free'] === true;
  return {
    number,
    free,
    isClaimed: row['is_claimed'] === true,
    rewards: toRecords(row['items']).map(toOfferReward),
    points: toRecords(row['step_vp_rewards']).map(toPointsGiven),
    ...defined({price: free ? undefined : toMoney(row['step_price'])}),
  };
}

/**
 * What each step is. `next_step_number` is the vendor's word for the step whose turn it is, and `null` for a finished
 * chain; where it is missing or names a step that is claimed, the first one that is not claimed is next.
 */
function withStates(rows: readonly StepRow[], next: unknown): Pick<OfferChain, 'steps' | 'finished'> {
  const open = rows.filter(({isClaimed}) => !isClaimed);
  const named = open.find(({number}) => number === toId(next));
  const turn = next === null ? undefined : (named ?? open[0]);
  const stateOf = (row: StepRow): OfferStep['state'] => (row.isClaimed ? 'done' : row === turn ? 'next' : 'locked');
  return {
    finished: rows.length > 0 && turn === undefined,
    steps: rows.map(row => {
      const {isClaimed: _, ...step} = row;
      return {...step, state: stateOf(row)};
    }),
  };
}

function toOfferReward(row: Row): OfferReward {
  const content = toRecords(row['content']).map(item => toReward(item, 'expected'));
  return {...toReward(row, 'expected'), ...(content.length > 0 && {content})};
}
