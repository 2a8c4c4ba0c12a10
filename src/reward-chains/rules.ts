import type {StepEvidence} from '../claims/verdict.js';
import type {RewardChain, RewardChainStep} from '../model.js';
import type {ServerTime} from '../stores/server-clock.js';

/**
 * Whether the points are the clan's. The value point's flag is certain; if it is missing, as in the documented list
 * examples, a clan noun, contributors, or texts about joining a clan indicate a clan chain.
 */
export function isClanChain({valuePoint, clanType, topContributors, howToJoin}: RewardChain): boolean {
  return valuePoint.isClan ?? (clanType !== null || topContributors.length > 0 || howToJoin !== undefined);
}

/** Whether a step can be claimed: reached and not claimed. The vendor sends no such flag. */
export function isClaimable({claimed, price}: RewardChainStep, points: number | null): boolean {
  return !claimed && price !== null && points !== null && points >= price;
}

/** Whether a chain runs at `now` (milliseconds since 1970); an absent date is open. */
export function isRunning({startsAt, endsAt}: RewardChain, now: number): boolean {
  return (startsAt ?? -Infinity) <= now && now < (endsAt ?? Infinity);
}

/** Whether a chain may be running, as far as the server's time is known: it has neither ended nor not yet started. */
export function mayRun({startsAt, endsAt}: RewardChain, {earliest, latest}: ServerTime): boolean {
  return (startsAt ?? -Infinity) <= latest && earliest < (endsAt ?? Infinity);
}

/**
 * The clan chain to show if the page names none: the first running one, in the project's own order. The device's clock
 * is not used: if the server's time is unknown, every chain with plausible dates may be running.
 */
export function firstClanChain(chains: readonly RewardChain[], time: ServerTime): RewardChain | undefined {
  const possible = chains.filter(chain => isClanChain(chain) && mayRun(chain, time));
  const running = time.isKnown ? possible.filter(chain => isRunning(chain, time.earliest)) : [];
  return (running.length ? running : possible).reduce<RewardChain | undefined>(
    (first, chain) => (first && first.order <= chain.order ? first : chain),
    undefined,
  );
}

/** What a list of chains shows for a step whose claim got no answer. */
export function stepEvidence(
  chains: readonly RewardChain[],
  {chainId, stepId}: {chainId: number; stepId: number},
  {earliest, isKnown}: ServerTime,
): StepEvidence {
  const chain = chains.find(({id}) => id === chainId);
  const step = chain?.steps.find(({id}) => id === stepId);
  // A list from before the last reset shows the claims of that period.
  const isOutdated = isKnown && chain?.reset !== undefined && chain.reset.at <= earliest;
  if (!chain || !step || isOutdated) return 'unclear';
  if (step.claimed) return 'claimed';
  return isClaimable(step, chain.valuePoint.amount) ? 'claimable' : 'unclear';
}
