import type {ReactiveControllerHost} from 'lit';
import {isLiveOpsError, type LiveOpsError} from '../../src/errors.js';
import type {Contributor, Resource, RewardChain} from '../../src/model.js';
import type {Session} from '../../src/session/session.js';
import {type Climb, climbOf, rankBy, type Ranking} from '../../src/boards/ranking.js';
import {withTimeout} from '../../src/with-timeout.js';
import {chosenChain} from '../../src/reward-chains/chosen-chain.js';
import {looksSame} from '../../src/ui/same-data.js';
import {StoreController} from '../../src/ui/store-controller.js';

/** How long a press waits for the name of the value point, milliseconds. */
const PATIENCE_MS = 1_000;

/** The stores that a board rests on, and which of them it needs. */
export class BoardSource {
  readonly #clan: StoreController<string | null | undefined>;
  readonly #chains: StoreController<Resource<readonly RewardChain[]>>;
  readonly #board: StoreController<Resource<readonly Contributor[]>>;
  #session: Session | undefined;
  #wanted: number | null | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#clan = new StoreController(host);
    this.#chains = new StoreController(host, looksSame);
    this.#board = new StoreController(host, looksSame);
  }

  get clan(): string | null | undefined {
    return this.#clan.value;
  }

  get chainList(): Resource<readonly RewardChain[]> | undefined {
    return this.#chains.value;
  }

  get board(): Resource<readonly Contributor[]> | undefined {
    return this.#board.value;
  }

  /** The rows by `ranking`; one that is unknown is `competition`, by which the store has ranked them. */
  ranked(ranking: Ranking): readonly Contributor[] {
    const rows = this.board?.status === 'ready' ? this.board.value : [];
    if (ranking !== 'dense' && ranking !== 'ordinal') return rows;
    // The change since the last visit counts ranks as the store does.
    return rankBy(ranking, rows).map(({rankChange: _, ...row}) => row);
  }

  /** The own row's way up, if there is one. */
  climb(rows: readonly Contributor[]): Climb | undefined {
    return climbOf(rows);
  }

  /** The chain that the page names, else the player's first running clan chain. */
  get chainId(): number | undefined {
    return this.#wanted ?? this.chain?.id;
  }

  /** The same chain, where it is in a list that was asked for. */
  get chain(): RewardChain | undefined {
    return chosenChain(this.chainList, this.#wanted);
  }

  /**
   * Listens to what a board of `session` needs. The list is requested only if it decides something: which chain, or
   * how to join a clan. Returns the error for an invalid id.
   */
  watch(session: Session | undefined, wanted: number | null | undefined): LiveOpsError | undefined {
    this.#session = session;
    this.#wanted = wanted;
    this.#clan.watch(session?.$clan);
    if (wanted == null) this.#chains.watch(session?.$rewardChains);
    const error = this.#watchBoard();
    const isEmpty = this.board?.status === 'ready' && !this.board.value.length;
    if (wanted != null) this.#chains.watch(isEmpty ? session?.$rewardChains : undefined);
    return error;
  }

  #watchBoard(): LiveOpsError | undefined {
    try {
      this.#board.watch(this.chainId === undefined ? undefined : this.#session?.contributors(this.chainId));
    } catch (error) {
      this.#board.watch(undefined);
      if (isLiveOpsError(error)) return error;
      throw error;
    }
    return undefined;
  }

  /**
   * The value point of the board's chain, from the list, which is requested now if it was not needed before. A player who has
   * pressed a button does not wait long for it.
   */
  async valuePointSku(): Promise<string | undefined> {
    const $chains = this.#session?.$rewardChains;
    if ($chains && $chains.value.status !== 'ready') {
      await withTimeout(PATIENCE_MS, () => $chains.reload()).catch(() => undefined);
    }
    return chosenChain($chains?.value, this.chainId)?.valuePoint.sku || undefined;
  }
}
