/** Whether a player who claimed a step in one clan may claim it again in the next (`per-clan`) or not (`per-chain`). */
export type ClaimRule = 'per-clan' | 'per-chain';

/** Names one step of one chain for one player. */
export type StepKey = {readonly user: string; readonly chainId: number; readonly stepId: number};

/**
 * Who claimed which step, and from which account. The account is always kept and the rule is asked when reading, so
 * that the rule can change at any time.
 */
export class Claims {
  rule: ClaimRule = 'per-clan';
  readonly #accounts = new Map<string, Set<string>>();

  add(key: StepKey, account: string): void {
    const accounts = this.#accounts.get(keyOf(key)) ?? new Set<string>();
    this.#accounts.set(keyOf(key), accounts.add(account));
  }

  /** Whether the step counts as claimed for a player who now draws on `account`; `null` is a player without a clan. */
  has(key: StepKey, account: string | null): boolean {
    const accounts = this.#accounts.get(keyOf(key));
    if (!accounts) return false;
    return this.rule === 'per-chain' || (account !== null && accounts.has(account));
  }
}

function keyOf({user, chainId, stepId}: StepKey): string {
  return JSON.stringify([user, chainId, stepId]);
}
