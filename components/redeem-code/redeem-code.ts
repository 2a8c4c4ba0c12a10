import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {CodeReceipt} from '../../src/codes/codes.js';
import type {Session} from '../../src/session/session.js';
import {messages} from '../../src/text/messages.js';
import {NetworkController} from '../../src/ui/network.js';
import {StoreController} from '../../src/ui/store-controller.js';
import {textContent} from '../../src/ui/text-content.js';
import {RevealController} from '../../src/ui/reveal.js';
import {WidgetElement} from '../../src/ui/widget.js';
import {renderNotice} from '../shared/notice.js';
import {parts} from '../shared/parts.styles.js';
import {rewardStyles} from '../shared/rewards.styles.js';
import {theme} from '../shared/theme.styles.js';
import {takeCodeFromAddress} from './address.js';
import {choiceStyles} from './choice.styles.js';
import {CodeFlow} from './code-flow.js';
import {Delay} from './delay.js';
import {renderHistory, renderReceipts} from './receipts.js';
import {styles} from './redeem-code.styles.js';
import {renderCode, renderField} from './templates.js';
import {problemText, sortReceipts} from './view.js';

/**
 * One field for coupons, promo codes and unique offers. A code is checked first, and the player sees what it gives; then a
 * coupon is redeemed, a promo code is applied to the cart or kept for the next order, and a unique offer is unlocked. What
 * became of a coupon stays on the screen until the player has acknowledged it, also after a reload, and also where the answer
 * was lost.
 *
 * @element liveops-redeem-code
 * @attr {'light' | 'dark'} theme - Forces the light or dark style; default the system's.
 * @slot title - In place of the heading.
 * @slot error - In place of the text when there is no session.
 * @fires {CodeRedeemEvent} liveops-code-redeem - The player is about to redeem or apply a code. Cancelable; `code`, `kind`.
 * @fires {CodeRedeemedEvent} liveops-code-redeemed - A coupon was redeemed; `rewards`.
 * @fires {CodeFailedEvent} liveops-code-failed - A code was refused, or the answer was lost; `error`, `reason`.
 * @fires {PromoCodeAppliedEvent} liveops-promo-code-applied - A promo code is applied or kept, or a unique offer unlocked; `code`, `discount`, `rewards`.
 * @fires {PromoCodeRemovedEvent} liveops-promo-code-removed - The promo code is out of the cart, or no longer kept.
 * @csspart title - The heading.
 * @csspart receipt - What became of a coupon, until it is acknowledged.
 * @csspart receipt-redeemed - A receipt of a coupon that was redeemed, in addition to `receipt`.
 * @csspart receipt-probably-redeemed - One whose answer was lost, and that is used up now, in addition to `receipt`.
 * @csspart receipt-unknown - One of which nobody can say what became, in addition to `receipt`.
 * @csspart receipt-code - The code of a receipt.
 * @csspart acknowledge - The button that acknowledges a receipt.
 * @csspart again - The button that checks a code again whose end is unknown.
 * @csspart field - The field for the code.
 * @csspart submit - The button that checks the code and, once the player sees what it gives, the one that redeems or applies it.
 * @csspart check - The button that checks the code, in addition to `submit`.
 * @csspart commit - The button that redeems or applies it, in addition to `submit`.
 * @csspart error - Why a code was refused, or nothing can be sent now; and the notice when there is no session.
 * @csspart note - What is under way, or that several codes were pasted.
 * @csspart ungroup - The button that takes the code without its dashes and blanks.
 * @csspart preview - What the code is and gives.
 * @csspart discount - What a promo code takes off.
 * @csspart rewards - The list of what the code gives.
 * @csspart reward - One item.
 * @csspart reward-image - Its picture.
 * @csspart reward-name - Its name.
 * @csspart reward-quantity - How many, from two on.
 * @csspart contents - What is in a bundle.
 * @csspart choice - The choice of one member of an item, such as a platform.
 * @csspart option - One tile of a choice.
 * @csspart option-chosen - The chosen one, in addition to `option`.
 * @csspart account - Who gets the items, and that it cannot be undone; or that a choice is missing.
 * @csspart remove - The button that removes an applied promo code.
 * @csspart history - The player's codes of earlier times on this device, to be opened.
 * @csspart history-code - One of them.
 * @csspart retry - The button that requests again, when there is no session.
 */
export class RedeemCodeElement extends WidgetElement {
  static override styles = [theme, parts, rewardStyles, styles, choiceStyles];

  static override readonly uses = ['codes'] as const;

  static override properties = {
    code: {},
    kind: {},
    promoCodeFor: {attribute: 'promo-code-for'},
    codeFromAddress: {type: Boolean, attribute: 'code-from-address'},
  };

  /** Fills the field, and checks the code as soon as there is a session. Never redeems it. */
  code?: string | null;

