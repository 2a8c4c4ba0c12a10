import type {ReactiveControllerHost} from 'lit';
import type {LiveOpsErrorCode} from '../../src/errors.js';
import type {Resource} from '../../src/model.js';
import type {Money, OfferChain, OfferStep, Order} from '../../src/offers.js';
import type {Session} from '../../src/session/session.js';
import {messages} from '../../src/text/messages.js';
import {NetworkController} from '../../src/ui/network.js';
import {ClaimController, type LastClaim} from '../shared/claims.js';
import {claimFailureText} from '../shared/failure.js';
import {claimHindrance} from '../shared/hindrance.js';
import {OrderChangedEvent, OrderEvent, type StepPlace} from '../shared/order-events.js';
import {type OrderAction, orderFailureText} from '../shared/order-texts.js';
import {toReceived} from '../shared/received.js';
import {OfferClaimedEvent, OfferClaimEvent, OfferClaimFailedEvent} from './events.js';

/** What an element shows at the moment. */
export type OffersShown = {
  session(): Session | undefined;
  chain(): OfferChain | undefined;
  chains(): Resource<unknown> | undefined;
  orders(): readonly Order[];
  locale(): string;
};

/** What is done about the order of a step; `orderId` where there is one. */
type OrderPlace = StepPlace & {
  readonly action: OrderAction;
  readonly orderId: number | undefined;
  readonly price: Money | undefined;
  readonly allowVolatile: boolean;
};

/** What a step says of the last thing that the player did with it. */
export type StepNews = {
  readonly text: string;
  /** Whether the order could not be saved, so that the player decides whether to order anyway. */
  readonly isUnkept?: boolean;
};

/** The server knows more of the chain than what is shown: the step is gone, or taken already. */
const OUTDATED: readonly LiveOpsErrorCode[] = ['not-available', 'already-claimed', 'limit-exceeded'];

const hindrances = (): Record<'signedOut' | 'offline', string> => ({
  signedOut: messages.offerSignedOut,
  offline: messages.offerOffline,
});

/**
 * What a player does in one element: claims of free steps, orders of paid ones, and what is new of both. Orders outlive the
 * page, so that what a step waits for comes from the session's store and not from here.
 */
export class StepActions {
  readonly #element: ReactiveControllerHost & EventTarget;
  readonly #shown: OffersShown;
  readonly #network: NetworkController;
  readonly #claims: ClaimController<Session, StepPlace>;
  readonly #orders: ClaimController<Session, OrderPlace>;
  #received: (StepPlace & {session: Session | undefined; text: string}) | undefined;
  /** The order that was checked last, and was as before. */
  #checked: {session: Session | undefined; orderId: number | undefined} | undefined;
  readonly #statuses = new Map<number, Order['status']>();

  constructor(element: ReactiveControllerHost & EventTarget, shown: OffersShown) {
    this.#element = element;
    this.#shown = shown;
    this.#network = new NetworkController(element);
    this.#claims = new ClaimController(element, this.#claimParts());
    this.#orders = new ClaimController(element, this.#orderParts());
  }

