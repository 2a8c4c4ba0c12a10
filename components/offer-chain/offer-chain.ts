import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {orderMoments} from '../../src/offer-chains/rules.js';
import type {OfferChain} from '../../src/offers.js';
import {messages} from '../../src/text/messages.js';
import {textContent} from '../../src/ui/text-content.js';
import {RevealController} from '../../src/ui/reveal.js';
import {drawAt} from '../../src/ui/ticker.js';
import {WidgetElement} from '../../src/ui/widget.js';
import {renderCountdown} from '../shared/countdown.js';
import {renderFooter} from '../shared/footer.js';
import {renderHeaderLine} from '../shared/header-line.js';
import {InView} from '../shared/in-view.js';
import {type Notice, renderNotice} from '../shared/notice.js';
import {parts} from '../shared/parts.styles.js';
import {renderPlaceholders} from '../shared/placeholders.js';
import {rewardStyles} from '../shared/rewards.styles.js';
import {theme} from '../shared/theme.styles.js';
import {styles} from './offer-chain.styles.js';
import {OffersSource} from './offers-source.js';
import {StepActions} from './step-actions.js';
import {renderSteps} from './templates.js';
import {trackStyles} from './track.styles.js';
import {openOrderText, renderEnd, renderProgress, stepToShow, toShownStep} from './view.js';

/** Places to reserve while the steps are not known. */
const PLACES = 5;

/**
 * An offer chain: free and paid steps in their order, of which each opens the next one. Free steps are claimed; paid ones
 * show the server's price and are bought through the session's orders. A step whose payment has not arrived says so, however
 * long that takes and also after a reload.
 *
 * @element liveops-offer-chain
 * @attr {'light' | 'dark'} theme - Forces the light or dark style; default the system's.
 * @slot title - In place of the chain's name.
 * @slot empty - In place of the text when there is no such chain, or it is no longer available.
 * @slot error - In place of the text when loading failed.
 * @fires {OfferClaimEvent} liveops-offer-claim - The player is about to claim a free step. Cancelable; `chainId`, `stepNumber`.
 * @fires {OfferClaimedEvent} liveops-offer-claimed - A free step was claimed; `chainId`, `stepNumber`, `rewards`.
 * @fires {OfferClaimFailedEvent} liveops-offer-claim-failed - A free step was not claimed; `chainId`, `stepNumber`, `error`.
 * @fires {OrderEvent} liveops-order - The player is about to buy a step or to open its payment page again. Cancelable; `chainId`, `stepNumber`, `price`, `orderId`.
 * @fires {OrderChangedEvent} liveops-order-changed - There is an open order of the chain, or the status of one has changed; `order`.
 * @csspart title - The heading.
 * @csspart progress - How many steps are done.
 * @csspart age - How old the steps are, once they could not be refreshed.
 * @csspart countdown - When the chain starts again or ends.
 * @csspart finished - That every step is done, or that the chain has ended.
 * @csspart list - The list of steps.
 * @csspart step - One step.
 * @csspart step-done - A step that is claimed or bought, in addition to `step`.
 * @csspart step-next - The step whose turn it is, in addition to `step`.
 * @csspart step-locked - A step that is still to come, in addition to `step`.
 * @csspart step-number - The number of a step, or the mark of one that is done.
 * @csspart rewards - The rewards of a step.
 * @csspart reward - One reward.
 * @csspart reward-image - Its picture.
 * @csspart reward-name - Its name.
 * @csspart reward-quantity - How many, from two on.
 * @csspart contents - What is in a bundle.
 * @csspart points - Value points that a step gives.
 * @csspart price - What a step costs, in the button that buys it or next to it.
 * @csspart claim - The button that claims a free step.
 * @csspart buy - The button that buys a paid step.
 * @csspart done - The word for a step that is done.
 * @csspart lock - The sign of a step that is still to come.
 * @csspart waiting - What a step waits for, once it was ordered.
 * @csspart pay - The button that opens the payment page of an order again.
 * @csspart check - The button that asks whether a payment has arrived.
 * @csspart anyway - The button that orders although the order cannot be saved on this device.
 * @csspart status - Why a step could not be claimed or bought, or cannot be now.
 * @csspart empty - The notice when there is no such chain, or it is no longer available.
 * @csspart error - The notice when loading failed or nobody is signed in.
 * @csspart retry - The button that requests again, in the notice or, if polling has stopped, below the steps.
 * @csspart skeleton - The places reserved while there is nothing to show yet.
 * @csspart places - The same, unseen, once it is known that there is nothing to show.
 */
export class OfferChainElement extends WidgetElement {
  static override styles = [theme, parts, rewardStyles, styles, trackStyles];

  static override readonly uses = ['$offerChains', 'claimOffer', 'orders'] as const;

  static override properties = {
    offerChainId: {type: Number, attribute: 'offer-chain-id'},
    layout: {},
  };

