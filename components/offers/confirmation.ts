import type {ReactiveControllerHost} from 'lit';
import type {VirtualPrice} from '../../src/catalog/items.js';
import type {Session} from '../../src/session/session.js';

/** A purchase for virtual currency that the player has to confirm. */
export type Confirming = {
  readonly sku: string;
  readonly currency: VirtualPrice;
  /** What the player has of it, where the server says so. */
  readonly balance?: string;
};

/** The question before virtual currency is spent, one at a time. */
export class Confirmation {
  readonly #host: ReactiveControllerHost;
  #asked: (Confirming & {readonly session: Session}) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The question about this item, for this player. */
  of(sku: string, session: Session | undefined): Confirming | undefined {
    return this.#asked?.sku === sku && this.#asked.session === session ? this.#asked : undefined;
  }

  ask(sku: string, currency: VirtualPrice, session: Session): void {
    const asked = (this.#asked = {sku, currency, session});
    this.#host.requestUpdate();
    void this.#addBalance(asked);
  }

  close(): void {
    if (!this.#asked) return;
    this.#asked = undefined;
    this.#host.requestUpdate();
  }

  /** Where the project keeps no inventory with the vendor, nobody knows what the player has. */
  async #addBalance(asked: Confirming & {session: Session}): Promise<void> {
    const balances = await asked.session.balances().catch(() => []);
    const known = balances.find(({sku}) => sku === asked.currency.sku);
    if (!known || this.#asked !== asked) return;
    this.#asked = {...asked, balance: known.amount};
    this.#host.requestUpdate();
  }
}
