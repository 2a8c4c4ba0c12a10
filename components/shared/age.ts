import {html, type TemplateResult} from 'lit';
import type {Resource} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatDistance} from '../../src/text/numbers.js';

/**
 * The small line of a header: the clan's noun, or in its place since when what is shown may be out of date. It holds its
 * place while it is empty.
 */
export function renderNounOrAge(noun: string, shown: Resource<unknown> | undefined, locale: string): TemplateResult {
  const age = toAge(shown, locale);
  return html`<p class="line muted held">
    <span><bdi class="noun">${age ? '' : noun}</bdi><bdi part="age" role="status">${age}</bdi></span>
  </p>`;
}

/** Being offline is told only where the browser says so: a failure of the network may be the server's too. */
function toAge(shown: Resource<unknown> | undefined, locale: string): string {
  if (shown?.status !== 'ready' || !shown.stale) return '';
  const age = fill(messages.updated, {age: formatDistance(Math.min(0, shown.at - Date.now()), locale)});
  return shown.error?.code === 'network' && !navigator.onLine ? `${messages.offline} ${age}` : age;
}
