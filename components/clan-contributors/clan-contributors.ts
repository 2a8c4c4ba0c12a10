import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Contributor} from '../../src/model.js';
import type {Climb, Ranking} from '../../src/boards/ranking.js';
import {clanNoun} from '../../src/text/clan-nouns.js';
import {messages} from '../../src/text/messages.js';
import {maskName} from '../../src/text/names.js';
import {BoardSource} from './board-source.js';
import {isSameData} from '../../src/ui/same-data.js';
import {textContent} from '../../src/ui/text-content.js';
import {WidgetElement} from '../../src/ui/widget.js';
import {renderHeaderLine} from '../shared/header-line.js';
import {contribute} from '../shared/contribute-event.js';
import {climbRoom, renderFooter} from '../shared/footer.js';
import {parts} from '../shared/parts.styles.js';
import {renderPlaceholders} from '../shared/placeholders.js';
import {theme} from '../shared/theme.styles.js';
import {styles} from './clan-contributors.styles.js';
import {ContributorsChangedEvent, type Shown} from './events.js';
import {RowList} from './row-list.js';
import {renderBoardNotice, toClimbButton} from './templates.js';
import {type BoardView, toBoardView} from './view.js';

/** The most that the server sends, by the title of `get-user-clan-top-contributors`. */
const MOST_ROWS = 10;

/**
 * The top contributors of the player's clan on one reward chain: rank, name and points, the own row marked, and the way
 * to the next rank. Follows the server by itself and keeps its height from the first paint on.
 *
 * @element liveops-clan-contributors
 * @attr {'light' | 'dark'} theme - Forces the light or dark style; default the system's.
 * @slot title - In place of the heading's text.
 * @slot empty - In place of the text when there are no rows.
 * @slot error - In place of the text when loading failed.
 * @slot climb - In place of the button to the next rank; shown while there is a next rank and its figures are current.
 * @fires {ContributorsChangedEvent} liveops-contributors-changed - Other rows are shown than before; `rows`, `chainId`.
 * @fires {ContributeEvent} liveops-contribute - The player wants to climb; `chainId`, `pointsNeeded`, `valuePointSku`, `goal`, `rank` or `step`.
 * @csspart title - The heading.
 * @csspart list - The list of rows.
 * @csspart row - One contributor.
 * @csspart own-row - The player's own row, in addition to `row`.
 * @csspart rank - The rank of a row.
 * @csspart name - The name of a row.
 * @csspart amount - The points of a row.
 * @csspart rank-change - The ranks gained or lost since the last visit, on the own row, where there is room.
 * @csspart bar - The share of the first row's points, drawn behind a row.
 * @csspart empty - The notice when there are no rows.
 * @csspart join-image - The project's picture for how to join a clan.
 * @csspart error - The notice when loading failed or nobody is signed in.
 * @csspart retry - The button that asks again, in the notice or, below rows that nothing refreshes any more, at the end.
 * @csspart skeleton - The reserved places while there is nothing to show yet.
 * @csspart places - The free places below the rows; unseen behind a notice.
 * @csspart age - How old the rows are, once they could not be refreshed.
 * @csspart climb - The button to the next rank.
 * @cssprop [--liveops-first=#f2c230] - The medal of rank 1.
 * @cssprop [--liveops-second=#b4bdcc] - The medal of rank 2.
 * @cssprop [--liveops-third=#e0a573] - The medal of rank 3.
 * @cssprop [--liveops-on-medal=#241b05] - Numbers on medals.
 */
export class ClanContributorsElement extends WidgetElement {
  static override styles = [theme, parts, styles];

  static override readonly uses = ['contributors', '$rewardChains'] as const;

  static override properties = {
    rewardChainId: {type: Number, attribute: 'reward-chain-id'},
    ranking: {},
    maxRows: {type: Number, attribute: 'max-rows'},
    maskNames: {type: Boolean, attribute: 'mask-names'},
    climbHref: {attribute: 'climb-href'},
  };

