import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {DailyChain} from '../../src/model.js';
import {messages} from '../../src/text/messages.js';
import {momentHoldsMs} from '../../src/text/moments.js';
import {textContent} from '../../src/ui/text-content.js';
import {drawAfter} from '../../src/ui/ticker.js';
import {RevealController} from '../../src/ui/reveal.js';
import {WidgetElement} from '../../src/ui/widget.js';
import {renderHeaderLine} from '../shared/header-line.js';
import {renderFooter} from '../shared/footer.js';
import {type Notice, renderNotice} from '../shared/notice.js';
import {parts} from '../shared/parts.styles.js';
import {renderPlaceholders} from '../shared/placeholders.js';
import {InView} from '../shared/in-view.js';
import {rewardStyles} from '../shared/rewards.styles.js';
import {renderStatus} from '../shared/status.js';
import {theme} from '../shared/theme.styles.js';
import {claimStyles} from './claim.styles.js';
import {styles} from './daily-rewards.styles.js';
import {DayClaims} from './day-claims.js';
import {DaysSource} from './days-source.js';
import {longLists} from './long-lists.styles.js';
import {Milestones} from './milestones.js';
import {renderDays} from './templates.js';
import {dayToShow, isCalendar, renderNext, renderProgress, renderRule, type Times, timesRoom} from './view.js';

/** Places to reserve while the days are not known. */
const PLACES = 7;

/**
 * A daily chain: its days with their rewards, which of them are claimed, missed or still to come, a button that claims
 * today's, and when the next one opens. Which day it is, only the server says.
 * Screen readers announce that a day opens in ten minutes, in one minute, and that it can be claimed.
 *
 * @element liveops-daily-rewards
 * @attr {'light' | 'dark'} theme - Forces the light or dark style; default the system's.
 * @slot title - In place of the chain's name.
 * @slot empty - In place of the text when there is no such chain.
 * @slot error - In place of the text when loading failed.
 * @fires {DayClaimEvent} liveops-day-claim - The player is about to claim a day. Cancelable; `chainId`, `stepNumber`.
 * @fires {DayClaimedEvent} liveops-day-claimed - A day was claimed; `chainId`, `stepNumber`, `rewards`.
 * @fires {DayClaimFailedEvent} liveops-day-claim-failed - A day was not claimed; `chainId`, `stepNumber`, `error`.
 * @csspart title - The heading.
 * @csspart progress - How many days are claimed.
 * @csspart age - How old the days are, once they could not be refreshed.
 * @csspart list - The list of days.
 * @csspart day - One day.
 * @csspart day-claimed - A day that is claimed, in addition to `day`.
 * @csspart day-claimable - The day that can be claimed, in addition to `day`.
 * @csspart day-upcoming - A day that is still to come, in addition to `day`.
 * @csspart day-missed - A day that was missed, in addition to `day`.
 * @csspart day-unknown - A day of which the server says something that this version does not know, in addition to `day`.
 * @csspart day-number - The number of a day.
 * @csspart rewards - The rewards of a day.
 * @csspart reward - One reward.
 * @csspart reward-image - Its picture.
 * @csspart reward-name - Its name.
 * @csspart reward-quantity - How many, from two on.
 * @csspart state - The word for a day's state; a missed day has its own part.
 * @csspart missed - The word for a missed day.
 * @csspart claim - The button that claims a day: on its tile, or below a calendar, whose tiles are too small for it.
 * @csspart claim-all - The button that claims all days that can be claimed, with `claim-all`.
 * @csspart summary - How many of them were claimed.
 * @csspart status - Why a day could not be claimed, or cannot be now, in place of the rule.
 * @csspart next - When the next day opens.
 * @csspart rule - What the API says of missed days and of the chain's end.
 * @csspart empty - The notice when there is no such chain.
 * @csspart error - The notice when loading failed or nobody is signed in.
 * @csspart retry - The button that requests again, in the notice or, if polling has stopped, below the days.
 * @csspart skeleton - The places reserved while there is nothing to show yet.
 * @csspart places - The same, unseen, once it is known that there is nothing to show.
 */
export class DailyRewardsElement extends WidgetElement {
  static override styles = [theme, parts, rewardStyles, styles, claimStyles, longLists];

  static override readonly uses = ['$dailyChains', '$publicDailyChains', 'claimDay'] as const;

  static override properties = {
    dailyChainId: {type: Number, attribute: 'daily-chain-id'},
    layout: {},
    claimAll: {type: Boolean, attribute: 'claim-all'},
  };

  /** The daily chain to show: a whole number from 1. Default: the first that the server lists and that has not ended. */
  dailyChainId?: number | null;

  /** How the days are laid out: in rows (`grid`, the default), or in one row to scroll (`strip`). */
  layout?: 'grid' | 'strip' | null;

