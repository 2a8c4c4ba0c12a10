import type {ChainSnapshot, Reward, RewardChain, Snapshot} from '../model.js';
import {isClaimable} from '../reward-chains/rules.js';

/** A reward that a switch is expected to grant, with its chain and step. */
export type PendingReward = {
  readonly reward: Reward;
  readonly stepId: number;
  readonly price: number;
  readonly chain: ChainSnapshot;
};

/** Clan chains with the player's pending rewards, and what distinguishes clans and periods; `earliest` is the server's time. */
export function takeSnapshot(chains: readonly RewardChain[], earliest: number): Snapshot {
  return chains.map(chain => ({
    id: chain.id,
    name: chain.name,
    points: chain.valuePoint.amount,
    claimable: chain.steps
      .filter(step => isClaimable(step, chain.valuePoint.amount))
      .map(({id, price, rewards}) => ({stepId: id, price: price ?? 0, rewards})),
    contributors: chain.topContributors,
    ...(chain.reset && {resetAt: chain.reset.at}),
    ended: hasEnded(chain, earliest),
  }));
}

export function hasEnded({endsAt}: RewardChain, today: number): boolean {
  return endsAt !== undefined && endsAt <= today;
}

/** Names a step of a chain. */
export function toStepKey({chain, stepId}: Pick<PendingReward, 'chain' | 'stepId'>): string {
  return `${chain.id}/${stepId}`;
}

/** Every reward that a switch is expected to grant, in the order of the chains; never merged by sku. */
export function pendingRewards(snapshot: Snapshot): readonly PendingReward[] {
  return snapshot.flatMap(chain =>
    chain.claimable.flatMap(({stepId, price, rewards}) => rewards.map(reward => ({reward, stepId, price, chain}))),
  );
}

/**
 * The owed rewards that `granted` does not cover, as multisets of sku and quantity: if two chains grant the same item,
 * it must appear twice. A row with an unreadable quantity covers any quantity of its sku that nothing else covers;
 * otherwise it would be listed twice.
 */
export function notCoveredBy<T extends Pick<PendingReward, 'reward'>>(
  granted: readonly Reward[],
  owed: readonly T[],
): readonly T[] {
  const left = [...granted];
  const isCovered = (covers: (row: Reward) => boolean): boolean => {
    const index = left.findIndex(covers);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  return owed
    .filter(
      ({reward}) => !isCovered(({sku, quantity}) => sku === reward.sku && (quantity ?? 1) === (reward.quantity ?? 1)),
    )
    .filter(({reward}) => !isCovered(({sku, quantity}) => sku === reward.sku && !quantity));
}
