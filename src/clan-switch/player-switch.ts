import type {ReadableAtom} from 'nanostores';
import type {Receipt, RewardChain, SwitchOutcome, SwitchState} from '../model.js';
import {Player} from './player.js';
import type {PlayerSwitchOptions, SwitchOptions} from './switch-options.js';
import {isOtherClan} from './view.js';

/** The clan switch of one player. Each player has a separate one. */
export type PlayerSwitch = {
  readonly $state: ReadableAtom<SwitchState>;
  readonly $receipts: ReadableAtom<readonly Receipt[]>;
  /** Sends one update, unless another page just did. Never rejects. */
  switchClan(options: SwitchOptions): Promise<SwitchOutcome>;
  /** Does nothing for an id without a receipt. */
  acknowledge(receiptId: string): Promise<void>;
  /** Reads the journal, and checks a switch whose end is unknown; `refill` grants a new budget of checks. */
  wake(refill?: boolean): void;
  /** The game names another clan. */
  clanChanged(): void;
  /** Takes chains that were read for another purpose: their boards distinguish this clan from the next. */
  observe(chains: readonly RewardChain[]): void;
  /** Whether these chains belong to another clan than the one on record. */
  isOtherClan(chains: readonly RewardChain[]): boolean;
  /** The player has changed or signed out: no request is sent for this player until `wake` or `switchClan`. */
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
