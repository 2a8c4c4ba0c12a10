/* The regions of a daily chain, one template each. */
import {html, nothing, type TemplateResult} from 'lit';
import type {DailyStep} from '../../src/model.js';
import {fill, type MessageKey, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import {textContent} from '../../src/ui/text-content.js';
import {langOfFigures, renderRewards} from '../shared/rewards.js';

/** How a day is claimed. */
export type ClaimOptions = {
  locale: string;
  /** Whether a claim is on its way. */
  isBusy: boolean;
  /** Whether no day can be claimed, for a reason that the status says. */
  isHindered: boolean;
  claim(day: DailyStep): void;
};

/** What the list needs to know in addition to its days. */
export type DaysOptions = ClaimOptions & {
  /** Whether the days are too many for words to have room. */
  isCalendar: boolean;
  /** Whether the list scrolls, so that it has to be within reach of the keyboard. */
  scrolls: boolean;
  /** The number of the day that the player has just claimed here. */
  revealed: number | undefined;
};

export function renderDays(days: readonly DailyStep[], options: DaysOptions): TemplateResult {
  return html`<ol
    part="list"
    class="days"
    role="list"
    tabindex=${options.scrolls ? '0' : nothing}
    aria-labelledby="title"
  >
    ${days.map(day => renderDay(day, options))}
  </ol>`;
}

/** A mark and a word for a day; none where there is nothing to say, or nobody knows. */
const STATES: Readonly<Record<DailyStep['status'], readonly [mark: string, word?: MessageKey]>> = {
  claimed: ['✓', 'claimed'],
  claimable: ['', 'dayToday'],
  upcoming: [''],
  missed: ['✕', 'dayMissed'],
  unknown: [''],
};

function renderDay(day: DailyStep, options: DaysOptions): TemplateResult {
  const {locale, isCalendar} = options;
  const {status, rewards} = day;
  const isRevealed = status === 'claimed' && day.number === options.revealed;
  const [mark, key] = STATES[status];
  const word = key ? messages[key] : '';
  const number = isCalendar ? formatNumber(day.number, locale) : toDay(day, locale);
  return html`<li
    part="day day-${status}"
    class="day ${status} ${isRevealed ? 'reveal' : ''}"
    aria-current=${status === 'claimable' ? 'date' : nothing}
  >
    <bdi
      part="day-number"
      class="number"
      translate=${isCalendar ? 'no' : nothing}
      lang=${isCalendar ? langOfFigures(locale) : nothing}
      ${textContent(number)}
    ></bdi>
    ${renderRewards(rewards, locale)}
    <span class="state"
      ><span class="mark" aria-hidden="true" ${textContent(mark)}></span
      ><bdi part=${status === 'missed' ? 'missed' : 'state'} class="word" ${textContent(word)}></bdi>${
        status === 'claimable' && !isCalendar ? renderClaim(day, messages.claim, options) : nothing
      }</span
    >
  </li>`;
}

function toDay({number}: DailyStep, locale: string): string {
  return fill(messages.day, {day: number}, locale);
}

/** The name of the button for a day. It begins with what the button shows, for those who say what they see. */
function claimLabel(day: DailyStep, locale: string): string {
  return fill(messages.labelFor, {label: messages.claim, subject: toDay(day, locale)});
}

/** The button for a day whose tile has no room for it; its own room stays where there is nothing to claim. */
export function renderFarClaim(day: DailyStep | undefined, options: ClaimOptions): TemplateResult {
  const text = day ? claimLabel(day, options.locale) : '';
  return html`<div class="far">${day ? renderClaim(day, text, options) : nothing}</div>`;
}

function renderClaim(day: DailyStep, text: string, options: ClaimOptions): TemplateResult {
  const {locale, isBusy, isHindered, claim} = options;
  return html`<button
    type="button"
    part="claim"
    dir="auto"
    class=${isBusy ? 'busy' : ''}
    aria-label=${claimLabel(day, locale)}
    ?disabled=${isBusy || isHindered}
    @click=${() => claim(day)}
    ${textContent(text)}
  ></button>`;
}
