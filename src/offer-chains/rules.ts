import type {StepEvidence} from '../claims/verdict.js';
import type {OfferChain, OfferStep, Order} from '../offers.js';
import type {ListTime} from '../stores/list-time.js';

/**
 * The chain with the number that the page names, else the first by the project's own order that is neither finished nor
 * over; a finished one, or one that has ended, only where there is no other.
 */
export function chosenOfferChain(
  chains: readonly OfferChain[],
  wanted: number | null | undefined,
  time: Pick<ListTime, 'earliest'>,
): OfferChain | undefined {
  if (wanted != null) return chains.find(({id}) => id === wanted);
  const inOrder = [...chains].sort((left, right) => left.order - right.order);
  const running = inOrder.filter(chain => !hasEnded(chain, time));
  return running.find(({finished}) => !finished) ?? running[0] ?? inOrder[0];
}

/** Whether the server's time is past the chain's end for certain. */
export function hasEnded({endsAt = Infinity}: OfferChain, {earliest}: Pick<ListTime, 'earliest'>): boolean {
  return endsAt <= earliest;
}

/** The next moment at which the server will say something else, milliseconds since 1970: a chain starts again, or ends. */
export function nextMoment(chains: readonly OfferChain[], {device, skewMs = 0}: ListTime): number | undefined {
  const now = device + skewMs;
  const moments = chains.flatMap(({reset, endsAt}) => [reset?.at ?? Infinity, endsAt ?? Infinity]);
  const first = Math.min(...moments.filter(moment => moment > now));
  return Number.isFinite(first) ? first : undefined;
}

/** What the server shows of a free step whose claim got no answer. */
export function offerEvidence(step: OfferStep | undefined): StepEvidence {
  if (!step) return 'unclear';
  if (step.state === 'done') return 'claimed';
  return step.state === 'next' && step.free ? 'claimable' : 'unclear';
}

/** The chain may show a step as not bought for that long after its order was done, milliseconds. */
const SETTLING_MS = 600_000;

/** How long the end of an order explains why its step can be bought again, milliseconds. */
const EXPLAINED_MS = 3_600_000;

type StepAt = {readonly chainId: number; readonly step: OfferStep; readonly now: number};

/**
 * The order that a paid step waits for: an open one, or one that was just done, which its chain does not show yet. The
 * newest where there are several.
 */
export function orderOf(orders: readonly Order[], at: StepAt): Order | undefined {
  const mine = ordersOf(orders, at);
  const isWaiting = ({status}: Order): boolean => status === 'new' || status === 'paid' || status === 'unknown';
  const isSettling = (order: Order): boolean => order.status === 'done' && endedWithin(order, at.now, SETTLING_MS);
  return mine.find(isWaiting) ?? mine.find(isSettling);
}

/** The newest order of a step, where it was canceled or has expired a short while ago. */
export function endedOrderOf(orders: readonly Order[], at: StepAt): Order | undefined {
  const [newest] = ordersOf(orders, at);
  const isUnpaid = newest?.status === 'canceled' || newest?.status === 'expired';
  return isUnpaid && endedWithin(newest, at.now, EXPLAINED_MS) ? newest : undefined;
}

/** When orders stop to decide what a step says, milliseconds since 1970. */
export function orderMoments(orders: readonly Order[]): readonly number[] {
  return orders.flatMap(({endedAt}) => {
    const at = Date.parse(endedAt ?? '');
    return [at + SETTLING_MS, at + EXPLAINED_MS];
  });
}

function ordersOf(orders: readonly Order[], {chainId, step}: StepAt): readonly Order[] {
  return orders.filter(
    ({target}) => 'offerChainId' in target && target.offerChainId === chainId && target.stepNumber === step.number,
  );
}

function endedWithin({endedAt}: Order, now: number, ms: number): boolean {
  return endedAt !== undefined && Math.abs(now - Date.parse(endedAt)) < ms;
}
