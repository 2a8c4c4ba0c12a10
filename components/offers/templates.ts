/* One offer, and the list of them. */
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {CatalogItem} from '../../src/catalog/items.js';
import type {ListTime} from '../../src/stores/list-time.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatMoney} from '../../src/text/money.js';
import {textContent} from '../../src/ui/text-content.js';
import type {RelativeTime} from '../shared/header-line.js';
import {pointsText} from '../shared/order-texts.js';
import {rewardsText} from '../shared/received.js';
import {renderImage} from '../shared/rewards.js';
import {type BuyOptions, renderBuy, renderNote} from './buy-templates.js';
import * as view from './view.js';

/** What the list needs to know in addition to its items. */
export type OffersOptions = BuyOptions & {
  relativeTime: RelativeTime;
  time: ListTime;
  /** The items that are brought forward. */
  wanted: ReadonlySet<string>;
  /** Whether the list scrolls, so that it has to be within reach of the keyboard. */
  scrolls: boolean;
};

/** Of more items than these, engines skip those that are off the screen; a list that scrolls takes its size from all. */
const MANY_ITEMS = 50;

export function renderOffers(offers: readonly view.ShownItem[], options: OffersOptions): TemplateResult {
  const isLong = offers.length > MANY_ITEMS && !options.scrolls;
  return html`<ul
    part="list"
    class="offers ${isLong ? 'many' : ''}"
    role="list"
    tabindex=${options.scrolls ? '0' : nothing}
    aria-labelledby="title"
  >
    ${repeat(
      offers,
      ({item}) => item.sku,
      offer => renderOffer(offer, options),
    )}
  </ul>`;
}

function renderOffer(offer: view.ShownItem, options: OffersOptions): TemplateResult {
  const {item} = offer;
  const isWanted = options.wanted.has(item.sku);
  return html`<li part="offer ${isWanted ? 'wanted' : ''}" class="offer ${isWanted ? 'wanted' : ''}">
    <span class="art" aria-hidden="true">${renderImage(item.imageUrl, 'image')}</span>
    <div class="what">
      <bdi part="name" class="name" translate="no" ${textContent(item.name)}></bdi>
      ${renderPills(item, options.locale)} ${renderFacts(item, options)} ${renderContents(item, options.locale)}
    </div>
    <div class="pay">${renderOldPrice(item, options.locale)}${renderBuy(offer, options)}</div>
    ${renderNote(offer, options)}
  </li>`;
}

/** Discounts and points, each by itself. */
function renderPills(item: CatalogItem, locale: string): TemplateResult | typeof nothing {
  const discounts = view.discountTexts(item, locale).map(text => ['discount', text] as const);
  const points = item.points.map(point => ['points', pointsText(point, locale)] as const);
  const pills = [...discounts, ...points];
  if (!pills.length) return nothing;
  return html`<ul class="pills" role="list">
    ${pills.map(
      ([part, text]) =>
        html`<li><bdi part=${part} class="pill ${part}" translate="no" ${textContent(text)}></bdi></li>`,
    )}
  </ul>`;
}

/** Gifts, what is left, and what ends when. */
function renderFacts(item: CatalogItem, {locale, relativeTime, time}: OffersOptions): readonly unknown[] {
  const facts = [
    ['bonus', view.giftText(item, locale)],
    ['limit', view.limitText(item, time, {relativeTime, locale})],
    ['ends', view.endsText(item, time, relativeTime)],
  ] as const;
  return facts.map(([part, text]) =>
    text ? html`<p part=${part} class="fact"><bdi ${textContent(text)}></bdi></p>` : nothing,
  );
}

/** What is in a bundle, once the player wants to know. */
function renderContents({content, name}: CatalogItem, locale: string): TemplateResult | typeof nothing {
  if (!content.length) return nothing;
  const label = fill(messages.labelFor, {label: messages.inside, subject: name});
  return html`<details>
    <summary aria-label=${label}><bdi ${textContent(messages.inside)}></bdi></summary>
    <p part="contents"><bdi translate="no" ${textContent(rewardsText(content, locale))}></bdi></p>
  </details>`;
}

/** The server's own price without discounts, never a calculated one. */
function renderOldPrice({price}: CatalogItem, locale: string): TemplateResult | typeof nothing {
  if (!price?.withoutDiscount) return nothing;
  const old = formatMoney({...price, amount: price.withoutDiscount}, locale);
  return html`<span part="old-price" class="old"
    ><span class="visually-hidden"><bdi ${textContent(fill(messages.oldPrice, {price: old}))}></bdi></span
    ><s aria-hidden="true" translate="no" ${textContent(old)}></s
  ></span>`;
}
