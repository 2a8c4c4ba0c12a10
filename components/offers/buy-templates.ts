/* The buttons of an offer, and what it says of the last one that was pressed. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CatalogItem, UnansweredOrder, VirtualPrice} from '../../src/catalog/items.js';
import {isOnSale, wayOf} from '../../src/catalog/rules.js';
import type {Order} from '../../src/offers.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import {localeOfWords} from '../../src/text/words.js';
import {textContent} from '../../src/ui/text-content.js';
import {renderButton} from '../shared/button.js';
import {endedText, isUnpaid, waitingText} from '../shared/order-texts.js';
import {langOfFigures} from '../shared/rewards.js';
import type {Confirming} from './confirmation.js';
import type {ItemNews} from './item-place.js';
import {buyLabel, buyText, closedText, type ShownItem, unansweredText, virtualText} from './view.js';

/** What the buttons do. */
export type BuyOptions = {
  locale: string;
  /** Whether something is on its way that the player has pressed a button for. */
  isBusy: boolean;
  /** Why nothing can be bought now, in words; empty where it can. */
  hindrance: string;
  newsOf(sku: string, waitsFor: Order | undefined): ItemNews;
  confirmingOf(sku: string): Confirming | undefined;
  buy(item: CatalogItem, allowVolatile?: boolean): void;
  ask(item: CatalogItem, currency: VirtualPrice): void;
  confirm(confirming: Confirming): void;
  cancel(): void;
  checkout(item: CatalogItem, order: Order): void;
  check(item: CatalogItem, order: Order): void;
  acknowledge(order: UnansweredOrder): void;
};

/** The button that buys an item, and where it has prices in both kinds of money, one for the other. */
export function renderBuy({item, waitsFor}: ShownItem, options: BuyOptions): TemplateResult {
  const {locale, isBusy, hindrance} = options;
  const text = buyText(item, locale);
  const isDisabled = isBusy || hindrance !== '' || !isOnSale(item) || waitsFor !== undefined;
  const isFigure = text !== messages.buy && text !== messages.itemClaim;
  const [virtual] = wayOf(item) === 'paid' ? item.virtualPrices : [];
  return html`<button
      type="button"
      part="buy"
      dir="auto"
      class="buy ${isBusy ? 'busy' : ''}"
      aria-label=${buyLabel(item, text)}
      ?disabled=${isDisabled}
      @click=${() => options.buy(item)}
    >
      <bdi
        part=${isFigure ? 'price' : nothing}
        class=${isFigure ? 'price' : ''}
        translate=${isFigure ? 'no' : nothing}
        lang=${isFigure ? langOfFigures(locale) : nothing}
        ${textContent(text)}
      ></bdi></button
    >${virtual ? renderVirtual(item, virtual, {...options, isDisabled}) : nothing}`;
}

function renderVirtual(
  item: CatalogItem,
  price: VirtualPrice,
  {locale, ask, isDisabled}: BuyOptions & {isDisabled: boolean},
): TemplateResult {
  const text = virtualText(price, locale);
  return html`<button
    type="button"
    part="buy-virtual"
    dir="auto"
    class="plain"
    aria-label=${buyLabel(item, text)}
    ?disabled=${isDisabled}
    @click=${() => ask(item, price)}
  >
    <bdi translate="no" ${textContent(text)}></bdi>
  </button>`;
}

/** What the item waits for, or why nothing came of the last press, and what the player can do. It is there before it says something. */
export function renderNote(offer: ShownItem, options: BuyOptions): TemplateResult {
  const {item, waitsFor} = offer;
  const {text: news, isUnkept = false} = options.newsOf(item.sku, waitsFor);
  const confirming = options.confirmingOf(item.sku);
  const waiting = waitsFor ? waitingText(waitsFor) : '';
  const status = news || (confirming && confirmText(item, confirming, options.locale)) || quietText(offer);
  return html`<div class="note ${waiting || status ? 'speaks' : ''}">
    <div role="status">
      <p part="waiting" class="wait"><bdi ${textContent(waiting)}></bdi></p>
      <p part="status" class="muted"><bdi ${textContent(status)}></bdi></p>
    </div>
    ${confirming ? renderConfirm(confirming, options) : renderWays({...offer, isUnkept}, options)}
  </div>`;
}

/** What is said of an item that the player has not pressed. */
function quietText({item, waitsFor, ended, unanswered}: ShownItem): string {
  if (unanswered) return unansweredText(item, unanswered);
  if (ended?.status === 'done') return messages.itemDone;
  const hint = wayOf(item) === 'paid' && !item.price ? messages.priceMissing : '';
  return endedText(ended) || (waitsFor ? '' : closedText(item)) || hint;
}

function confirmText({name}: CatalogItem, {currency, balance}: Confirming, locale: string): string {
  const write = (amount: string): string => formatNumber(amount, localeOfWords(locale));
  const values = {item: name, amount: write(currency.amount), currency: currency.name};
  const owned = balance === undefined ? '' : {amount: write(balance), currency: currency.name};
  return `${fill(messages.confirmVirtual, values)} ${owned && fill(messages.balance, owned)}`.trim();
}

function renderConfirm(confirming: Confirming, {confirm, cancel, isBusy, hindrance}: BuyOptions): TemplateResult {
  const live = {disabled: isBusy || hindrance !== ''};
  return html`<div class="ways">
    ${renderButton('confirm', messages.confirm, () => confirm(confirming), live)}
    ${renderButton('cancel', messages.cancel, cancel, {plain: true})}
  </div>`;
}

type Ways = ShownItem & {readonly isUnkept: boolean};

function renderWays(
  {item, waitsFor, unanswered, isUnkept}: Ways,
  options: BuyOptions,
): TemplateResult | typeof nothing {
  const {buy, acknowledge, isBusy, hindrance} = options;
  const live = {disabled: isBusy || hindrance !== '', plain: true};
  if (waitsFor) return renderPayment(item, waitsFor, options);
  if (isUnkept)
    return html`<div class="ways">${renderButton('anyway', messages.orderAnyway, () => buy(item, true), live)}</div>`;
  if (!unanswered || isBusy) return nothing;
  return html`<div class="ways">
    ${renderButton('acknowledge', messages.acknowledge, () => acknowledge(unanswered), {plain: true})}
  </div>`;
}

function renderPayment(
  item: CatalogItem,
  waitsFor: Order,
  {checkout, check, isBusy, hindrance}: BuyOptions,
): TemplateResult {
  const live = {disabled: isBusy || hindrance !== ''};
  const unpaid = isUnpaid(waitsFor.status);
  const open = waitsFor.blocked ? messages.orderOpen : messages.orderCheckout;
  const again = unpaid ? messages.orderCheck : messages.orderCheckAgain;
  return html`<div class="ways">
    ${unpaid ? renderButton('pay', open, () => checkout(item, waitsFor), live) : nothing}
    ${renderButton('check', again, () => check(item, waitsFor), {...live, plain: true})}
  </div>`;
}
