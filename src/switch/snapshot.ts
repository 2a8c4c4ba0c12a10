import {type ChainSnapshot, isClaimable, type Reward, type RewardChain, type Snapshot} from '../model.js';

/** A reward that a switch is expected to grant, and where it comes from. */
export type Owed = {
  readonly reward: Reward;
  readonly stepId: number;
  readonly price: number;
  readonly chain: ChainSnapshot;
};

/** Clan chains with what they owe the player, and with what tells one clan and one period from another. */
export function takeSnapshot(chains: readonly RewardChain[], today: number): Snapshot {
  return chains.map(chain => ({
    id: chain.id,
    name: chain.name,
    points: chain.valuePoint.amount,
    claimable: chain.steps
      .filter(step => isClaimable(step, chain.valuePoint.amount))
      .map(({id, price, rewards}) => ({stepId: id, price: price ?? 0, rewards})),
    contributors: chain.topContributors,
    ...(chain.reset && {resetAt: chain.reset.at}),
    ended: hasEnded(chain, today),
  }));
}

export function hasEnded({endsAt}: RewardChain, today: number): boolean {
  return endsAt !== undefined && endsAt <= today;
}

/** Every reward that a switch is expected to grant, in the order of the chains; never merged by sku. */
export function owedBy(snapshot: Snapshot): readonly Owed[] {
  return snapshot.flatMap(chain =>
    chain.claimable.flatMap(({stepId, price, rewards}) => rewards.map(reward => ({reward, stepId, price, chain}))),
  );
}

/**
 * What is owed and not covered by `granted`, as multisets of sku and quantity: two chains may grant the same item, and
 * then it has to be there twice. A row whose quantity cannot be read covers any quantity of its sku that nothing else
 * covers, or it would be listed twice.
 */
export function missingFrom<T extends Pick<Owed, 'reward'>>(
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
