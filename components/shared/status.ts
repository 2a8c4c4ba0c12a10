import {html, type TemplateResult} from 'lit';
import {textContent} from '../../src/ui/text-content.js';

/** The region that says what hinders a claim, and reads aloud what one has brought. It is there before it says something. */
export function renderStatus(status: string, received: string): TemplateResult {
  return html`<div role="status">
    <p part="status"><bdi ${textContent(status)}></bdi></p>
    <span class="visually-hidden"><bdi ${textContent(received)}></bdi></span>
  </div>`;
}