  /** The offer chain to show: a whole number from 1. Default: the first by the project's order that is neither finished nor over. */
  offerChainId?: number | null;

  /** How the steps are laid out: below each other (`list`, the default), or in one row to scroll (`track`). */
  layout?: 'list' | 'track' | null;

  readonly #source = new OffersSource(this);
  readonly #actions = new StepActions(this, {
    session: () => this.current,
    chain: () => this.#chain,
    chains: () => this.#source.shown,
    orders: () => this.#source.orders,
    locale: () => this.locale,
  });
  readonly #inView = new InView(this);
  #chain: OfferChain | undefined;

  constructor() {
    super();
    new RevealController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#source.watch(this.current, this.offerChainId);
    this.#chain = this.#source.chain;
    this.#actions.update();
  }

  protected override render(): TemplateResult {
    const chain = this.#chain;
    const notice = this.#notice();
    const rows = chain ? this.#renderSteps(chain) : renderPlaceholders(PLACES, !notice.text && !notice.failure);
    return html`
      <section aria-labelledby="title" aria-busy=${notice.loading ?? false}>
        ${this.#renderHeader(chain)}
        <div class="reserved">
          ${renderNotice(notice, this.retry)}
          <div class=${this.#layout}>${rows}</div>
        </div>
        ${this.#renderEnd(chain)} ${renderFooter('', undefined, this.#source.shown, this.retry)}
      </section>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#scrollToStep();
    if (this.#chain) this.#actions.notify(this.#chain);
  }

  get #layout(): string {
    return this.layout === 'track' ? 'track' : 'ladder';
  }

  #notice(): Notice {
    const {shown, vanishedId, orders} = this.#source;
    const error = this.sessions.error ?? (shown?.status === 'failed' ? shown.error : undefined);
    if (error) return {failure: error, signedOut: messages.offersSignedOut};
    const id = this.offerChainId ?? 1;
    if (!(id > 0 && id % 1 === 0)) return {failure: {code: 'config'}};
    if (this.#chain) return {};
    if (shown?.status !== 'ready') return {loading: this.current !== undefined};
    const order = vanishedId === undefined ? '' : openOrderText(orders, vanishedId);
    const text = vanishedId === undefined ? messages.noOffers : `${messages.offerGone} ${order}`.trim();
    return {text: html`<bdi ${textContent(text)}></bdi>`};
  }

  #renderHeader(chain: OfferChain | undefined): TemplateResult {
    const {shown, time} = this.#source;
    const countdown = chain ? renderCountdown(chain, time, this.relativeTime, messages.offerStartsAgain) : '';
    return html`<header>
      <div>
        ${renderHeaderLine('', shown, this.locale, this.relativeTime)}
        <h2 part="title" id="title" tabindex="-1">
          <slot name="title"
            ><bdi translate=${chain?.name ? 'no' : nothing} ${textContent(chain?.name || messages.offersTitle)}></bdi
          ></slot>
        </h2>
      </div>
      <div>
        <p part="progress" class="muted"><bdi ${textContent(chain ? renderProgress(chain, this.locale) : '')}></bdi></p>
        <p part="countdown" class="muted"><bdi ${textContent(countdown)}></bdi></p>
      </div>
    </header>`;
  }

  #renderEnd(chain: OfferChain | undefined): TemplateResult {
    const end = chain ? renderEnd(chain, this.#source.isOver(chain)) : '';
    return html`<div role="status">
      <p part="finished" class=${end ? 'finished' : ''}><bdi ${textContent(end)}></bdi></p>
      <span class="visually-hidden"><bdi ${textContent(chain ? this.#actions.receivedOn(chain) : '')}></bdi></span>
    </div>`;
  }

  #renderSteps(chain: OfferChain): TemplateResult {
    const actions = this.#actions;
    const {orders} = this.#source;
    drawAt(orderMoments(orders), this);
    const about = {chainId: chain.id, orders, isOver: this.#source.isOver(chain)};
    return renderSteps(
      chain.steps.map(step => toShownStep(step, about)),
      {
        locale: this.locale,
        isBusy: actions.isBusyOn(chain),
        hindrance: actions.hindrance,
        scrolls: this.#layout === 'track',
        isRevealed: ({number}) => this.#source.isNewlyDone(number),
        newsOf: (step, waitsFor) => actions.newsOf(chain, step, waitsFor),
        claim: step => actions.claim(chain, step),
        order: (step, allowVolatile) => actions.order(chain, step, allowVolatile),
        checkout: (step, order) => actions.checkout(chain, step, order),
        check: (step, order) => actions.check(chain, step, order),
      },
    );
  }

  #scrollToStep(): void {
    const chain = this.#chain;
    const step = chain && stepToShow(chain);
    const list = this.renderRoot.querySelector<HTMLElement>('.steps');
    const key = step && this.#layout === 'track' ? `${chain.id} ${step.number}` : '';
    this.#inView.show(list, step && list?.children[chain.steps.indexOf(step)], key);
  }
}
