/* The regions of a daily chain, one template each. */
import {html, nothing, type TemplateResult} from 'lit';
import type {DailyStep} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import {textContent} from '../../src/ui/text-content.js';
import {langOfFigures, renderRewards} from '../shared/rewards.js';

/** What the list needs to know beside its days. */
export type DaysOptions = {
  locale: string;
  /** Whether the days are too many for words to have room. */
  isCalendar: boolean;
  /** Whether the list scrolls, so that it has to be within reach of the keyboard. */
  scrolls: boolean;
};

export function renderDays(days: readonly DailyStep[], {locale, isCalendar, scrolls}: DaysOptions): TemplateResult {
  const toNumber = (day: number): string =>
    isCalendar ? formatNumber(day, locale) : fill(messages.day, {day}, locale);
  return html`<ol part="list" class="days" role="list" tabindex=${scrolls ? '0' : nothing} aria-labelledby="title">
    ${days.map(day => renderDay(day, {text: toNumber(day.number), isAlone: isCalendar}, locale))}
  </ol>`;
}

/** A mark and a word for a day; none where there is nothing to say, or nobody knows. */
const STATES: Readonly<Record<DailyStep['status'], readonly [mark: string, word: string]>> = {
  claimed: ['✓', messages.claimed],
  claimable: ['', messages.dayToday],
  upcoming: ['', ''],
  missed: ['✕', messages.dayMissed],
  unknown: ['', ''],
};

/** The number of a day; `isAlone` without a word beside it. */
type DayNumber = {text: string; isAlone: boolean};

function renderDay({status, rewards}: DailyStep, {text, isAlone}: DayNumber, locale: string): TemplateResult {
  const [mark, word] = STATES[status];
  return html`<li
    part="day day-${status}"
    class="day ${status}"
    aria-current=${status === 'claimable' ? 'date' : nothing}
  >
    <bdi
      part="day-number"
      class="number"
      translate=${isAlone ? 'no' : nothing}
      lang=${isAlone ? langOfFigures(locale) : nothing}
      ${textContent(text)}
    ></bdi>
    ${renderRewards(rewards, locale)}
    <span class="state"
      ><span class="mark" aria-hidden="true" ${textContent(mark)}></span
      ><bdi part=${status === 'missed' ? 'missed' : 'state'} class="word" ${textContent(word)}></bdi
    ></span>
  </li>`;
}