  /**
   * Whether there is a button that claims all days that can be claimed, in order, until a claim fails or its end is
   * unknown. It appears where there are two or more. Default: none.
   */
  claimAll?: boolean | null;

  readonly #source = new DaysSource(this);
  readonly #claims = new DayClaims(this, {
    session: () => this.current,
    chain: () => this.#chain,
    ownChains: () => this.#source.own,
    locale: () => this.locale,
  });
  readonly #milestones = new Milestones();
  readonly #inView = new InView(this);
  #chain: DailyChain | undefined;

  constructor() {
    super();
    new RevealController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#source.watch(this.current, this.dailyChainId);
    this.#chain = this.#source.chain;
    this.#claims.update();
  }

  protected override render(): TemplateResult {
    const chain = this.#chain;
    const notice = this.#notice();
    const rows = chain ? this.#renderDays(chain) : renderPlaceholders(PLACES, !notice.text && !notice.failure);
    return html`
      <section aria-labelledby="title" aria-busy=${notice.loading ?? false}>
        ${this.#renderHeader(chain)} ${this.claimAll && chain ? this.#claims.renderAll(chain) : nothing}
        <div class="reserved">
          ${renderNotice(notice, this.retry)}
          <div class=${this.#layout}>${rows}</div>
        </div>
        ${this.#layout === 'calendar' && chain ? this.#claims.renderBelow(chain) : nothing} ${this.#renderTimes(chain)}
        ${renderFooter('', undefined, this.#source.shown, this.retry)}
      </section>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#scrollToDay();
  }

  get #layout(): string {
    if (this.layout === 'strip') return 'strip';
    return this.#chain && isCalendar(this.#chain) ? 'calendar' : 'week';
  }

  #notice(): Notice {
    const shown = this.#source.shown;
    const error = this.sessions.error ?? (shown?.status === 'failed' ? shown.error : undefined);
    if (error) return {failure: error, signedOut: messages.dailySignedOut};
    const id = this.dailyChainId ?? 1;
    if (!(id > 0 && id % 1 === 0)) return {failure: {code: 'config'}};
    if (this.#chain) return {};
    if (shown?.status === 'ready') return {text: html`<bdi>${messages.noDaily}</bdi>`};
    return {loading: this.current !== undefined};
  }

  #renderHeader(chain: DailyChain | undefined): TemplateResult {
    return html`<header>
      <div>
        ${renderHeaderLine('', this.#source.shown, this.locale, this.relativeTime)}
        <h2 part="title" id="title" tabindex="-1">
          <slot name="title"
            ><bdi translate=${chain?.name ? 'no' : nothing} ${textContent(chain?.name || messages.dailyTitle)}></bdi
          ></slot>
        </h2>
      </div>
      <p part="progress" class="muted"><bdi ${textContent(chain ? renderProgress(chain, this.locale) : '')}></bdi></p>
    </header>`;
  }

  #renderDays(chain: DailyChain): TemplateResult {
    const layout = this.#layout;
    return renderDays(chain.steps, {
      ...this.#claims.optionsFor(chain),
      isCalendar: layout === 'calendar',
      scrolls: layout !== 'week',
      revealed: this.#claims.receivedOn(chain)?.stepNumber,
    });
  }

  #renderTimes(chain: DailyChain | undefined): TemplateResult {
    const times: Times = {
      locale: this.locale,
      relativeTime: this.relativeTime,
      namesDay: now => drawAfter(momentHoldsMs(now) + 1, this),
    };
    const {next, rule} = timesRoom(this.locale);
    const status = chain ? this.#claims.statusFor(chain) : '';
    const {time} = this.#source;
    const nextText = chain ? renderNext(chain, time, times) : '';
    return html`<p part="next" class="next reserved" role="timer" data-room=${next}>
        <bdi ${textContent(nextText)}></bdi>
      </p>
      <p class="visually-hidden" role="status">
        <bdi ${textContent(this.#milestones.textFor(chain, time, nextText, this.locale))}></bdi>
      </p>
      <div class="rule muted reserved" data-room=${rule}>
        <p part="rule" class=${status ? 'hidden' : ''}>
          <bdi ${textContent(chain ? renderRule(chain, time, times) : '')}></bdi>
        </p>
        ${renderStatus(status, (chain && this.#claims.receivedOn(chain)?.text) ?? '')}
      </div>`;
  }

  #scrollToDay(): void {
    const chain = this.#chain;
    const number = chain && dayToShow(chain)?.number;
    const list = this.renderRoot.querySelector<HTMLElement>('.days');
    const day = list?.children[chain?.steps.findIndex(step => step.number === number) ?? 0];
    this.#inView.show(list, day, number === undefined ? '' : `${chain?.id} ${number} ${this.#layout}`);
  }
}
