import {isClaimable, type Reward, type RewardChain, type Snapshot} from '../model.js';

/** Clan chains with what they owe the player. */
export function takeSnapshot(chains: readonly RewardChain[]): Snapshot {
  return chains.map(({id, name, valuePoint, steps}) => ({
    id,
    name,
    points: valuePoint.amount,
    claimable: steps
      .filter(step => isClaimable(step, valuePoint.amount))
      .map(step => ({stepId: step.id, rewards: step.rewards})),
  }));
}

/** Every reward that a switch is expected to grant, in the order of the chains; never merged by sku. */
export function expectedRewards(snapshot: Snapshot): readonly Reward[] {
  return snapshot.flatMap(chain => chain.claimable.flatMap(step => step.rewards));
}

/**
 * The expected rewards that `granted` does not cover, as multisets of sku and quantity: two chains may grant the same
 * item, and then it has to be there twice.
 */
export function missingRewards(expected: readonly Reward[], granted: readonly Reward[]): readonly Reward[] {
  const left = new Map<string, number>();
  for (const reward of granted) left.set(keyOf(reward), (left.get(keyOf(reward)) ?? 0) + 1);
  return expected.filter(reward => {
    const count = left.get(keyOf(reward)) ?? 0;
    left.set(keyOf(reward), count - 1);
    return count <= 0;
  });
}

function keyOf({sku, quantity}: Reward): string {
  return `${quantity ?? 1} ${sku}`;
}
