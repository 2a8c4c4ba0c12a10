/* The board's regions as templates of their own; what they show is decided in `view.ts`. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Contributor} from '../../src/model.js';
import type {Climb} from '../../src/state/ranking.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatDistance, formatNumber} from '../../src/text/numbers.js';
import {renderHowToJoin} from '../shared/how-to-join.js';
import {renderNotice} from '../shared/notice.js';
import type {BoardView} from './view.js';

type View<K extends BoardView['kind']> = BoardView & {kind: K};

/** `role` is said outright, since Safari takes the list out of a list without bullets. */
export function renderRows(rows: readonly Contributor[], locale: string): TemplateResult {
  return html`<ol part="list" role="list" aria-labelledby="title">
    ${rows.map(row => renderRow(row, locale))}
  </ol>`;
}

function renderRow({rank, name, amount, own}: Contributor, locale: string): TemplateResult {
  const medal = rank <= 3 && amount ? `medal medal-${rank}` : '';
  return html`<li
    part=${own ? 'row own-row' : 'row'}
    class=${own ? 'row own' : 'row'}
    aria-current=${own ? 'true' : nothing}
  >
    <span part="bar" class="bar" aria-hidden="true"></span>
    <span part="rank" class="rank ${medal}">${formatNumber(rank, locale)}</span>
    <span class="who">
      <span class="player">
        <span part="name" class="name"><bdi dir="auto">${name || messages.unknownPlayer}</bdi></span>
        ${own ? html`<span class="own-mark">${messages.own}</span>` : nothing}
      </span>
      <span part="amount" class="amount">${amount === null ? renderNoAmount() : formatNumber(amount, locale)}</span>
    </span>
  </li>`;
}

function renderNoAmount(): TemplateResult {
  return html`<span aria-hidden="true">—</span><span class="said">${messages.noAmount}</span>`;
}

/** What lies over the rows. */
export function renderBoardNotice(view: BoardView, locale: string, retry: () => void): TemplateResult {
  const failure = view.kind === 'failed' || view.kind === 'signed-out' ? view : undefined;
  const text = view.kind === 'empty' ? renderEmpty(view, locale) : undefined;
  const loading = view.kind === 'skeleton' && view.loading;
  return renderNotice({loading, ...(failure && {failure}), ...(text && {text})}, retry);
}

function renderEmpty({why, chain}: View<'empty'>, locale: string): TemplateResult {
  if (why === 'nobody') return html`<bdi>${messages.nobodyYet}</bdi>`;
  if (why === 'no-chain') return html`<bdi>${messages.noChain}</bdi>`;
  if (why === 'no-clan') return renderHowToJoin(chain, locale, messages.noClan);
  const howToJoin = chain?.howToJoin ? renderHowToJoin(chain, locale, '') : nothing;
  return html`<p dir="auto">${messages.unknownClan}</p>
    ${howToJoin}`;
}

/** Why the rows may be out of date, and since when; by a clock set back, since now. */
export function renderAge(view: BoardView, locale: string): string | typeof nothing {
  if (view.kind !== 'rows' || view.staleSince === undefined) return nothing;
  const age = fill(messages.updated, {age: formatDistance(Math.min(0, view.staleSince - Date.now()), locale)});
  return view.offline ? `${messages.offline} ${age}` : age;
}

export function renderClimb(
  climb: Climb | undefined,
  locale: string,
  contribute: (climb: Climb) => void,
): TemplateResult | typeof nothing {
  if (!climb) return nothing;
  const points = formatNumber(climb.pointsNeeded, locale);
  const text = fill(messages.climb, {points, rank: formatNumber(climb.rank, locale)});
  return html`<div class="climb">
    <slot name="climb">
      <button type="button" part="climb" dir="auto" @click=${() => contribute(climb)}>${text}</button>
    </slot>
  </div>`;
}

/** Bars go by a custom property set from script: a `style` attribute would break under a strict CSP. */
export function drawBars(root: ParentNode, rows: readonly Contributor[]): void {
  const most = Math.max(1, ...rows.map(({amount}) => amount ?? 0));
  root.querySelectorAll<HTMLElement>('.bar').forEach((bar, index) => {
    const share = String(Math.round(((rows[index]?.amount ?? 0) / most) * 1_000) / 1_000);
    if (bar.style.getPropertyValue('--share') !== share) bar.style.setProperty('--share', share);
  });
}
