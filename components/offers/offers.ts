import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {CatalogItem} from '../../src/catalog/items.js';
import type {LiveOpsError} from '../../src/errors.js';
import {messages} from '../../src/text/messages.js';
import {isSameData} from '../../src/ui/same-data.js';
import {textContent} from '../../src/ui/text-content.js';
import {WidgetElement} from '../../src/ui/widget.js';
import {renderFooter} from '../shared/footer.js';
import {renderHeaderLine} from '../shared/header-line.js';
import {type Notice, renderNotice} from '../shared/notice.js';
import {parts} from '../shared/parts.styles.js';
import {renderPlaceholders} from '../shared/placeholders.js';
import {rewardStyles} from '../shared/rewards.styles.js';
import {theme} from '../shared/theme.styles.js';
import {Climbing} from './climbing.js';
import {OffersChangedEvent} from './events.js';
import {ItemActions} from './item-actions.js';
import {ItemsSource, toWanted} from './items-source.js';
import {buyStyles} from './buy.styles.js';
import {Choice} from './choice.js';
import {styles} from './offers.styles.js';
import {leadToWanted, renderDismiss, renderHeader} from './regions.js';
import {renderOffers} from './templates.js';
import {climbText, toShownItem} from './view.js';

/**
 * Offers of the project's catalog for the player: picture, name, the server's price and, where there is a discount, its
 * price without one; gifts, value points, limits and dates. They are bought through the session's orders; free ones are
 * ordered at once, and virtual currency is spent only after a question. When the player wants to climb
 * (`liveops-contribute` of a board or a reward chain of the session), the cheapest items that give the points come first.
 *
 * @element liveops-offers
 * @attr {'light' | 'dark'} theme - Forces the light or dark style; default the system's.
 * @slot title - In place of the heading's text.
 * @slot empty - In place of the text when there are no items.
 * @slot error - In place of the text when loading failed.
 * @fires {OrderEvent} liveops-order - The player is about to buy an item or to open its payment page again. Cancelable; `sku`, `price`, `orderId`.
 * @fires {OrderChangedEvent} liveops-order-changed - There is an open order of an item that is shown, or the status of one has changed; `order`.
 * @fires {OffersChangedEvent} liveops-offers-changed - Other items are shown than before, or in another order; `items`.
 * @csspart title - The heading.
 * @csspart age - How old the items are, once they could not be refreshed.
 * @csspart reason - Why some items come first.
 * @csspart list - The list of items.
 * @csspart offer - One item.
 * @csspart wanted - An item that is brought forward, in addition to `offer`.
 * @csspart image - Its picture.
 * @csspart name - Its name.
 * @csspart price - What it costs, in the button that buys it.
 * @csspart old-price - What it would cost without discounts, by the server.
 * @csspart discount - A discount, as the server states it.
 * @csspart points - Value points that it gives.
 * @csspart bonus - Gifts that come with it.
 * @csspart limit - How many are left, where the server says so.
 * @csspart ends - When its sale, discount or gift ends.
 * @csspart contents - What is in a bundle, once it is opened.
 * @csspart buy - The button that buys it.
 * @csspart buy-virtual - The button that buys it with virtual currency, where it has both prices.
 * @csspart confirm - The button that spends virtual currency, after the question.
 * @csspart cancel - The button that does not.
 * @csspart waiting - What it waits for, once it was ordered.
 * @csspart pay - The button that opens the payment page of an order again.
 * @csspart check - The button that asks whether a payment has arrived.
 * @csspart acknowledge - The button of a player who knows that nobody knows what became of an order.
 * @csspart anyway - The button that orders although the order cannot be saved on this device.
 * @csspart status - The question, what was received, or why an item could not be bought.
 * @csspart hindrance - Why nothing can be bought now.
 * @csspart dismiss - The button that hides suggestions for this session.
 * @csspart empty - The notice when there are no items.
 * @csspart error - The notice when loading failed or nobody is signed in.
 * @csspart retry - The button that requests again, in the notice or, if polling has stopped, below the items.
 * @csspart skeleton - The places reserved while there is nothing to show yet.
 * @csspart places - The same, unseen, once it is known that there is nothing to show.
 */
export class OffersElement extends WidgetElement {
  static override styles = [theme, parts, rewardStyles, styles, buyStyles];

  static override readonly uses = [
    ...['catalog', '$upsell', 'claimItem', 'buyWithCurrency', 'balances', 'orders'],
    ...['$unansweredOrders', 'acknowledgeOrder'],
  ] as const;

  static override properties = {
    source: {},
    group: {},
    skus: {},
    promoCode: {attribute: 'promo-code'},
    limit: {type: Number},
    layout: {},
    afterOrder: {type: Boolean, attribute: 'after-order'},
  };