  /** The reward chain to rank by: a whole number from 1. Default: the player's first running clan chain. */
  rewardChainId?: number | null;

  /** How equal points share ranks: `competition` 1 2 2 4 (default), `dense` 1 2 2 3, `ordinal` 1 2 3 4. */
  ranking: Ranking = 'competition';

  /** Rows to show at most, and the places that are reserved while fewer are known. Default 10. */
  maxRows = MOST_ROWS;

  /**
   * Whether the names of all other players are shortened to their first letter and dots, also in this element's events.
   * Default `false`. The session's `mask-names` masks them in every element.
   */
  maskNames?: boolean | null;

  /** Where the button to the next rank leads if no `<liveops-offers>` on the page answers: a page with offers. Default: nowhere. */
  climbHref?: string | null;

  readonly #source = new BoardSource(this);
  readonly #list = new RowList();
  #view: BoardView = {kind: 'skeleton', loading: false};
  #ranked: readonly Contributor[] = [];
  #rows: readonly Contributor[] = [];
  #shown: Shown | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {session, error} = this.sessions;
    const misuse = this.#source.watch(session, this.rewardChainId);
    const {chainList, chain, board, clan} = this.#source;
    this.#view = toBoardView({
      chainList,
      chain,
      board,
      clan,
      hasSession: session !== undefined,
      error: error ?? misuse,
    });
    this.#ranked = this.#view.kind === 'rows' ? this.#source.ranked(this.ranking) : [];
    const rows = this.#ranked.slice(0, this.#limit);
    this.#rows = this.maskNames ? rows.map(row => (row.own ? row : {...row, name: maskName(row.name)})) : rows;
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const rows = this.#rows;
    const {locale} = this;
    const {chain, board} = this.#source;
    const climb = toClimbButton(this.#source.climb(this.#ranked), locale, aim => void this.#climb(aim));
    return html`
      <section aria-labelledby="title" aria-busy=${view.kind === 'skeleton' && view.loading}>
        <header>
          <h2 part="title" id="title" tabindex="-1">
            <slot name="title"><bdi ${textContent(messages.contributorsTitle)}></bdi></slot>
          </h2>
          ${renderHeaderLine(chain ? clanNoun(chain.clanType) : '', board, locale, this.relativeTime)}
        </header>
        <div class="reserved">
          ${renderBoardNotice(view, locale, this.retry)}
          <div>
            ${rows.length ? this.#list.draw(rows, locale) : nothing}${renderPlaceholders(this.#places - rows.length, view.kind === 'skeleton')}
          </div>
        </div>
        ${renderFooter(climbRoom(messages.climb, locale), climb, board, this.retry)}
      </section>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const {chainId} = this.#source;
    if ((this.#view.kind !== 'rows' && this.#view.kind !== 'empty') || chainId === undefined) return;
    const before = this.#shown ?? {chainId, rows: []};
    const shown = {chainId, rows: this.#rows};
    if (isSameData(shown, before)) return;
    this.#shown = shown;
    this.dispatchEvent(new ContributorsChangedEvent(shown));
    // Last, since it is an ornament.
    if (before.chainId === chainId) this.#list.animate(before.rows, shown.rows, this.motion.isWanted);
  }

  get #places(): number {
    return Math.min(MOST_ROWS, this.#limit);
  }

  get #limit(): number {
    return this.maxRows >= 1 ? Math.floor(this.maxRows) : MOST_ROWS;
  }

  async #climb({pointsNeeded, rank}: Climb): Promise<void> {
    const {chainId} = this.#source;
    if (chainId === undefined) return;
    const valuePointSku = await this.#source.valuePointSku();
    const contribution = {chainId, pointsNeeded, valuePointSku, goal: 'rank', rank} as const;
    contribute(this, contribution, {session: this.current, href: this.climbHref});
  }
}
