export type Patience = {
  after(ms: number, task: () => void): () => void;
  /** Waits before the player sees that the answer is slow, and before we give up, milliseconds. */
  slowMs?: number | undefined;
  giveUpMs?: number | undefined;
};

/** Progress callbacks for a pending request. */
export type Waiting<T> = {
  onSlow(): void;
  /** Called with an answer that arrives after we gave up. */
  onLate(answer: T): void;
};

/**
 * Waits for an answer, reports if it is slow, and resolves with `undefined` after the time limit. The request
 * continues: aborting it would undo nothing at the server, and only its answer lists the rewards.
 */
export function waitFor<T>(
  request: (stillWanted: () => boolean) => Promise<T>,
  {after, slowMs = 15_000, giveUpMs = 120_000}: Patience,
  {onSlow, onLate}: Waiting<T>,
): Promise<T | undefined> {
  let wanted = true;
  return new Promise<T | undefined>((resolve, reject) => {
    const stopSlow = after(slowMs, onSlow);
    const stopWait = after(giveUpMs, () => {
      wanted = false;
      resolve(undefined);
    });
    const stop = (): void => {
      stopSlow();
      stopWait();
    };
    request(() => wanted)
      .then(answer => (wanted ? resolve : onLate)(answer), reject)
      .finally(stop);
  });
}