  /** To be called before each rendering. */
  update(): void {
    if (this.#shown.chains()?.status === 'ready') return;
    this.#claims.forget();
    this.#orders.forget();
    // The next player has not received it.
    this.#received = undefined;
  }

  isBusyOn({id}: OfferChain): boolean {
    return this.#claims.isBusyOn(id) || this.#orders.isBusyOn(id);
  }

  /** Why nothing can be claimed or bought now, in words. */
  get hindrance(): string {
    return claimHindrance(this.#shown.chains(), answeredAt => this.#network.isLost(answeredAt), hindrances());
  }

  claim({id: chainId}: OfferChain, {number: stepNumber}: OfferStep): void {
    this.#orders.forget();
    void this.#claims.claim({chainId, stepNumber});
  }

  /** To be called in the player's press: later a browser opens no window. */
  order(chain: OfferChain, step: OfferStep, allowVolatile = false): void {
    this.#start(chain, step, {action: 'order', orderId: undefined, allowVolatile});
  }

  /** Opens the payment page of an order again; to be called in the player's press. */
  checkout(chain: OfferChain, step: OfferStep, {id}: Order): void {
    this.#start(chain, step, {action: 'checkout', orderId: id, allowVolatile: false});
  }

  check(chain: OfferChain, step: OfferStep, {id}: Order): void {
    this.#start(chain, step, {action: 'check', orderId: id, allowVolatile: false});
  }

  /** What is new of a step since the player pressed a button of it. */
  newsOf({id}: OfferChain, {number}: OfferStep, waitsFor: Order | undefined): StepNews {
    const ordered = ofStep(this.#orders.lastOn(id), number);
    if (ordered?.failed) return toFailureNews(ordered.place.action, ordered.failed);
    if (ordered?.place.action === 'check') return {text: messages.orderChecking};
    if (ordered && !waitsFor) return {text: messages.orderOpening};
    const claimed = ofStep(this.#claims.lastOn(id), number);
    if (claimed?.failed) return {text: claimFailureText(claimed.failed)};
    const {session, orderId} = this.#checked ?? {};
    const isAsBefore = waitsFor?.id === orderId && session === this.#shown.session();
    return {text: isAsBefore && waitsFor?.status === 'new' ? messages.orderNotYet : ''};
  }

  /** What this player has just received from a free step, to be read aloud. */
  receivedOn({id}: OfferChain): string {
    const received = this.#received;
    return received?.chainId === id && received.session === this.#shown.session() ? received.text : '';
  }

  /** Notifies the page of orders of the chain: of open ones as soon as they are known, and of every change. */
  notify({id}: OfferChain): void {
    for (const order of this.#shown.orders()) {
      if (!('offerChainId' in order.target) || order.target.offerChainId !== id) continue;
      const before = this.#statuses.get(order.id);
      if (before === order.status) continue;
      this.#statuses.set(order.id, order.status);
      // One that was over before the page knew it is no news.
      if (before !== undefined || order.endedAt === undefined) {
        this.#element.dispatchEvent(new OrderChangedEvent(order));
      }
    }
  }

  #start(
    {id: chainId}: OfferChain,
    {number: stepNumber, price}: OfferStep,
    how: Pick<OrderPlace, 'action' | 'orderId' | 'allowVolatile'>,
  ): void {
    this.#claims.forget();
    this.#checked = undefined;
    void this.#orders.claim({chainId, stepNumber, price, ...how});
  }

  #claimParts(): ConstructorParameters<typeof ClaimController<Session, StepPlace>>[1] {
    return {
      session: this.#shown.session,
      announce: place => this.#element.dispatchEvent(new OfferClaimEvent(place)),
      send: (session, {chainId, stepNumber}) => session.claimOffer(chainId, stepNumber),
      claimed: place => this.#receive(place),
      failed: (place, error) => this.#element.dispatchEvent(new OfferClaimFailedEvent(place, error)),
      reload: reloadChains,
    };
  }

  #orderParts(): ConstructorParameters<typeof ClaimController<Session, OrderPlace>>[1] {
    return {
      session: this.#shown.session,
      announce: place => place.action === 'check' || this.#element.dispatchEvent(new OrderEvent(place)),
      send: sendOrder,
      claimed: ({action, orderId}) => {
        if (action === 'check') this.#checked = {session: this.#shown.session(), orderId};
      },
      failed: (_place, {code}) => {
        if (OUTDATED.includes(code)) this.#reload();
      },
      reload: () => undefined,
    };
  }

  #reload(): void {
    const session = this.#shown.session();
    if (session) void reloadChains(session);
  }

  #receive(place: StepPlace): void {
    const {rewards = []} = this.#shown.chain()?.steps.find(({number}) => number === place.stepNumber) ?? {};
    this.#received = {...place, session: this.#shown.session(), text: toReceived(rewards, this.#shown.locale())};
    this.#element.dispatchEvent(new OfferClaimedEvent(place, rewards));
  }
}

function reloadChains({$offerChains}: Session): Promise<void> | undefined {
  return $offerChains.value.status === 'ready' ? $offerChains.reload() : undefined;
}

async function sendOrder({orders}: Session, place: OrderPlace): Promise<void> {
  const {action, orderId = 0, chainId: offerChainId, stepNumber, allowVolatile} = place;
  if (action === 'order') await orders.order({offerChainId, stepNumber}, {allowVolatile});
  else if (action === 'checkout') await orders.checkout(orderId);
  else await orders.check(orderId);
}

function ofStep<P extends StepPlace>(last: LastClaim<P> | undefined, number: number): LastClaim<P> | undefined {
  return last?.place.stepNumber === number ? last : undefined;
}

function toFailureNews(action: OrderAction, failed: NonNullable<LastClaim<OrderPlace>['failed']>): StepNews {
  return {
    text: orderFailureText(action, failed),
    isUnkept: action === 'order' && failed.code === 'storage-unavailable',
  };
}
