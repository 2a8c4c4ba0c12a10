import {html, nothing, type TemplateResult} from 'lit';
import type {Resource} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {isOffline} from './failure.js';

/** Puts a moment into words. */
export type Tell = (at: number) => string;

/**
 * The small line of a header: the clan's noun, or in its place since when what is shown may be out of date. It holds its
 * place while it is empty. That there is an age is news to hear, and not each minute of it.
 */
export function renderNounOrAge(noun: string, shown: Resource<unknown> | undefined, tell: Tell): TemplateResult {
  const age = toAge(shown, tell);
  return html`<p class="line muted held">
    <span
      ><bdi class="noun">${age ? '' : noun}</bdi
      ><bdi part="age" role="status" aria-relevant="additions">${age ? html`<span>${age}</span>` : nothing}</bdi></span
    >
  </p>`;
}

function toAge(shown: Resource<unknown> | undefined, tell: Tell): string {
  if (shown?.status !== 'ready' || !shown.stale) return '';
  const age = fill(messages.updated, {age: tell(Math.min(shown.at, Date.now()))});
  return isOffline(shown.error) ? `${messages.offline} ${age}` : age;
}
