import type {StepEvidence} from '../claims/verdict.js';
import type {DailyChain, DailyStep} from '../model.js';
import type {ListTime} from '../stores/list-time.js';

/**
 * The chain with the id that the page names, else the first in the project's own order; an ended one only if there is
 * no other. The device's clock does not decide what has ended.
 */
export function chosenDailyChain(
  chains: readonly DailyChain[],
  wanted: number | null | undefined,
  time: Pick<ListTime, 'earliest'>,
): DailyChain | undefined {
  if (wanted != null) return chains.find(({id}) => id === wanted);
  const inOrder = [...chains].sort((left, right) => left.order - right.order);
  return inOrder.find(chain => !hasEnded(chain, time)) ?? inOrder[0];
}

/** Whether the server's time is certainly past the chain's end. */
export function hasEnded({endsAt = Infinity}: DailyChain, {earliest}: Pick<ListTime, 'earliest'>): boolean {
  return endsAt <= earliest;
}

/** The step that opens next, as the server says. */
export function nextStep({steps}: DailyChain): DailyStep | undefined {
  return steps.find(({status}) => status === 'upcoming');
}

/**
 * When the server's list will change next, milliseconds since 1970: a chain opens a step, or ends after the time at
 * which the list was read.
 */
export function nextMoment(chains: readonly DailyChain[], {device, skewMs = 0}: ListTime): number | undefined {
  const moments = chains.flatMap(chain => {
    const unlocks = nextStep(chain)?.unlocksAt ?? Infinity;
    const ends = chain.endsAt ?? Infinity;
    return ends > device + skewMs ? [unlocks, ends] : [unlocks];
  });
  const first = Math.min(...moments);
  return Number.isFinite(first) ? first : undefined;
}

/** What the server shows for a day before a claim, or after a claim without an answer. */
export function dayEvidence(step: DailyStep | undefined): StepEvidence {
  return step?.status === 'claimed' || step?.status === 'claimable' ? step.status : 'unclear';
}
