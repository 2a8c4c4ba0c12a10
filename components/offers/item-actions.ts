import type {ReactiveControllerHost} from 'lit';
import type {CatalogItem, UnansweredOrder, VirtualPrice} from '../../src/catalog/items.js';
import {wayOf} from '../../src/catalog/rules.js';
import type {LiveOpsErrorCode} from '../../src/errors.js';
import type {Resource} from '../../src/model.js';
import type {Order} from '../../src/offers.js';
import type {Session} from '../../src/session/session.js';
import {messages} from '../../src/text/messages.js';
import {NetworkController} from '../../src/ui/network.js';
import {ClaimController} from '../shared/claims.js';
import {claimHindrance} from '../shared/hindrance.js';
import {OrderChangedEvent} from '../shared/order-events.js';
import {toReceived} from '../shared/received.js';
import type {BuyOptions} from './buy-templates.js';
import {Confirmation, type Confirming} from './confirmation.js';
import {isInstant, type ItemNews, type ItemPlace, sendOrder, toEvent} from './item-place.js';
import {OrderNews} from './order-news.js';
import {itemFailureText} from './view.js';

/** What an element shows at the moment. */
export type ItemsShown = {
  session(): Session | undefined;
  /** The player's own items. */
  own(): Resource<unknown> | undefined;
  items(): readonly CatalogItem[];
  orders(): readonly Order[];
  promoCode(): string | undefined;
  locale(): string;
  /** Asks for the items again. */
  reload(session: Session): Promise<void>;
  /** The player has this item now. */
  bought(sku: string): void;
};

/** The server knows more of the item than what is shown. */
const OUTDATED: readonly LiveOpsErrorCode[] = ['not-available', 'already-claimed', 'limit-exceeded', 'not-found'];

/**
 * What a player does in one element: orders of items that cost money, free ones and those for virtual currency, and what is
 * new of them. Orders outlive the page, so that what an item waits for comes from the session's store and not from here.
 */
export class ItemActions {
  readonly #element: ReactiveControllerHost & EventTarget;
  readonly #shown: ItemsShown;
  readonly #network: NetworkController;
  readonly #orders: ClaimController<Session, ItemPlace>;
  readonly #confirmation: Confirmation;
  #received:
    {readonly sku: string; readonly session: Session | undefined; readonly name: string | undefined} | undefined;
  /** The order that was checked last, and was as before. */
  #checked: {readonly session: Session | undefined; readonly orderId: number | undefined} | undefined;
  readonly #news = new OrderNews();

  constructor(element: ReactiveControllerHost & EventTarget, shown: ItemsShown) {
    this.#element = element;
    this.#shown = shown;
    this.#network = new NetworkController(element);
    this.#confirmation = new Confirmation(element);
    this.#orders = new ClaimController(element, this.#parts());
  }

