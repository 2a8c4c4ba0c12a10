import {html, nothing, type TemplateResult} from 'lit';
import {messages} from '../../src/text/messages.js';
import {renderButton} from './button.js';
import {type Failure, failureText, isMendable} from './failure.js';

/** What a notice says: nothing, that rows are on their way, a text of its own, or a failure. */
export type Notice = {text?: TemplateResult | undefined; failure?: Failure | undefined; loading?: boolean};

/**
 * The region in the place of the rows, right before them. It stays in the page while it is empty, so that screen readers
 * tell what comes into it.
 */
export function renderNotice({text, failure, loading}: Notice, retry: () => void): TemplateResult {
  const canRetry = failure && isMendable(failure);
  return html`<div class="notice" part=${failure ? 'error' : text ? 'empty' : nothing}>
    <div role="status">
      ${failure ? html`<slot name="error"><bdi>${failureText(failure)}</bdi></slot>` : text && html`<slot name="empty">${text}</slot>`}
      ${loading ? html`<span class="said">${messages.loading}</span>` : nothing}
    </div>
    ${canRetry ? renderRetry(retry) : nothing}
  </div>`;
}

export function renderRetry(retry: () => void): TemplateResult {
  return renderButton('retry', messages.retry, retry);
}
