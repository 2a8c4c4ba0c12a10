/* The states of the clan switch as templates; which one it is, `view.ts` decides. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ChainSnapshot, Receipt, Reward, Snapshot} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {textContent} from '../../src/ui/text-content.js';
import {renderButton} from '../shared/button.js';
import {failureText, isMendable, refusalText} from '../shared/failure.js';
import {renderRewards} from '../shared/rewards.js';
import {isBusy, type SwitchView} from './view.js';

/** What the buttons do, and the state of the element. */
export type SwitchActions = {
  locale: string;
  /** Whether the buttons that have to wait have been on screen long enough. */
  live: boolean;
  /** Whether the last switch found nothing to claim. */
  upToDate: boolean;
  preview(): void;
  cancel(): void;
  switchClan(allowVolatile?: boolean): void;
  acknowledge(receiptId: string): void;
};

/** The words for a state, what comes below them, and its buttons. */
type Scene = readonly [status: string, body?: unknown, buttons?: unknown];

/** One state of the element. */
export function renderScene(view: SwitchView, actions: SwitchActions): Scene {
  const {locale} = actions;
  switch (view.kind) {
    case 'waiting':
      return [''];
    case 'offer':
      return [offerText(view, actions), nothing, renderPreviewButton(!view.pending, actions)];
    case 'preview': {
      const {snapshot} = view;
      const some = snapshot?.some(({claimable}) => claimable.length);
      const status = some ? messages.switchClaims : messages.switchClaimsNothing;
      return [snapshot ? status : messages.loading, renderPreview(snapshot ?? [], locale), renderConfirm(actions)];
    }
    case 'switching':
      return [view.slow ? messages.switchSlow : messages.switching];
    case 'receipt':
      return renderReceipt(view.receipt, actions);
    case 'recovering': {
      const retry = renderButton('retry', messages.retry, () => actions.switchClan());
      return [messages.switchRecovering, renderReveal(view.expected, locale), retry];
    }
    case 'unkept':
      return [messages.switchUnkept, nothing, renderAnyway(actions)];
    case 'failed':
      return [
        view.tried ? `${messages.switchFailed} ${refusalText(view.failure)}` : failureText(view.failure),
        nothing,
        isMendable(view.failure)
          ? renderButton('retry', messages.retry, actions.preview, {disabled: isBusy(view) && !actions.live})
          : nothing,
      ];
  }
}

function offerText({pending, unchanged}: {pending: boolean; unchanged: boolean}, {upToDate}: SwitchActions): string {
  if (unchanged) return messages.switchUnchanged;
  if (pending) return messages.switchPending;
  return upToDate ? messages.switchClaimsNothing : messages.switchQuiet;
}

function renderPreviewButton(plain: boolean, {preview}: SwitchActions): TemplateResult {
  return renderButton('preview', messages.switchPreview, preview, {plain});
}

function renderConfirm({live, switchClan, cancel}: SwitchActions): TemplateResult {
  return html`${renderButton('confirm', messages.switchConfirm, () => switchClan(), {disabled: !live})}${renderButton('cancel', messages.cancel, cancel, {plain: true})}`;
}

function renderAnyway({switchClan, cancel}: SwitchActions): TemplateResult {
  return html`${renderButton('confirm', messages.switchAnyway, () => switchClan(true), {plain: true})}${renderButton('retry', messages.retry, cancel)}`;
}

/** What will be claimed, by chain, and the points that stay with the old clan. */
function renderPreview(snapshot: Snapshot, locale: string): TemplateResult {
  return html`${snapshot.map(chain => (chain.claimable.length ? renderChain(chain, locale) : nothing))}${snapshot.map(chain => (chain.points ? renderStays(chain, locale) : nothing))}`;
}

function renderChain({name, claimable}: ChainSnapshot, locale: string): TemplateResult {
  const rewards = claimable.flatMap(step => step.rewards);
  return html`<p class="muted"><bdi translate="no" ${textContent(name)}></bdi></p>
    ${renderRewards(rewards, locale)}`;
}

function renderStays({name, points}: ChainSnapshot, locale: string): TemplateResult {
  const text = fill(messages.switchStays, {points: points ?? 0, chain: name}, locale);
  return html`<p class="muted"><bdi ${textContent(text)}></bdi></p>`;
}

function renderReceipt({id, rewards, complete}: Receipt, {locale, live, acknowledge}: SwitchActions): Scene {
  const softly = rewards.some(({source}) => source === 'recovered') ? messages.recovered : messages.received;
  const button = renderButton('acknowledge', messages.acknowledge, () => acknowledge(id), {disabled: !live});
  return [
    complete ? softly : messages.incomplete,
    renderReveal(rewards, locale),
    // A separate template, so that the next view does not reuse the button with the focus on it.
    html`${button}`,
  ];
}

/** Rewards that appear one after the other; uncertain ones are dimmed. */
function renderReveal(rewards: readonly Reward[], locale: string): TemplateResult {
  return html`<div class="reveal">${renderRewards(rewards, locale)}</div>`;
}
