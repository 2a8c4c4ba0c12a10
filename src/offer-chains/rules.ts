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

/**
 * The order that a paid step waits for: an open one, or one that was just done, which its chain does not show yet. The
 * newest where there are several; a canceled or expired one only explains why the step is open again.
 */
export function orderOf(
  orders: readonly Order[],
  {chainId, step, now}: {readonly chainId: number; readonly step: OfferStep; readonly now: number},
): Order | undefined {
  const mine = orders.filter(
    ({target}) => 'offerChainId' in target && target.offerChainId === chainId && target.stepNumber === step.number,
  );
  const isWaiting = ({status}: Order): boolean => status === 'new' || status === 'paid' || status === 'unknown';
  const isSettling = ({status, endedAt}: Order): boolean =>
    status === 'done' && endedAt !== undefined && Math.abs(now - Date.parse(endedAt)) < SETTLING_MS;
  return mine.find(isWaiting) ?? mine.find(isSettling);
}
