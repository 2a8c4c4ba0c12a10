/** When a switch whose end is unknown is looked up again. */
export type Recovery = {
  /** Something happened that may help: a token, the network, the player is back. Looks at once. */
  wake(): void;
  /** A look has just settled nothing: the next one comes by itself. */
  later(): void;
  stop(): void;
};

export type RecoveryOptions = {
  /** Reads the journal and, when `mayLook`, looks up what is open; resolves with whether it still is. Never rejects. */
  attempt(mayLook: boolean): Promise<boolean>;
  after(ms: number, task: () => void): () => void;
  random(): number;
  /** Looks a page life that settled nothing. */
  most?: number;
};

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 120_000;

/** Looks at every wake-up, and after one that settled nothing again, ever later, with full jitter. */
export function createRecovery({attempt, after, random, most = 5}: RecoveryOptions): Recovery {
  let unsettled = 0;
  let busy = false;
  let again = false;
  let cancel = (): void => undefined;

  const run = async (): Promise<void> => {
    cancel();
    again = busy;
    if (busy) return;
    busy = true;
    const isOpen = await attempt(unsettled < most);
    busy = false;
    if (again) return run();
    if (isOpen) later();
  };

  const later = (): void => {
    cancel();
    if (++unsettled >= most) return;
    cancel = after(random() * Math.min(FIRST_WAIT_MS * 4 ** unsettled, LONGEST_WAIT_MS), () => void run());
  };

  return {
    wake: () => void run(),
    later,
    stop() {
      cancel();
      // A look under way plans no other.
      unsettled = most;
    },
  };
}
