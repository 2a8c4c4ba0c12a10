import {html, nothing, type TemplateResult} from 'lit';
import type {Resource} from '../../src/model.js';
import {renderButton} from './button.js';
import {renderRetry} from './notice.js';

/** The button that sends the player to what lifts the clan. */
export type ClimbButton = {text: string; press: () => void; plain?: boolean};

/**
 * The last region: the way to climb. Where nothing asks the server again by itself, its figures are the past's, and the
 * way to new ones takes its place.
 */
export function renderFooter(
  climb: ClimbButton | undefined,
  shown: Resource<unknown> | undefined,
  retry: () => void,
): TemplateResult {
  const ended = shown?.status === 'ready' && shown.ended;
  return html`<footer class="held">
    ${climb ? html`<div class=${ended ? 'gone' : ''}>${renderClimb(climb)}</div>` : nothing}
    ${ended ? renderRetry(retry) : nothing}
  </footer>`;
}

function renderClimb({text, press, plain}: ClimbButton): TemplateResult {
  return html`<slot name="climb">${renderButton('climb', text, press, {plain})}</slot>`;
}
