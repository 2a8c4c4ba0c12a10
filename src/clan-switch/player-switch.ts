import type {ReadableAtom} from 'nanostores';
import type {Receipt, RewardChain, SwitchOutcome, SwitchState} from '../model.js';
import {Player} from './player.js';
import type {PlayerSwitchOptions, SwitchOptions} from './switch-options.js';
import {isOtherClan} from './view.js';

/** The clan switch of one player. What belongs to another player lives in another one of these. */
export type PlayerSwitch = {
  readonly $state: ReadableAtom<SwitchState>;
  readonly $receipts: ReadableAtom<readonly Receipt[]>;
  /** Sends one update, unless another page just did. Never rejects. */
  switchClan(options: SwitchOptions): Promise<SwitchOutcome>;
  /** Does nothing for an id that is no receipt's. */
  acknowledge(receiptId: string): Promise<void>;
  /** Reads the journal, and checks a switch whose end is unknown; `refill` with a new budget of checks. */
  wake(refill?: boolean): void;
  /** The game names another clan. */
  clanChanged(): void;
  /** The chains as the server has them now, read for any purpose: their boards distinguish this clan from the next. */
  observe(chains: readonly RewardChain[]): void;
  /** Whether these chains are another clan's than the one on record. */
  isOtherClan(chains: readonly RewardChain[]): boolean;
  /** Another player has come, or none: from here on nothing is asked or sent for this one, until `wake` or `switchClan`. */
  leave(): void;
  destroy(): void;
};

export function createPlayerSwitch(options: PlayerSwitchOptions): PlayerSwitch {
  const player = new Player(options);
  return {
    $state: player.$state,
    $receipts: player.$receipts,
    switchClan: ({allowVolatile = false}) => player.switchClan(allowVolatile),
    acknowledge: id => player.acknowledge(id),
    wake: refill => player.wake(refill),
    clanChanged: () => player.clanChanged(),
    observe: chains => void player.observe(chains),
    isOtherClan: chains => isOtherClan(player.page, chains, options.ownName),
    leave: () => player.leave(),
    destroy: () => player.destroy(),
  };
}