  /** To be called before each rendering. */
  update(): void {
    for (const {order, sku, before} of this.#news.of(this.#shown.orders(), this.#shown.items()))
      if (before !== undefined && order.status === 'done') this.#shown.bought(sku);
    if (this.#shown.own()?.status === 'ready') return;
    this.#orders.forget();
    this.#confirmation.close();
    // The next player has not received it.
    this.#received = undefined;
  }

  /** What the templates of the items need. */
  get options(): Omit<BuyOptions, 'locale'> {
    return {
      isBusy: this.isBusy,
      hindrance: this.hindrance,
      newsOf: (sku, waitsFor) => this.newsOf(sku, waitsFor),
      confirmingOf: sku => this.confirmingOf(sku),
      buy: (item, allowVolatile) => this.buy(item, allowVolatile),
      ask: (item, currency) => this.ask(item, currency),
      confirm: confirming => this.confirm(confirming),
      cancel: () => this.cancel(),
      checkout: (item, order) => this.checkout(item, order),
      check: (item, order) => this.check(item, order),
      acknowledge: order => this.acknowledge(order),
    };
  }

  /** Whether something is on its way that the player has pressed a button for. */
  get isBusy(): boolean {
    return this.#orders.isBusyOn();
  }

  /** Why nothing can be bought now, in words. */
  get hindrance(): string {
    const words = {signedOut: messages.orderSignedOut, offline: messages.offerOffline};
    return claimHindrance(this.#shown.own(), answeredAt => this.#network.isLost(answeredAt), words);
  }

  /** The purchase of this item that waits for the player's word. */
  confirmingOf(sku: string): Confirming | undefined {
    return this.#confirmation.of(sku, this.#shown.session());
  }

  /** Buys an item in the way that it is sold; to be called in the player's press: later a browser opens no window. */
  buy(item: CatalogItem, allowVolatile = false): void {
    const {sku, price, virtualPrices} = item;
    const [currency] = virtualPrices;
    const way = wayOf(item);
    if (way === 'virtual' && currency) return this.ask(item, currency);
    this.#start({sku, price, action: way === 'free' ? 'free' : 'order', allowVolatile});
  }

  /** Asks the player before virtual currency is spent. */
  ask({sku}: CatalogItem, currency: VirtualPrice): void {
    const session = this.#shown.session();
    if (!session || this.isBusy) return;
    this.#orders.forget();
    this.#received = undefined;
    this.#confirmation.ask(sku, currency, session);
  }

  confirm({sku, currency}: Confirming): void {
    this.#start({sku, currency, price: undefined, action: 'virtual'});
  }

  cancel(): void {
    this.#confirmation.close();
  }

  /** Opens the payment page of an order again; to be called in the player's press. */
  checkout({sku, price}: CatalogItem, {id}: Order): void {
    this.#start({sku, price, action: 'checkout', orderId: id});
  }

  check({sku, price}: CatalogItem, {id}: Order): void {
    this.#start({sku, price, action: 'check', orderId: id});
  }

  /** The player knows what is not known of an order, so that nothing more is to be said of it. */
  acknowledge({id, sku}: UnansweredOrder): void {
    if (this.#orders.lastOn()?.place.sku === sku) this.#orders.forget();
    void this.#shown.session()?.acknowledgeOrder(id);
  }

  /** What is new of an item since the player pressed a button of it. */
  newsOf(sku: string, waitsFor: Order | undefined): ItemNews {
    const last = this.#orders.lastOn();
    const mine = last?.place.sku === sku ? last : undefined;
    if (mine?.failed) {
      const {action, currency} = mine.place;
      const isUnkept = action === 'order' && mine.failed.code === 'storage-unavailable';
      return {text: itemFailureText(action, mine.failed, currency?.name), isUnkept};
    }
    if (mine?.place.action === 'check') return {text: messages.orderChecking};
    if (mine && !waitsFor) return {text: mine.place.action === 'order' ? messages.orderOpening : messages.itemOrdering};
    if (this.#received?.sku === sku && this.#received.session === this.#shown.session())
      return {text: this.#receivedText(this.#received)};
    const {session, orderId} = this.#checked ?? {};
    const isAsBefore = waitsFor?.id === orderId && session === this.#shown.session();
    return {text: isAsBefore && waitsFor?.status === 'new' ? messages.orderNotYet : ''};
  }

  /** Notifies the page of orders of the items that are shown: of open ones as soon as they are known, and of every change. */
  notify(): void {
    for (const {order, before} of this.#news.take(this.#shown.orders(), this.#shown.items())) {
      // One that was over before the page knew it is no news.
      if (before !== undefined || order.endedAt === undefined) {
        this.#element.dispatchEvent(new OrderChangedEvent(order));
      }
    }
  }

  #start(place: ItemPlace): void {
    this.#confirmation.close();
    this.#received = undefined;
    this.#checked = undefined;
    void this.#orders.claim(place);
  }

  #parts(): ConstructorParameters<typeof ClaimController<Session, ItemPlace>>[1] {
    return {
      session: this.#shown.session,
      announce: place => place.action === 'check' || this.#element.dispatchEvent(toEvent(place)),
      send: (session, place) => this.#send(session, place),
      claimed: place => this.#done(place),
      failed: (_place, {code}) => {
        const session = this.#shown.session();
        if (session && OUTDATED.includes(code)) void this.#shown.reload(session);
      },
      reload: () => undefined,
    };
  }

  async #send(session: Session, place: ItemPlace): Promise<void> {
    await sendOrder(session, place, this.#shown.promoCode());
    // Until the list arrives, a limit would look as before.
    if (isInstant(place)) await this.#shown.reload(session);
  }

  #done({sku, action, orderId}: ItemPlace): void {
    const session = this.#shown.session();
    if (action === 'check') this.#checked = {session, orderId};
    if (!isInstant({action})) return;
    const item = this.#shown.items().find(one => one.sku === sku);
    this.#received = {sku, session, name: item?.name};
    this.#shown.bought(sku);
  }

  #receivedText({sku, name = sku}: {readonly sku: string; readonly name: string | undefined}): string {
    return toReceived([{sku, name, type: '', source: 'answer'}], this.#shown.locale());
  }
}
