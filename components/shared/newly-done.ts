/** A step of a chain, and whether the player has what it gives. */
type Step = {readonly key: number; readonly isDone: boolean};

/**
 * The steps of a chain that were claimed or bought while an element showed it, here or elsewhere: their rewards are revealed.
 * What was done before the chain was shown is no news.
 */
export class NewlyDone {
  #chainId: number | undefined;
  readonly #open = new Set<number>();
  readonly #newly = new Set<number>();

  /** To be called before each rendering; without a chain, all is forgotten. */
  update(chainId: number | undefined, steps: readonly Step[] = []): void {
    if (chainId === undefined || chainId !== this.#chainId) {
      this.#open.clear();
      this.#newly.clear();
    }
    this.#chainId = chainId;
    for (const {key, isDone} of steps) {
      if (!isDone) {
        this.#open.add(key);
        this.#newly.delete(key);
      } else if (this.#open.delete(key)) this.#newly.add(key);
    }
  }

  has(key: number): boolean {
    return this.#newly.has(key);
  }
}
