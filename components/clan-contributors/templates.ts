/* The board's regions as templates of their own; what they show is decided in `view.ts`. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Contributor} from '../../src/model.js';
import type {Climb} from '../../src/state/ranking.js';
import {localize} from '../../src/text/localized.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatAge, formatNumber} from '../../src/text/numbers.js';
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

/** Places that hold no row: all of them while there is nothing to show, afterwards those that are free. */
export function renderPlaces(count: number, view: BoardView): TemplateResult | typeof nothing {
  if (count <= 0) return nothing;
  const loading = view.kind === 'skeleton' && view.loading;
  return html`<div
    part=${view.kind === 'skeleton' ? 'skeleton' : 'places'}
    class=${loading ? 'loading' : ''}
    aria-hidden="true"
  >
    ${Array.from({length: count}, () => html`<div class="row place"><span class="rank">·</span></div>`)}
  </div>`;
}

/** The region stays in the page while it is empty, so that screen readers tell what comes into it. */
export function renderNotice(view: BoardView, locale: string, retry: () => void): TemplateResult {
  const part = view.kind === 'empty' ? 'empty' : isFailure(view) ? 'error' : nothing;
  const canRetry = view.kind === 'signed-out' || (view.kind === 'failed' && view.canRetry);
  return html`<div class="notice" part=${part}>
    <div role="status">${renderNoticeText(view, locale)}</div>
    ${canRetry ? html`<button type="button" part="retry" dir="auto" @click=${retry}>${messages.retry}</button>` : nothing}
  </div>`;
}

function isFailure(view: BoardView): boolean {
  return view.kind === 'failed' || view.kind === 'signed-out';
}

function renderNoticeText(view: BoardView, locale: string): TemplateResult | typeof nothing {
  switch (view.kind) {
    case 'rows':
      return nothing;
    case 'skeleton':
      return view.loading ? html`<span class="said">${messages.loading}</span>` : nothing;
    case 'signed-out':
      return html`<slot name="error"><bdi>${messages.signedOut}</bdi></slot>`;
    case 'failed':
      return html`<slot name="error"><bdi>${view.offline ? messages.offline : messages.failed}</bdi></slot>`;
    case 'empty':
      return html`<slot name="empty">${renderEmpty(view, locale)}</slot>`;
  }
}

function renderEmpty({why, chain}: View<'empty'>, locale: string): TemplateResult {
  if (why === 'nobody') return html`<bdi>${messages.nobodyYet}</bdi>`;
  if (why === 'no-chain') return html`<bdi>${messages.noChain}</bdi>`;
  const howToJoin = chain?.howToJoin;
  const header = howToJoin && localize(howToJoin.header, locale);
  const instruction = howToJoin && localize(howToJoin.instruction, locale);
  if (!header && !instruction) return html`<bdi>${why === 'no-clan' ? messages.noClan : messages.unknownClan}</bdi>`;
  return renderHowToJoin(why === 'no-clan' ? undefined : messages.unknownClan, header, instruction);
}

function renderHowToJoin(lead?: string, header?: string, instruction?: string): TemplateResult {
  return html`${lead ? html`<p dir="auto">${lead}</p>` : nothing}${header ? html`<p><strong dir="auto">${header}</strong></p>` : nothing}
  ${instruction ? html`<p dir="auto">${instruction}</p>` : nothing}`;
}

/** Why the rows may be out of date, and since when. */
export function renderAge(view: BoardView, locale: string): string | typeof nothing {
  if (view.kind !== 'rows' || view.staleSince === undefined) return nothing;
  const age = fill(messages.updated, {age: formatAge(Date.now() - view.staleSince, locale)});
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
