import {isClanChain, type RewardChain} from '../model.js';

/** Whether a chain runs at `now` (milliseconds since 1970); an absent date is open. */
export function isRunning({startsAt, endsAt}: RewardChain, now: number): boolean {
  return (startsAt ?? -Infinity) <= now && now < (endsAt ?? Infinity);
}

/** The clan chain to show where the page names none: the first that runs, in the project's own order. */
export function firstClanChain(chains: readonly RewardChain[], now: number): RewardChain | undefined {
  return chains
    .filter(chain => isClanChain(chain) && isRunning(chain, now))
    .reduce<RewardChain | undefined>(
      (first, chain) => (first && first.order <= chain.order ? first : chain),
      undefined,
    );
}
