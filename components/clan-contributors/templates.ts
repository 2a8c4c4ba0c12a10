/* One template for each region of the board; `view.ts` decides what they show. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Climb} from '../../src/boards/ranking.js';
import {fill, messages} from '../../src/text/messages.js';
import type {ClimbButton} from '../shared/footer.js';
import {renderHowToJoin} from '../shared/how-to-join.js';
import {renderNotice} from '../shared/notice.js';
import type {BoardView} from './view.js';

type View<K extends BoardView['kind']> = BoardView & {kind: K};

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
  const text = fill(messages.climb, {points: climb.pointsNeeded, rank: climb.rank}, locale);
  return {text, press: () => contribute(climb)};
}
