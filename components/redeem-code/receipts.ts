/* What became of the player's codes: receipts that wait to be acknowledged, and the history of the others. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CodeReceipt} from '../../src/codes/codes.js';
import {joined} from '../../src/text/joined.js';
import {fill, type MessageKey, messages} from '../../src/text/messages.js';
import {formatMoment} from '../../src/text/moments.js';
import {localeOfWords} from '../../src/text/words.js';
import {textContent} from '../../src/ui/text-content.js';
import {renderButton} from '../shared/button.js';
import {rewardsText} from '../shared/received.js';
import {renderRewards} from '../shared/rewards.js';
import {receiptText} from './view.js';

export type ReceiptOptions = {
  readonly locale: string;
  readonly isBusy: boolean;
  acknowledge(receipt: CodeReceipt): void;
  /** The player wants to send the code again, and sees first what it gives. */
  again(receipt: CodeReceipt): void;
};

/** The region is there before it says something, so that it is read aloud. */
export function renderReceipts(receipts: readonly CodeReceipt[], options: ReceiptOptions): TemplateResult {
  return html`<div role="status" class="receipts">${receipts.map(receipt => renderReceipt(receipt, options))}</div>`;
}

function renderReceipt(receipt: CodeReceipt, {locale, isBusy, acknowledge, again}: ReceiptOptions): TemplateResult {
  const {end, rewards, code, durable} = receipt;
  const isUnknown = end === 'unknown';
  return html`<div part="receipt receipt-${end}" class="receipt ${end} ${end === 'redeemed' ? 'reveal' : ''}">
    <p class="kind"><bdi ${textContent(receiptText(receipt))}></bdi></p>
    ${end !== 'redeemed' && rewards.length ? html`<p class="muted"><bdi ${textContent(messages.codeMayGive)}></bdi></p>` : nothing}
    ${rewards.length ? renderRewards(rewards, locale) : nothing}
    <p part="receipt-code" class="muted">
      <bdi translate="no" ${textContent(fill(messages.codeReceiptOf, {code}))}></bdi>
    </p>
    ${durable ? nothing : html`<p class="muted"><bdi ${textContent(messages.codeUnkept)}></bdi></p>`}
    <div class="ways">
      ${renderButton('acknowledge', messages.acknowledge, () => acknowledge(receipt))}
      ${isUnknown ? renderButton('again', messages.codeAgain, () => again(receipt), {plain: true, disabled: isBusy}) : nothing}
    </div>
  </div>`;
}

const ENDS: Readonly<Record<CodeReceipt['end'], MessageKey>> = {
  redeemed: 'codeHistoryRedeemed',
  'probably-redeemed': 'codeHistoryProbable',
  unknown: 'codeHistoryUnknown',
};

export function renderHistory(receipts: readonly CodeReceipt[], locale: string): TemplateResult | typeof nothing {
  if (!receipts.length) return nothing;
  const title = fill(messages.codeHistory, {count: receipts.length}, locale);
  return html`<details part="history" class="history">
    <summary><bdi ${textContent(title)}></bdi></summary>
    <ul role="list">
      ${receipts.map(receipt => renderPast(receipt, locale))}
    </ul>
  </details>`;
}

function renderPast({code, end, rewards, at}: CodeReceipt, locale: string): TemplateResult {
  return html`<li part="history-code" class="past">
    <bdi class="code" translate="no" ${textContent(code)}></bdi>
    <bdi
      class="muted"
      ${textContent(joined([messages[ENDS[end]], formatMoment(at, undefined, localeOfWords(locale))]))}
    ></bdi>
    ${rewards.length ? html`<bdi ${textContent(rewardsText(rewards, locale))}></bdi>` : nothing}
  </li>`;
}
