/* The states of the clan switch as templates of their own; which one it is, `view.ts` decides. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ChainSnapshot, Receipt, Reward, Snapshot} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import {renderRewards} from '../shared/rewards.js';

type ButtonOptions = {plain?: boolean; disabled?: boolean};

export function renderButton(
  part: string,
  text: string,
  press: () => void,
  {plain = false, disabled = false}: ButtonOptions = {},
): TemplateResult {
  return html`<button
    type="button"
    part=${part}
    dir="auto"
    class=${plain ? 'plain' : ''}
    ?disabled=${disabled}
    @click=${press}
  >
    ${text}
  </button>`;
}

/** What will be claimed, by chain, and the points that stay with the old clan. */
export function renderPreview(snapshot: Snapshot, locale: string): TemplateResult {
  return html`${snapshot.map(chain => (chain.claimable.length ? renderChain(chain, locale) : nothing))}
  ${snapshot.map(chain => (chain.points ? renderStays(chain, locale) : nothing))}`;
}

function renderChain({name, claimable}: ChainSnapshot, locale: string): TemplateResult {
  const rewards: readonly Reward[] = claimable.flatMap(step => step.rewards);
  return html`<p class="muted"><bdi>${name}</bdi></p>
    ${renderRewards(rewards, locale)}`;
}

function renderStays({name, points}: ChainSnapshot, locale: string): TemplateResult {
  const text = fill(messages.switchStays, {points: formatNumber(points ?? 0, locale), chain: name});
  return html`<p class="muted"><bdi>${text}</bdi></p>`;
}

/** The rewards of a receipt. */
export function renderReceipt({rewards}: Receipt, locale: string): TemplateResult {
  return html`<div class="reveal">${renderRewards(rewards, locale)}</div>`;
}
