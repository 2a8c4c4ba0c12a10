import type {SwitchOutcome} from '../model.js';

/** The presses of successive players. */
export type Presses = {
  /**
   * Runs a switch, or returns the one under way. `left` is aborted when the player who pressed leaves: the next player
   * has not requested it.
   */
  press(task: (left: AbortSignal) => Promise<SwitchOutcome>): Promise<SwitchOutcome>;
  /** Aborted when the current player leaves, known or not. */
  readonly left: AbortSignal;
  /** Sets whose token is in use, `undefined` after a sign-out. */
  setPlayer(name: string | undefined): void;
};

export function createPresses(): Presses {
  let life = new AbortController();
  let running: Promise<SwitchOutcome> | undefined;
  let player: string | undefined;
  return {
    press(task) {
      if (running) return running;
      const mine = task(life.signal).finally(() => {
        if (running === mine) running = undefined;
      });
      return (running = mine);
    },
    get left() {
      return life.signal;
    },
    setPlayer(next) {
      const hasLeft = next === undefined || (player !== undefined && player !== next);
      player = next;
      if (!hasLeft) return;
      running = undefined;
      life.abort();
      life = new AbortController();
    },
  };
}
