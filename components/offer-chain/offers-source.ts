import type {ReactiveControllerHost} from 'lit';
import type {Resource} from '../../src/model.js';
import {chosenOfferChain, hasEnded} from '../../src/offer-chains/rules.js';
import type {OfferChain, Order} from '../../src/offers.js';
import type {Session} from '../../src/session/session.js';
import {type ListTime, timeOf} from '../../src/stores/list-time.js';
import {looksSameOnline} from '../../src/ui/network.js';
import {StoreController} from '../../src/ui/store-controller.js';
import {NewlyDone} from '../shared/newly-done.js';

type Chains = Resource<readonly OfferChain[]>;

/** The offer chain that an element shows, and the stores that it rests on. */
export class OffersSource {
  readonly #chains: StoreController<Chains>;
  readonly #orders: StoreController<readonly Order[]>;
  readonly #newly = new NewlyDone();
  #wanted: number | null | undefined;
  /** The chain that was shown last. */
  #lastId: number | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#chains = new StoreController(host, looksSameOnline);
    this.#orders = new StoreController(host);
  }

  get shown(): Chains | undefined {
    return this.#chains.value;
  }

  /** The player's open and recent orders, the newest first. */
  get orders(): readonly Order[] {
    return this.#orders.value ?? [];
  }

  /** The chain that the page names, else the first that is neither finished nor over. */
  get chain(): OfferChain | undefined {
    return chosenOfferChain(this.#list, this.#wanted, this.time);
  }

  /** When the list was read. */
  get time(): ListTime {
    return timeOf(this.#list);
  }

  /** Whether the chain is over for certain, so that nothing of it can be had any more. */
  isOver(chain: OfferChain): boolean {
    return hasEnded(chain, this.time);
  }

  /** The chain that was shown before, where the list has it no longer. */
  get vanishedId(): number | undefined {
    const isWanted = this.#wanted == null || this.#wanted === this.#lastId;
    return isWanted && this.shown?.status === 'ready' && !this.chain ? this.#lastId : undefined;
  }

  watch(session: Session | undefined, wanted: number | null | undefined): void {
    this.#wanted = wanted;
    this.#chains.watch(session?.$offerChains);
    this.#orders.watch(session?.orders.$orders);
    const {chain} = this;
    this.#lastId = chain?.id ?? this.#lastId;
    this.#newly.update(
      chain?.id,
      chain?.steps.map(({number: key, state}) => ({key, isDone: state === 'done'})),
    );
  }

  /** Whether a step of the chain was claimed or bought while it was shown. */
  isNewlyDone(stepNumber: number): boolean {
    return this.#newly.has(stepNumber);
  }

  get #list(): readonly OfferChain[] {
    return this.shown?.status === 'ready' ? this.shown.value : [];
  }
}
