/** A row of a board: a player and what they gave. */
export type Contribution = {readonly name: string; readonly contributed_amount: number};

/**
 * How much each player gave to each account of one chain. An account is a clan's, or one player's on an individual
 * chain. Points never move from one account to another.
 */
export class Ledger {
  readonly #accounts = new Map<string, Map<string, number>>();

  copy(): Ledger {
    const copy = new Ledger();
    for (const [account, rows] of this.#accounts) copy.#accounts.set(account, new Map(rows));
    return copy;
  }

  /** Adds `amount` points of `user` to `account`. */
  add(account: string, user: string, amount: number): void {
    const rows = this.#accounts.get(account) ?? new Map<string, number>();
    rows.set(user, (rows.get(user) ?? 0) + amount);
    this.#accounts.set(account, rows);
  }

  /** Points in `account`; 0 if there are none. */
  total(account: string): number {
    return [...(this.#accounts.get(account)?.values() ?? [])].reduce((sum, amount) => sum + amount, 0);
  }

  /**
   * The `limit` largest contributors to `account`, largest first; with equal amounts, the player who gave first leads.
   */
  top(account: string, limit: number): Contribution[] {
    const rows = [...(this.#accounts.get(account) ?? [])];
    return rows
      .map(([name, contributed_amount]) => ({name, contributed_amount}))
      .sort((left, right) => right.contributed_amount - left.contributed_amount)
      .slice(0, limit);
  }
}
