import {html, nothing, type TemplateResult} from 'lit';
import type {Resource} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatDistance, isPlausible} from '../../src/text/numbers.js';
import {localeOfWords} from '../../src/text/words.js';
import {textContent} from '../../src/ui/text-content.js';
import {isOffline} from './failure.js';

/** The longest age that is shown in minutes; its text is longer than those of days and hours. */
const LONGEST_AGE_MS = 119 * 60_000;

/** Formats a moment as a relative time. */
export type RelativeTime = (at: number) => string;

/**
 * The small line of a header: the clan's noun, or in its place since when what is shown may be out of date. It reserves
 * the room for the age from the start. Screen readers announce that there is an age, but not each minute.
 */
export function renderHeaderLine(
  noun: string,
  shown: Resource<unknown> | undefined,
  locale: string,
  relativeTime: RelativeTime,
): TemplateResult {
  const age = toAge(shown, relativeTime);
  return html`<p class="muted reserved" data-room=${roomIn(localeOfWords(locale))}>
    <span
      ><bdi class="noun" ${textContent(age ? '' : noun)}></bdi
      ><bdi part="age" role="status" aria-relevant="additions"
        >${age ? html`<span ${textContent(age)}></span>` : nothing}</bdi
      ></span
    >
  </p>`;
}

/** Texts that reserve the room for an age, by the message and the language they are in. */
const rooms = new Map<string, string>();

function roomIn(language: string): string {
  const key = `${messages.updated}\n${language}`;
  const room = rooms.get(key) ?? fill(messages.updated, {age: formatDistance(-LONGEST_AGE_MS, language)});
  rooms.set(key, room);
  return room;
}

function toAge(shown: Resource<unknown> | undefined, relativeTime: RelativeTime): string {
  if (shown?.status !== 'ready' || !shown.stale) return '';
  const at = Math.min(shown.at, Date.now());
  // The clock was set while the page was open.
  const age = isPlausible(at - Date.now()) ? fill(messages.updated, {age: relativeTime(at)}) : '';
  return isOffline(shown.error) ? `${messages.offline} ${age}`.trim() : age;
}
