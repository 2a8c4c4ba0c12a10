/* The regions of an offer chain, one template each. */
import {html, nothing, type TemplateResult} from 'lit';
import type {OfferStep, Order} from '../../src/offers.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import {textContent} from '../../src/ui/text-content.js';
import {renderButton} from '../shared/button.js';
import {endedText, isUnpaid, pointsText, waitingText} from '../shared/order-texts.js';
import {rewardsText} from '../shared/received.js';
import {langOfFigures, renderRewards} from '../shared/rewards.js';
import type {StepNews} from './step-actions.js';
import {buyLabel, claimLabel, priceText, type ShownStep} from './view.js';

/** What the list needs to know in addition to its steps. */
export type StepsOptions = {
  locale: string;
  /** Whether something is on its way that the player has pressed a button for. */
  isBusy: boolean;
  /** Why nothing can be claimed or bought now, in words; empty where it can. */
  hindrance: string;
  /** Whether the list scrolls, so that it has to be within reach of the keyboard. */
  scrolls: boolean;
  newsOf(step: OfferStep, waitsFor: Order | undefined): StepNews;
  /** Whether the step has just been claimed or bought, so that its rewards appear. */
  isRevealed(step: OfferStep): boolean;
  claim(step: OfferStep): void;
  order(step: OfferStep, allowVolatile?: boolean): void;
  checkout(step: OfferStep, order: Order): void;
  check(step: OfferStep, order: Order): void;
};

export function renderSteps(steps: readonly ShownStep[], options: StepsOptions): TemplateResult {
  return html`<ol
    part="list"
    class="steps"
    role="list"
    tabindex=${options.scrolls ? '0' : nothing}
    aria-labelledby="title"
  >
    ${steps.map(step => renderStep(step, options))}
  </ol>`;
}

function renderStep(step: ShownStep, options: StepsOptions): TemplateResult {
  const {state, rewards, number, waitsFor} = step;
  const {locale} = options;
  const badge = state === 'done' ? '✓' : formatNumber(number, locale);
  return html`<li
    part="step step-${state}"
    class="step ${state} ${options.isRevealed(step) ? 'reveal' : ''}"
    aria-current=${state === 'next' ? 'step' : nothing}
  >
    <span part="step-number" class="badge" aria-hidden="true" translate="no" ${textContent(badge)}></span>
    <div class="what">
      ${renderRewards(rewards, locale)}${renderContents(step, locale)}${renderPoints(step, locale)}
    </div>
    <div class="state">${renderState(step, options)}</div>
    ${state === 'next' || waitsFor ? renderNote(step, options) : nothing}
  </li>`;
}

/** What is in a bundle, where the server says it. */
function renderContents({rewards}: OfferStep, locale: string): TemplateResult | typeof nothing {
  const content = rewards.flatMap(reward => reward.content ?? []);
  if (!content.length) return nothing;
  const text = fill(messages.contents, {rewards: rewardsText(content, locale)});
  return html`<p part="contents" class="muted"><bdi ${textContent(text)}></bdi></p>`;
}

function renderPoints({points}: OfferStep, locale: string): TemplateResult | typeof nothing {
  if (!points.length) return nothing;
  return html`<ul class="points" role="list">
    ${points.map(
      point =>
        html`<li><bdi part="points" class="pill" translate="no" ${textContent(pointsText(point, locale))}></bdi></li>`,
    )}
  </ul>`;
}

function renderState(step: ShownStep, options: StepsOptions): TemplateResult {
  const {state, free, waitsFor} = step;
  if (state === 'done') {
    return html`<bdi part="done" class="word" ${textContent(free ? messages.claimed : messages.bought)}></bdi>`;
  }
  if (state === 'next' && !waitsFor) return renderMainButton(step, options);
  const lock = html`<span part="lock" class="lock"
    ><span class="visually-hidden"><bdi ${textContent(messages.lockedStep)}></bdi></span
  ></span>`;
  return html`${state === 'locked' ? lock : nothing}${renderPrice(step, options.locale)}`;
}

function renderPrice(step: OfferStep, locale: string): TemplateResult {
  const isAmount = !step.free;
  return html`<bdi
    part="price"
    class="price"
    translate=${isAmount ? 'no' : nothing}
    lang=${isAmount ? langOfFigures(locale) : nothing}
    ${textContent(priceText(step, locale))}
  ></bdi>`;
}

function renderMainButton(step: ShownStep, options: StepsOptions): TemplateResult {
  const {locale, isBusy, hindrance, claim, order} = options;
  const {free, price} = step;
  const label = free ? claimLabel(step, locale) : buyLabel(price, step, locale);
  const text = free ? messages.offerClaim : messages.buy;
  return html`<button
    type="button"
    part=${free ? 'claim' : 'buy'}
    dir="auto"
    class=${isBusy ? 'busy' : ''}
    aria-label=${label}
    ?disabled=${isBusy || hindrance !== ''}
    @click=${() => (free ? claim(step) : order(step))}
  >
    ${free || !price ? html`<bdi ${textContent(text)}></bdi>` : renderPrice(step, locale)}
  </button>`;
}

/** What the step waits for, or why nothing came of the last press, and what the player can do. It is there before it says something. */
function renderNote(step: ShownStep, options: StepsOptions): TemplateResult {
  const {waitsFor, ended} = step;
  const {text: news, isUnkept = false} = options.newsOf(step, waitsFor);
  const waiting = waitsFor ? waitingText(waitsFor) : '';
  const isMissing = step.state === 'next' && !step.free && !step.price && !waitsFor;
  const hint = isMissing ? messages.priceMissing : '';
  const status = news || options.hindrance || endedText(ended) || hint;
  return html`<div class="note ${waiting || status ? 'speaks' : ''}">
    <div role="status">
      <p part="waiting" class="wait"><bdi ${textContent(waiting)}></bdi></p>
      <p part="status" class="muted"><bdi ${textContent(status)}></bdi></p>
    </div>
    ${renderWays(step, isUnkept, options)}
  </div>`;
}

function renderWays(step: ShownStep, isUnkept: boolean, options: StepsOptions): TemplateResult | typeof nothing {
  const {order, checkout, check, isBusy, hindrance} = options;
  const {waitsFor, state} = step;
  const live = {disabled: isBusy || hindrance !== ''};
  if (!waitsFor) {
    if (!isUnkept) return nothing;
    return html`<div class="ways">
      ${renderButton('anyway', messages.orderAnyway, () => order(step, true), {...live, plain: true})}
    </div>`;
  }
  if (waitsFor.status === 'done') return nothing;
  const unpaid = isUnpaid(waitsFor.status);
  const open = waitsFor.blocked ? messages.orderOpen : messages.orderCheckout;
  const again = unpaid ? messages.orderCheck : messages.orderCheckAgain;
  return html`<div class="ways">
    ${unpaid && state === 'next' ? renderButton('pay', open, () => checkout(step, waitsFor), live) : nothing}
    ${renderButton('check', again, () => check(step, waitsFor), {...live, plain: true})}
  </div>`;
}
