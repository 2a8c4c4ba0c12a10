/* The regions of a reward chain as templates of their own. */
import {html, nothing, type TemplateResult} from 'lit';
import type {RewardChain} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import type {TrackStep} from '../../src/ui/chain-source.js';
import type {Tell} from '../shared/age.js';
import {renderRewards} from '../shared/rewards.js';

/** What the track needs to know beside its steps. */
export type TrackOptions = {
  locale: string;
  /** The last claim on this chain, if it is not over. */
  last: {stepId: number; failed?: boolean} | undefined;
  claim(step: TrackStep): void;
};

export function renderTrack(steps: readonly TrackStep[], options: TrackOptions): TemplateResult {
  return html`<ol part="steps" role="list" aria-labelledby="title">
    ${steps.map(step => renderStep(step, options))}
  </ol>`;
}

function renderStep(step: TrackStep, options: TrackOptions): TemplateResult {
  const price = step.price === null ? '—' : formatNumber(step.price, options.locale);
  return html`<li part="step step-${step.state}" class="step ${step.state}">
    <span class="rail" aria-hidden="true"></span>
    <div class="what">
      <div class="goal">
        <b part="threshold">${price}</b>
        <bdi class="muted">${step.name}</bdi>
      </div>
      ${renderRewards(step.rewards, options.locale)}
    </div>
    ${renderStepState(step, options)}
  </li>`;
}

function renderStepState(step: TrackStep, {locale, last, claim}: TrackOptions): TemplateResult {
  if (step.state !== 'claimable') {
    const missing = fill(messages.locked, {points: formatNumber(step.missing, locale)});
    const text = Number.isFinite(step.missing) ? missing : '';
    return html`<span class="state muted"
      ><bdi>${step.state === 'claimed' ? `✓ ${messages.claimed}` : text}</bdi></span
    >`;
  }
  return html`<span class="state">
    <button
      type="button"
      part="claim"
      dir="auto"
      aria-label="${messages.claim}: ${step.name}"
      ?disabled=${last && !last.failed}
      @click=${() => claim(step)}
    >
      ${messages.claim}</button
    ><br />
    <bdi role="status" class="muted">${last?.failed && last.stepId === step.id ? messages.claimFailed : nothing}</bdi>
  </span>`;
}

/** The points now, and the last threshold they count towards. */
export function renderProgress({valuePoint, steps}: RewardChain, locale: string): string {
  const price = steps[steps.length - 1]?.price ?? null;
  const points = valuePoint.amount === null ? '—' : formatNumber(valuePoint.amount, locale);
  return price === null ? points : fill(messages.progress, {points, price: formatNumber(price, locale)});
}

/** When the chain resets or ends, whichever comes first. */
export function renderCountdown({reset, endsAt}: RewardChain, tell: Tell): string {
  const now = Date.now();
  const resets = reset && reset.at > now && reset.at < (endsAt ?? Infinity);
  const at = resets ? reset.at : endsAt;
  if (at === undefined) return '';
  const message = resets ? messages.resets : at > now ? messages.ends : messages.ended;
  return fill(message, {when: tell(at)});
}
