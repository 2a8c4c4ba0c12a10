import type {RewardChain} from '../../../src/model.js';
import type {Random} from './random.js';

/** How old an answer may be, milliseconds: the list, and the boards in it, which come from elsewhere. */
export type Lag = {readonly listMs: number; readonly boardsMs: number};

/** What the list showed at earlier times, as a replica or a cache still shows it. */
export type Past = {
  /** Keeps the list as it is now. */
  keep(): void;
  /** Nothing older than now is shown from here on. */
  forget(): void;
  /** The list as this read gets it. */
  read(): readonly RewardChain[];
};

type PastOptions = {random: Random; lag: Lag; now(): number; view(): readonly RewardChain[]};

/** No replica is older; a switch waits for longer before it takes the old list for the truth. */
const LAGS_MS = [1, 3, 10, 30, 45].map(seconds => seconds * 1_000);

export function drawLag(random: Random): Lag {
  if (random.chance(0.4)) return {listMs: 0, boardsMs: 0};
  const [listMs, boardsMs] = [random.pick([0, ...LAGS_MS]), random.pick(LAGS_MS)];
  return {listMs, boardsMs: random.chance(0.4) ? listMs : boardsMs};
}

export function createPast({random, lag, now, view}: PastOptions): Past {
  const longest = Math.max(lag.listMs, lag.boardsMs);
  let kept: {readonly at: number; readonly chains: readonly RewardChain[]}[] = [];

  const at = (time: number): readonly RewardChain[] => {
    const older = kept.filter(one => one.at <= time);
    return (older[older.length - 1] ?? kept[0])?.chains ?? view();
  };

  const past: Past = {
    keep() {
      if (!longest) return;
      const from = now() - longest;
      // The last one before that time is what was shown at it.
      const first = kept.findIndex((_, index) => (kept[index + 1]?.at ?? Infinity) > from);
      kept = [...kept.slice(Math.max(first, 0)).filter(one => one.at < now()), {at: now(), chains: view()}];
    },
    forget() {
      kept = [];
    },
    read() {
      if (!longest) return view();
      past.keep();
      const ageOf = (ms: number): number => (random.chance(0.3) ? 0 : ms);
      const [chains, boards] = [at(now() - ageOf(lag.listMs)), at(now() - ageOf(lag.boardsMs))];
      return chains.map(chain => ({
        ...chain,
        topContributors: boards.find(({id}) => id === chain.id)?.topContributors ?? chain.topContributors,
      }));
    },
  };
  return past;
}