  /** Which codes can be used here: `any` (default), `coupon`, or `promo-code`, which includes unique offers. */
  kind?: 'any' | 'coupon' | 'promo-code' | null;

  /** Where a promo code goes: into the vendor's `cart` of the player (default), or with the next `order` of an item. */
  promoCodeFor?: 'cart' | 'order' | null;

  /**
   * Takes a code out of the page's address, `#code=…` or `?code=…`, once, and checks it. Default `false`. Leave it off on a page
   * that a login or a launcher opens with its own code in the same place.
   */
  codeFromAddress?: boolean;

  readonly #flow = new CodeFlow(this, {
    session: () => this.current,
    kind: () => this.kind ?? 'any',
    promoCodeFor: () => this.promoCodeFor ?? 'cart',
  });
  readonly #receipts = new StoreController<readonly CodeReceipt[]>(this);
  readonly #kept = new StoreController<string | undefined>(this, Object.is, code => code ?? this.#flow.released());
  readonly #signedOut = new StoreController<boolean>(this, Object.is, isOut => isOut && this.#flow.signedOut());
  readonly #network = new NetworkController(this);
  readonly #delay = new Delay(this);
  /** A code of the page's that waits for a session. */
  #waiting: string | undefined;
  #session: Session | undefined;
  #isAddressRead = false;
  #wasChecking = false;

  override connectedCallback(): void {
    super.connectedCallback();
    // Before the session can take it for the code with which a launcher signs the player in.
    this.#takeCodeFromAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Back in the page, the button waits again.
    this.#delay.stop();
  }

  constructor() {
    super();
    new RevealController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#takeCode(changed);
    const {current} = this;
    if (this.#session && current !== this.#session) this.#flow.forget();
    this.#session = current;
    this.#receipts.watch(current?.codes.$receipts);
    this.#kept.watch(current?.codes.$promoCode);
    this.#signedOut.watch(current?.$signedOut);
    if (current && this.#waiting !== undefined) {
      this.#flow.fill(this.#waiting);
      this.#waiting = undefined;
    }
    if (this.#kept.value !== undefined) this.#flow.adopt(this.#kept.value);
    const {state} = this.#flow;
    this.#delay.watch(state.kind === 'checked' ? state.verified : undefined);
  }

  protected override render(): TemplateResult {
    const {error} = this.sessions;
    const flow = this.#flow;
    const {open, past} = sortReceipts(this.#receipts.value ?? []);
    const isUsable = this.current !== undefined && !this.#isOffline;
    const options = {
      flow,
      isUsable,
      isLive: this.#delay.isOver,
      locale: this.locale,
      playerName: this.current?.playerName,
      problem: this.#problem,
    };
    return html`
      <section aria-labelledby="title" aria-busy=${flow.isBusy}>
        <h2 part="title" id="title" tabindex="-1">
          <slot name="title"><bdi ${textContent(this.#title)}></bdi></slot>
        </h2>
        ${error ? renderNotice({failure: error}, this.retry) : nothing}
        ${renderReceipts(open, {
          locale: this.locale,
          isBusy: flow.isBusy,
          acknowledge: ({id}) => void this.current?.codes.acknowledge(id),
          again: ({code}) => flow.fill(code),
        })}
        ${renderField(options)} ${renderCode(flow.state, options)} ${renderHistory(past, this.locale)}
      </section>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#focusPreview();
  }

  /** Where the player is when the button that was pressed makes room for what the code gives. */
  #focusPreview(): void {
    const {kind} = this.#flow.state;
    const focused = this.shadowRoot?.activeElement;
    if (kind === 'checked' && this.#wasChecking && focused?.id === 'title') {
      this.renderRoot.querySelector<HTMLElement>('.preview')?.focus();
    }
    this.#wasChecking = kind === 'checking';
  }

  get #title(): string {
    return this.kind === 'promo-code' ? messages.codePromoTitle : messages.codeTitle;
  }

  get #isOffline(): boolean {
    return this.#network.isLost(-Infinity);
  }

  get #problem(): string {
    if (this.sessions.error) return '';
    if (this.#isOffline) return messages.codeOffline;
    const {problem, text} = this.#flow;
    if (!problem && this.#signedOut.value) return messages.codeSignedOut;
    return problemText(problem, text, this.#receipts.value ?? []);
  }

  #takeCode(changed: PropertyValues<this>): void {
    if (changed.has('code') && this.code) this.#waiting = this.code;
    this.#takeCodeFromAddress();
  }

  #takeCodeFromAddress(): void {
    if (!this.codeFromAddress || this.#isAddressRead || !this.isConnected) return;
    this.#isAddressRead = true;
    this.#waiting = takeCodeFromAddress() ?? this.#waiting;
  }
}
