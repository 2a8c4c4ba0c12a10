/* The board's regions as templates of their own; what they show is decided in `view.ts`. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Contributor} from '../../src/model.js';
import type {Climb} from '../../src/state/ranking.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import type {ClimbButton} from '../shared/footer.js';
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

function renderRow({rank, name, amount, digits, own}: Contributor, locale: string): TemplateResult {
  const medal = rank <= 3 && amount ? `medal medal-${rank}` : '';
  return html`<li
    part=${own ? 'row own-row' : 'row'}
    class=${own ? 'row own' : 'row'}
    aria-current=${own ? 'true' : nothing}
  >
    <span part="bar" class="bar" aria-hidden="true"></span>
    <span part="rank" class="rank ${medal}">${formatNumber(rank, locale)}</span>
    <span part="name" class="name"><bdi dir="auto">${name || messages.unknownPlayer}</bdi></span>
    ${own ? html`<span class="own-mark">${messages.own}</span>` : nothing}
    <span part="amount" class="amount"
      >${amount === null ? renderNoAmount() : formatNumber(digits ?? amount, locale)}</span
    >
  </li>`;
}

function renderNoAmount(): TemplateResult {
  return html`<span aria-hidden="true">—</span><span class="said">${messages.noAmount}</span>`;
}

/** What is said in the place of the rows. */
export function renderBoardNotice(view: BoardView, locale: string, retry: () => void): TemplateResult {
  const failure = view.kind === 'failed' ? view.failure : undefined;
  const text = view.kind === 'empty' ? renderEmpty(view, locale) : undefined;
  const loading = view.kind === 'skeleton' && view.loading;
  return renderNotice({loading, failure, text}, retry);
}

function renderEmpty({why, chain}: View<'empty'>, locale: string): TemplateResult {
  if (why === 'nobody') return html`<bdi>${messages.nobodyYet}</bdi>`;
  if (why === 'no-chain') return html`<bdi>${messages.noChain}</bdi>`;
  if (why === 'no-clan') return renderHowToJoin(chain, locale, messages.noClan);
  const howToJoin = chain?.howToJoin ? renderHowToJoin(chain, locale, '') : nothing;
  return html`<p dir="auto">${messages.unknownClan}</p>
    ${howToJoin}`;
}

/** The own row's way up, if there is one. */
export function toClimbButton(
  climb: Climb | undefined,
  locale: string,
  contribute: (climb: Climb) => void,
): ClimbButton | undefined {
  if (!climb) return undefined;
  const points = formatNumber(climb.pointsNeeded, locale);
  const text = fill(messages.climb, {points, rank: formatNumber(climb.rank, locale)});
  return {text, press: () => contribute(climb)};
}

/** The points of each row as a share of the most. */
export function toShares(rows: readonly Contributor[]): readonly number[] {
  const most = Math.max(1, ...rows.map(({amount}) => amount ?? 0));
  return rows.map(({amount}) => (amount ?? 0) / most);
}
