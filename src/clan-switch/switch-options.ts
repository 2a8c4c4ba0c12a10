import type {Patience} from '../claims/answer-timeout.js';
import type {RewardChain} from '../model.js';
import type {RawAnswer, SwitchParts} from './run.js';

export type SwitchOptions = {
  /** Continues even if no store keeps the receipt, which then lasts as long as the page. Default `false`. */
  allowVolatile?: boolean;
};

export type PlayerSwitchOptions = Omit<SwitchParts, 'sendUpdate' | 'readChains' | 'seenMs'> &
  Patience & {
    /** Distinguishes this player's pages from those of others. */
    name: string;
    /** The first clan that this page knew; it counts as settled if none is on record. */
    firstClan(): string | null | undefined;
    /** Runs a task while no other claim of the player runs, in any tab. */
    withLock<T>(task: () => Promise<T>): Promise<T>;
    readChains(signal: AbortSignal): Promise<readonly RewardChain[]>;
    sendUpdate(stillWanted: () => boolean, signal: AbortSignal): Promise<RawAnswer | undefined>;
    /** Called when the player may be in another clan. */
    onSwitched(): void;
    random(): number;
    /** Milliseconds on a clock that never jumps. */
    now(): number;
    /** Whether the page is hidden, which then checks nothing; default `false`. */
    hidden?(): boolean;
  };