  /**
   * Which items: the project's `catalog` (default), those of it with `promotions`, or what the project suggests to the
   * player (`upsell`), one at a time.
   */
  source?: 'catalog' | 'upsell' | 'promotions' | null;

  /** The external id of a group: only its items. Default: all. */
  group?: string | null;

  /** SKUs, separated by spaces or commas: only these items, in this order. Default: all. */
  skus?: string | null;

  /** A promo code that prices and orders have, or the code of a unique offer. Default: the code that the player has kept. */
  promoCode?: string | null;

  /** The most items to show. Default: all. Items that are brought forward come from all of them. */
  limit?: number | null;

  /** How the items are laid out: in a `grid` (default), as a `list`, or in one row to scroll (`strip`). */
  layout?: 'grid' | 'list' | 'strip' | null;

  /**
   * Only with `source="upsell"`: shows nothing until the player has bought something on this page, and nothing while a payment
   * is open. Default `false`.
   */
  afterOrder?: boolean | null;

  readonly #source = new ItemsSource(this);
  readonly #choice = new Choice(this);
  readonly #climbing = new Climbing(this, {
    session: () => this.current,
    answers: () => !this.#isUpsell,
    source: this.#source,
  });
  readonly #actions = new ItemActions(this, {
    session: () => this.current,
    own: () => this.#source.own,
    items: () => this.#source.items,
    orders: () => this.#source.orders,
    promoCode: () => this.promoCode || undefined,
    locale: () => this.locale,
    reload: session => this.#source.reload(session, toWanted(this)),
    bought: sku => this.#climbing.bought(sku),
  });
  #misuse: LiveOpsError | undefined;
  #items: readonly CatalogItem[] = [];
  #announced: readonly CatalogItem[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#misuse = this.#source.watch(this.current, toWanted(this));
    this.#actions.update();
    this.#items = this.#choice.of(this.#source, this.#climbing.climb?.items);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#choice.isOpen(this.current, this.#source.orders, this.#items)) return nothing;
    const notice = this.#notice();
    const isSkeleton = !notice.text && !notice.failure;
    const rows = this.#items.length ? this.#renderItems() : renderPlaceholders(this.#choice.places, isSkeleton);
    return html`
      <section class="box" aria-labelledby="title" aria-busy=${notice.loading ?? false}>
        ${this.#renderHeader()}
        <div class="reserved">
          ${renderNotice(notice, this.retry)}
          <div class=${this.#layout}>${rows}</div>
        </div>
        ${this.#isUpsell ? renderDismiss(this.#dismiss) : nothing}
        ${renderFooter('', undefined, this.#source.shown, this.retry)}
      </section>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#actions.notify();
    if (this.#source.shown?.status === 'ready' && !isSameData(this.#items, this.#announced)) {
      this.#announced = this.#items;
      this.dispatchEvent(new OffersChangedEvent(this.#items));
    }
    if (this.#climbing.takeNew()) leadToWanted(this.renderRoot);
  }

  get #isUpsell(): boolean {
    return this.source === 'upsell';
  }

  get #layout(): string {
    return this.layout === 'list' || this.layout === 'strip' ? this.layout : 'grid';
  }

  #notice(): Notice {
    const {shown} = this.#source;
    const error = this.sessions.error ?? this.#misuse ?? (shown?.status === 'failed' ? shown.error : undefined);
    if (error) return {failure: error, signedOut: messages.offersSignedOut};
    if (this.#items.length) return {};
    const empty = html`<bdi ${textContent(messages.noItems)}></bdi>`;
    return shown?.status === 'ready' ? {text: empty} : {loading: this.current !== undefined};
  }

  #renderHeader(): TemplateResult {
    const {climb, goal} = this.#climbing;
    return renderHeader({
      title: this.#isUpsell ? messages.upsellTitle : messages.offersTitle,
      reason: climb && goal ? climbText(climb, goal, this.locale) : '',
      hindrance: this.#items.length ? this.#actions.hindrance : '',
      age: renderHeaderLine('', this.#source.shown, this.locale, this.relativeTime),
    });
  }

  #renderItems(): TemplateResult {
    return renderOffers(
      this.#items.map(item => toShownItem(item, this.#source)),
      {
        ...this.#actions.options,
        locale: this.locale,
        relativeTime: this.relativeTime,
        time: this.#source.time,
        wanted: new Set(this.#climbing.climb?.items.map(({sku}) => sku)),
        scrolls: this.#layout === 'strip',
      },
    );
  }

  readonly #dismiss = (): void => {
    if (this.current) this.#choice.dismiss(this.current);
    this.requestUpdate();
  };
}
