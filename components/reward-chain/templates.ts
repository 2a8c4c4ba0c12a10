/* The regions of a reward chain, one template each. */
import {html, type TemplateResult} from 'lit';
import type {RewardChain} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import {textContent} from '../../src/ui/text-content.js';
import type {TrackStep} from './chain-source.js';
import type {LastClaim} from '../shared/claims.js';
import {claimFailureText} from '../shared/failure.js';
import type {StepPlace} from './events.js';
import {langOfFigures, renderRewards} from '../shared/rewards.js';

/** What the track needs to know in addition to its steps. */
export type TrackOptions = {
  locale: string;
  /** The last claim on this chain, if it is not over. */
  last: LastClaim<StepPlace> | undefined;
  /** Whether a claim on this chain is on its way. */
  isBusy: boolean;
  claim(step: TrackStep): void;
  /** Whether the step has just been claimed, so that its rewards appear. */
  isRevealed(step: TrackStep): boolean;
};

export function renderTrack(steps: readonly TrackStep[], options: TrackOptions): TemplateResult {
  return html`<ol part="steps" role="list" aria-labelledby="title">
    ${steps.map(step => renderStep(step, options))}
  </ol>`;
}

function renderStep(step: TrackStep, options: TrackOptions): TemplateResult {
  const price = step.price === null ? '—' : formatNumber(step.price, options.locale);
  const reveal = options.isRevealed(step) ? 'reveal' : '';
  return html`<li part="step step-${step.state}" class="step ${step.state} ${reveal}">
    <span class="rail" aria-hidden="true"></span>
    <div class="what">
      <div class="goal">
        <b part="threshold" translate="no" lang=${langOfFigures(options.locale)} ${textContent(price)}></b>
        <bdi class="muted" translate="no" ${textContent(step.name)}></bdi>
      </div>
      ${renderRewards(step.rewards, options.locale)}
    </div>
    ${renderStepState(step, options)}
  </li>`;
}

function renderStepState(step: TrackStep, {locale, last, isBusy, claim}: TrackOptions): TemplateResult {
  if (step.state !== 'claimable') {
    const missing = Number.isFinite(step.missing) ? fill(messages.locked, {points: step.missing}, locale) : '';
    const text = step.state === 'claimed' ? `✓ ${messages.claimed}` : missing;
    return html`<span class="state muted"><bdi ${textContent(text)}></bdi></span>`;
  }
  const failed = last?.place.stepId === step.id ? last.failed : undefined;
  const refusal = failed ? claimFailureText(failed) : '';
  return html`<span class="state"
      ><button
        type="button"
        part="claim"
        dir="auto"
        aria-label=${fill(messages.labelFor, {label: messages.claim, subject: step.name})}
        ?disabled=${isBusy}
        @click=${() => claim(step)}
        ${textContent(messages.claim)}
      ></button></span
    ><span role="status" class="refusal muted"><bdi ${textContent(refusal)}></bdi></span>`;
}

/** The points now, and the last threshold they count towards. */
export function renderProgress({valuePoint, steps}: RewardChain, locale: string): string {
  const price = steps[steps.length - 1]?.price ?? null;
  const points = valuePoint.amount ?? '—';
  return fill(price === null ? '{points}' : messages.progress, {points, price: price ?? ''}, locale);
}
