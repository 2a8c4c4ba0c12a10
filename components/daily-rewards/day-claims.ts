import type {ReactiveControllerHost} from 'lit';
import type {DailyChain, Resource} from '../../src/model.js';
import type {Session} from '../../src/session/session.js';
import {NetworkController} from '../../src/ui/network.js';
import {ClaimController} from '../shared/claims.js';
import {claimFailureText} from '../shared/failure.js';
import {DayClaimedEvent, DayClaimEvent, DayClaimFailedEvent, type DayPlace} from './events.js';
import type {ClaimOptions} from './templates.js';
import {claimHindrance, toReceived} from './view.js';

/** What an element shows at the moment. */
export type DaysShown = {
  session(): Session | undefined;
  chain(): DailyChain | undefined;
  chains(): Resource<unknown> | undefined;
  locale(): string;
};

/** The claims of days in one element: what is on its way, what has failed, and what the player has just received. */
export class DayClaims {
  readonly #element: ReactiveControllerHost & EventTarget;
  readonly #shown: DaysShown;
  readonly #network: NetworkController;
  readonly #claims: ClaimController<Session, DayPlace>;
  #received: (DayPlace & {session: Session | undefined; text: string}) | undefined;

  constructor(element: ReactiveControllerHost & EventTarget, shown: DaysShown) {
    this.#element = element;
    this.#shown = shown;
    this.#network = new NetworkController(element);
    this.#claims = new ClaimController<Session, DayPlace>(element, {
      session: shown.session,
      announce: place => element.dispatchEvent(new DayClaimEvent(place)),
      send: (session, {chainId, stepNumber}) => session.claimDay(chainId, stepNumber),
      claimed: place => this.#receive(place),
      failed: (place, error) => element.dispatchEvent(new DayClaimFailedEvent(place, error)),
      reload: ({$dailyChains}) => ($dailyChains.value.status === 'ready' ? $dailyChains.reload() : undefined),
    });
  }

  /** To be called before each rendering. */
  update(): void {
    if (this.#shown.chains()?.status === 'ready') return;
    this.#claims.forget();
    // The next player has not received it.
    this.#received = undefined;
  }

  optionsFor({id}: DailyChain): ClaimOptions {
    const last = this.#claims.lastOn(id);
    return {
      locale: this.#shown.locale(),
      isBusy: last !== undefined && !last.failed,
      isHindered: this.#hindrance !== '',
      claim: ({number}) => void this.#claims.claim({chainId: id, stepNumber: number}),
    };
  }

  /** Why the last claim failed, or none can be made now, in words. */
  statusFor({id}: DailyChain): string {
    const failed = this.#claims.lastOn(id)?.failed;
    return failed ? claimFailureText(failed) : this.#hindrance;
  }

  /** The day that this player has just claimed here, and what it brought in words. */
  receivedOn({id}: DailyChain): {readonly stepNumber: number; readonly text: string} | undefined {
    const received = this.#received;
    return received?.chainId === id && received.session === this.#shown.session() ? received : undefined;
  }

  get #hindrance(): string {
    const chains = this.#shown.chains();
    return chains?.status === 'ready' ? claimHindrance(chains, this.#network.isLost(chains.at)) : '';
  }

  #receive(place: DayPlace): void {
    const {rewards = []} = this.#shown.chain()?.steps.find(({number}) => number === place.stepNumber) ?? {};
    this.#received = {...place, session: this.#shown.session(), text: toReceived(rewards, this.#shown.locale())};
    this.#element.dispatchEvent(new DayClaimedEvent(place, rewards));
  }
}
