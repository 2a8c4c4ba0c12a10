import {atom, onMount, type ReadableAtom} from 'nanostores';
import {setStore} from '../set-store.js';

/** What a device keeps of one player, as this page shows it. */
export type PlayerReceipts<R> = {
  /** As `SessionContext.playerOf` names the player. */
  readonly name: string;
  readonly $receipts: ReadableAtom<readonly R[]>;
  /** Starts to listen to the player's other tabs. */
  listen(): void;
  /** Stops it until `listen`: the player has left. */
  rest(): void;
  close(): void;
};

export type SessionReceiptsOptions<P> = {
  create(player: string): P;
  /** Reads the receipts, and settles what an earlier page left without an end. */
  wake(): void;
};

/** The receipts of the one player whose token is in use; those of another wait until that player is back. */
export class SessionReceipts<R, P extends PlayerReceipts<R>> {
  readonly $receipts = atom<readonly R[]>([]);
  readonly #options: SessionReceiptsOptions<P>;
  readonly #players = new Map<string, P>();
  #current: P | undefined;
  #isWatched = false;
  #unfollow = (): void => undefined;

  constructor(options: SessionReceiptsOptions<P>) {
    this.#options = options;
    onMount(this.$receipts, () => {
      this.#isWatched = true;
      this.#current?.listen();
      options.wake();
      return () => {
        this.#isWatched = false;
        this.#current?.rest();
      };
    });
  }

  /** The player whose token is in use. */
  get current(): P | undefined {
    return this.#current;
  }

  /** As `SessionContext.playerOf` names the player. */
  of(name: string): P {
    const known = this.#players.get(name) ?? this.#options.create(name);
    this.#players.set(name, known);
    return known;
  }

  setPlayer(name: string | undefined): void {
    if (name === this.#current?.name) return;
    this.#follow(name === undefined ? undefined : this.of(name));
    // After a sign-out nothing asks for a token until the page does.
    if (name !== undefined) this.refresh();
  }

  refresh(): void {
    if (this.#isWatched) this.#options.wake();
  }

  destroy(): void {
    this.#unfollow();
    this.#players.forEach(player => player.close());
  }

  #follow(next: P | undefined): void {
    const before = this.#current;
    if (next === before) return;
    this.#unfollow();
    before?.rest();
    // The next nameless player would be taken for this one.
    if (before?.name === '') this.#players.delete('');
    this.#current = next;
    this.#unfollow = next?.$receipts.listen(receipts => setStore(this.$receipts, receipts)) ?? (() => undefined);
    if (this.#isWatched) next?.listen();
    setStore(this.$receipts, next?.$receipts.value ?? []);
  }
}
