import type {ReactiveControllerHost, TemplateResult} from 'lit';
import type {DailyChain, Resource} from '../../src/model.js';
import type {Session} from '../../src/session/session.js';
import {NetworkController} from '../../src/ui/network.js';
import {renderClaimAll} from '../shared/claim-all.js';
import {ClaimController} from '../shared/claims.js';
import {claimFailureText} from '../shared/failure.js';
import {claimHindrance} from '../shared/hindrance.js';
import {toReceived} from '../shared/received.js';
import {DayClaimedEvent, DayClaimEvent, DayClaimFailedEvent, type DayPlace} from './events.js';
import {type ClaimOptions, renderFarClaim} from './templates.js';

/** What an element shows at the moment. */
export type DaysShown = {
  session(): Session | undefined;
  chain(): DailyChain | undefined;
  /** The player's own chains, which others may be shown in place of. */
  ownChains(): Resource<unknown> | undefined;
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
    if (this.#shown.ownChains()?.status === 'ready') return;
    this.#claims.forget();
    // The next player has not received it.
    this.#received = undefined;
  }

  optionsFor({id}: DailyChain): ClaimOptions {
    return {
      locale: this.#shown.locale(),
      isBusy: this.#claims.isBusyOn(id),
      isHindered: this.#hindrance !== '',
      claim: ({number}) => void this.#claims.claim({chainId: id, stepNumber: number}),
    };
  }

  /** The tiles of a calendar have no room for a button. */
  renderBelow(chain: DailyChain): TemplateResult {
    const day = chain.steps.find(({status}) => status === 'claimable');
    return renderFarClaim(day, this.optionsFor(chain));
  }

  renderAll({id: chainId, steps}: DailyChain): TemplateResult {
    const open = steps.filter(({status}) => status === 'claimable');
    return renderClaimAll({
      locale: this.#shown.locale(),
      count: open.length,
      isBusy: this.#claims.isBusyOn(chainId),
      isHindered: this.#hindrance !== '',
      round: this.#claims.roundOn(chainId),
      press: () => void this.#claims.claimAll(open.map(({number: stepNumber}) => ({chainId, stepNumber}))),
    });
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
    return claimHindrance(this.#shown.ownChains(), answeredAt => this.#network.isLost(answeredAt));
  }

  #receive(place: DayPlace): void {
    const {rewards = []} = this.#shown.chain()?.steps.find(({number}) => number === place.stepNumber) ?? {};
    this.#received = {...place, session: this.#shown.session(), text: toReceived(rewards, this.#shown.locale())};
    this.#element.dispatchEvent(new DayClaimedEvent(place, rewards));
  }
}
