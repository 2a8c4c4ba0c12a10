/** Whether a player who claimed a step in one clan may claim it again in the next (`per-clan`) or not (`per-chain`). */
export type ClaimRule = 'per-clan' | 'per-chain';

/**
 * Which player claimed which step of one chain, and from which account. The account is always stored, and the rule is
 * passed on each read, so that the rule can change at any time.
 */
export class Claims {
  readonly #accounts = new Map<string, Set<string>>();

  copy(): Claims {
    const copy = new Claims();
    for (const [key, accounts] of this.#accounts) copy.#accounts.set(key, new Set(accounts));
    return copy;
  }

  add(user: string, stepId: number, account: string): void {
    const key = keyOf(user, stepId);
    this.#accounts.set(key, (this.#accounts.get(key) ?? new Set<string>()).add(account));
  }

  /** Whether the step counts as claimed for a player whose account is now `account`; `null` means no clan. */
  has(user: string, stepId: number, account: string | null, rule: ClaimRule): boolean {
    const accounts = this.#accounts.get(keyOf(user, stepId));
    if (!accounts) return false;
    return rule === 'per-chain' || (account !== null && accounts.has(account));
  }
}

function keyOf(user: string, stepId: number): string {
  return JSON.stringify([user, stepId]);
}
