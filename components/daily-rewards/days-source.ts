import type {ReactiveControllerHost} from 'lit';
import {chosenDailyChain} from '../../src/daily-chains/rules.js';
import type {DailyChain, Resource} from '../../src/model.js';
import type {Session} from '../../src/session/session.js';
import {type ListTime, timeOf} from '../../src/stores/list-time.js';
import {looksSameOnline} from '../../src/ui/network.js';
import {StoreController} from '../../src/ui/store-controller.js';
import {isSignedOut} from '../shared/hindrance.js';

type Chains = Resource<readonly DailyChain[]>;

/** The daily chain that an element shows, and the stores that it rests on. */
export class DaysSource {
  readonly #own: StoreController<Chains>;
  readonly #everyones: StoreController<Chains>;
  #wanted: number | null | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#own = new StoreController(host, looksSameOnline);
    this.#everyones = new StoreController(host, looksSameOnline);
  }

  /** The player's own chains. */
  get own(): Chains | undefined {
    return this.#own.value;
  }

  /** The player's own chains, or where nobody is signed in those that the server shows to everyone. */
  get shown(): Chains | undefined {
    return this.#everyones.value?.status === 'ready' ? this.#everyones.value : this.own;
  }

  /** The chain that the page names, else the first that has not ended. */
  get chain(): DailyChain | undefined {
    return chosenDailyChain(this.#list, this.#wanted, this.time);
  }

  /** When the list was read. */
  get time(): ListTime {
    return timeOf(this.#list);
  }

  get #list(): readonly DailyChain[] {
    return this.shown?.status === 'ready' ? this.shown.value : [];
  }

  watch(session: Session | undefined, wanted: number | null | undefined): void {
    this.#wanted = wanted;
    this.#own.watch(session?.$dailyChains);
    const isStranger = this.own?.status === 'failed' && isSignedOut(this.own);
    this.#everyones.watch(isStranger ? session?.$publicDailyChains : undefined);
  }
}
