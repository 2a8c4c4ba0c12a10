import {html, nothing, type TemplateResult} from 'lit';
import {messages} from '../../src/text/messages.js';
import {textContent} from '../../src/ui/text-content.js';
import {renderButton} from './button.js';
import {type Failure, failureText, isMendable} from './failure.js';

/** What a notice says: nothing, that rows are on their way, a custom text, or a failure. */
export type Notice = {
  text?: TemplateResult | undefined;
  failure?: Failure | undefined;
  /** Replaces the words about the clan when the player has to sign in. */
  signedOut?: string;
  loading?: boolean;
};

/**
 * The region in the place of the rows, right before them. It stays in the page while it is empty, so that screen readers
 * announce what appears in it.
 */
export function renderNotice({text, failure, signedOut, loading}: Notice, retry: () => void): TemplateResult {
  const canRetry = failure && isMendable(failure);
  return html`<div class="notice" part=${failure ? 'error' : text ? 'empty' : nothing}>
    <div role="status">
      ${renderReason(text, failure, signedOut)}${loading ? html`<span class="visually-hidden" ${textContent(messages.loading)}></span>` : nothing}
    </div>
    ${canRetry ? renderRetry(retry) : nothing}
  </div>`;
}

function renderReason(
  text: Notice['text'],
  failure: Notice['failure'],
  signedOut?: string,
): TemplateResult | typeof nothing {
  if (failure) return html`<slot name="error"><bdi ${textContent(failureText(failure, signedOut))}></bdi></slot>`;
  return text ? html`<slot name="empty">${text}</slot>` : nothing;
}

export function renderRetry(retry: () => void): TemplateResult {
  return renderButton('retry', messages.retry, retry);
}
