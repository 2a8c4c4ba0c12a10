import {atom, onMount} from 'nanostores';
import {Notebook} from '../claims/notebook.js';
import type {SessionContext} from '../session/context.js';
import {setStore} from '../set-store.js';
import {playerStore} from '../storage/player-store.js';
import type {CodeReceipt} from './codes.js';
import {type CodeNote, stageOf} from './note.js';
import {PlayerReceipts} from './receipts.js';

/** The receipts of the one player whose token is in use; those of another wait until that player is back. */
export class SessionReceipts {
  readonly $receipts = atom<readonly CodeReceipt[]>([]);
  readonly #session: SessionContext;
  /** Reads the receipts, and checks what an earlier page left without an end. */
  readonly #wake: () => void;
  readonly #players = new Map<string, PlayerReceipts>();
  #current: PlayerReceipts | undefined;
  #isWatched = false;
  #unfollow = (): void => undefined;

  constructor(session: SessionContext, wake: () => void) {
    this.#session = session;
    this.#wake = wake;
    onMount(this.$receipts, () => {
      this.#isWatched = true;
      this.#current?.listen();
      wake();
      return () => {
        this.#isWatched = false;
        this.#current?.rest();
      };
    });
  }

  /** As `SessionContext.playerOf` names the player. */
  of(name: string): PlayerReceipts {
    const known = this.#players.get(name) ?? this.#create(name);
    this.#players.set(name, known);
    return known;
  }

  async acknowledge(id: string): Promise<void> {
    await this.#current?.acknowledge(id);
  }

  setPlayer(name: string | undefined): void {
    if (name === this.#current?.name) return;
    this.#follow(name === undefined ? undefined : this.of(name));
    // After a sign-out nothing asks for a token until the page does.
    if (name !== undefined) this.refresh();
  }

  refresh(): void {
    if (this.#isWatched) this.#wake();
  }

  destroy(): void {
    this.#unfollow();
    this.#players.forEach(player => player.close());
  }

  #follow(next: PlayerReceipts | undefined): void {
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

  #create(player: string): PlayerReceipts {
    const {clock, storage} = this.#session;
    const notebook = new Notebook<CodeNote>({
      player,
      store: playerStore(player, storage),
      folder: 'liveops/codes',
      stageOf,
    });
    return new PlayerReceipts({name: player, notebook, clock});
  }
}
