import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {RewardChain} from '../../src/model.js';
import type {Session} from '../../src/session/session.js';
import {clanNoun} from '../../src/text/clan-nouns.js';
import {fill, messages} from '../../src/text/messages.js';
import {ChainSource, toTrack, type TrackStep} from './chain-source.js';
import {RevealController} from '../../src/ui/reveal.js';
import {textContent} from '../../src/ui/text-content.js';
import {WidgetElement} from '../../src/ui/widget.js';
import {renderClaimAll} from '../shared/claim-all.js';
import {ClaimController} from '../shared/claims.js';
import {contribute} from '../shared/contribute-event.js';
import {renderCountdown} from '../shared/countdown.js';
import {type ClimbButton, climbRoom, renderFooter} from '../shared/footer.js';
import {renderHeaderLine} from '../shared/header-line.js';
import {renderHowToJoin} from '../shared/how-to-join.js';
import {type Notice, renderNotice} from '../shared/notice.js';
import {parts} from '../shared/parts.styles.js';
import {renderPlaceholders} from '../shared/placeholders.js';
import {rewardStyles} from '../shared/rewards.styles.js';
import {PointsCount} from './points-count.js';
import {drawProgressBars} from './progress-bars.js';
import {theme} from '../shared/theme.styles.js';
import {StepClaimedEvent, StepClaimEvent, StepClaimFailedEvent, type StepPlace} from './events.js';
import {styles} from './reward-chain.styles.js';
import {renderProgress, renderTrack} from './templates.js';

/** Places to reserve while the steps are not known. */
const PLACES = 4;

/**
 * A reward chain: its steps with thresholds and rewards, how far the points reach, what can be claimed, and when it
 * resets or ends. A clan chain explains to a player without a clan how to join one.
 *
 * @element liveops-reward-chain
 * @attr {'light' | 'dark'} theme - Forces the light or dark style; default the system's.
 * @slot title - In place of the chain's name.
 * @slot empty - In place of the text when there is no such chain.
 * @slot error - In place of the text when loading failed.
 * @slot climb - In place of the button to the next step; shown while there is a next step and its figures are current.
 * @fires {StepClaimEvent} liveops-step-claim - The player is about to claim a step. Cancelable; `chainId`, `stepId`.
 * @fires {StepClaimedEvent} liveops-step-claimed - A step was claimed; `chainId`, `stepId`.
 * @fires {StepClaimFailedEvent} liveops-step-claim-failed - A step was not claimed; `chainId`, `stepId`, `error`.
 * @fires {ContributeEvent} liveops-contribute - The player wants to climb; `chainId`, `pointsNeeded`, `valuePointSku`, `goal`, `rank` or `step`.
 * @csspart title - The heading.
 * @csspart progress - The points, and what they count towards.
 * @csspart age - How old the steps are, once they could not be refreshed.
 * @csspart countdown - When the chain resets or ends.
 * @csspart how-to-join - How to join a clan.
 * @csspart join-image - The project's picture for it.
 * @csspart steps - The list of steps.
 * @csspart step - One step.
 * @csspart step-claimed - A step that is claimed, in addition to `step`.
 * @csspart step-claimable - A step that can be claimed, in addition to `step`.
 * @csspart step-locked - A step that is not reached, in addition to `step`.
 * @csspart threshold - The points that a step needs.
 * @csspart rewards - The rewards of a step.
 * @csspart reward - One reward.
 * @csspart reward-image - Its picture.
 * @csspart reward-name - Its name.
 * @csspart reward-quantity - How many, from two on.
 * @csspart claim - The button that claims a step.
 * @csspart claim-all - The button that claims all steps that can be claimed, with `claim-all`.
 * @csspart summary - How many of them were claimed.
 * @csspart empty - The notice when there is no such chain.
 * @csspart error - The notice when loading failed or nobody is signed in.
 * @csspart retry - The button that requests again, in the notice or, if polling has stopped, below the steps.
 * @csspart skeleton - The places reserved while there is nothing to show yet.
 * @csspart places - The same, unseen, once it is known that there is nothing to show.
 * @csspart climb - The button to the next step.
 */
export class RewardChainElement extends WidgetElement {
  static override styles = [theme, parts, rewardStyles, styles];

  static override readonly uses = ['$rewardChains', 'claimStep'] as const;

  static override properties = {
    rewardChainId: {type: Number, attribute: 'reward-chain-id'},
    claimAll: {type: Boolean, attribute: 'claim-all'},
    climbHref: {attribute: 'climb-href'},
  };

  /** The reward chain to show: a whole number from 1. Default: the player's first running clan chain. */
  rewardChainId?: number | null;

  /**
   * Whether there is a button that claims all that can be claimed, in order, until a claim fails or its end is unknown.
   * It appears where there are two or more. Default: none.
   */
  claimAll?: boolean | null;

  /** Where the button to the next step leads if no `<liveops-offers>` on the page answers: a page with offers. Default: nowhere. */
  climbHref?: string | null;

  readonly #source = new ChainSource(this);
  #track: readonly TrackStep[] = [];
  readonly #points = new PointsCount();
  readonly #claims = new ClaimController<Session, StepPlace>(this, {
    session: () => this.current,
    announce: place => this.dispatchEvent(new StepClaimEvent(place)),
    send: (session, {chainId, stepId}) => session.claimStep(chainId, stepId),
    claimed: place => this.dispatchEvent(new StepClaimedEvent(place)),
    failed: (place, error) => this.dispatchEvent(new StepClaimFailedEvent(place, error)),
    reload: ({$rewardChains}) => ($rewardChains.value.status === 'ready' ? $rewardChains.reload() : undefined),
  });

  constructor() {
    super();
    new RevealController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#source.watch(this.current, this.rewardChainId);
    this.#track = this.#source.chain ? toTrack(this.#source.chain) : [];
    if (this.#source.chainList?.status !== 'ready') this.#claims.forget();
  }

  protected override render(): TemplateResult {
    const {chain, chainList} = this.#source;
    const notice = this.#notice();
    // The heading of a chain without a name is about as long as the name of a step.
    const room = climbRoom(messages.stepClimb, this.locale, messages.chainTitle);
    const rows = chain ? this.#renderChain(chain) : renderPlaceholders(PLACES, !notice.text && !notice.failure);
    return html`
      <section aria-labelledby="title" aria-busy=${notice.loading ?? false}>
        ${this.#renderHeader(chain)}
        <div class="reserved">
          ${renderNotice(notice, this.retry)}
          <div>${rows}</div>
        </div>
        ${renderFooter(room, chain && this.#climbButton(chain), chainList, this.retry)}
      </section>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#points.show(this.#source.chain, {root: this.renderRoot, locale: this.locale, isMoving: this.motion.isWanted});
    drawProgressBars(
      this.renderRoot,
      '.rail',
      this.#track.map(({share}) => share),
    );
  }

  #notice(): Notice {
    const {chainList, chain} = this.#source;
    const error = this.sessions.error ?? (chainList?.status === 'failed' ? chainList.error : undefined);
    if (error) return {failure: error};
    const id = this.rewardChainId ?? 1;
    if (!(id > 0 && id % 1 === 0)) return {failure: {code: 'config'}};
    if (chain) return {};
    if (chainList?.status === 'ready') return {text: html`<bdi>${messages.noChain}</bdi>`};
    return {loading: this.current !== undefined};
  }

  #renderHeader(chain: RewardChain | undefined): TemplateResult {
    return html`<header>
      <div>
        ${renderHeaderLine(chain?.clanType ? clanNoun(chain.clanType) : '', this.#source.chainList, this.locale, this.relativeTime)}
        <h2 part="title" id="title" tabindex="-1">
          <slot name="title"
            ><bdi translate=${chain?.name ? 'no' : nothing} ${textContent(chain?.name || messages.chainTitle)}></bdi
          ></slot>
        </h2>
      </div>
      <div>
        <p part="progress" class="points">
          <bdi ${textContent(chain ? renderProgress(chain, this.locale) : '')}></bdi>
        </p>
        <p part="countdown" class="muted">
          <bdi ${textContent(chain ? renderCountdown(chain, this.#source.time, this.relativeTime) : '')}></bdi>
        </p>
      </div>
    </header>`;
  }

  #renderChain(chain: RewardChain): TemplateResult {
    const claim = (step: TrackStep): void => void this.#claims.claim({chainId: chain.id, stepId: step.id});
    const [last, isBusy] = [this.#claims.lastOn(chain.id), this.#claims.isBusyOn(chain.id)];
    const isRevealed = ({id}: TrackStep): boolean => this.#source.isNewlyClaimed(id);
    const options = {locale: this.locale, last, isBusy, claim, isRevealed};
    return html`${
      this.#source.isClanless
        ? html`<div part="how-to-join" class="how">${renderHowToJoin(chain, this.locale, messages.noClan)}</div>`
        : nothing
    }${this.claimAll ? this.#renderClaimAll(chain) : nothing}${renderTrack(this.#track, options)}`;
  }

  #renderClaimAll({id: chainId}: RewardChain): TemplateResult {
    const places = this.#track.filter(({state}) => state === 'claimable').map(({id: stepId}) => ({chainId, stepId}));
    return renderClaimAll({
      locale: this.locale,
      count: places.length,
      isBusy: this.#claims.isBusyOn(chainId),
      round: this.#claims.roundOn(chainId),
      press: () => void this.#claims.claimAll(places),
    });
  }

  #climbButton(chain: RewardChain): ClimbButton | undefined {
    const step = this.#track.find(({state, missing}) => state === 'locked' && Number.isFinite(missing));
    if (!step || !this.#source.isOpen) return undefined;
    const values = {points: step.missing, step: step.name};
    const text = fill(step.name ? messages.stepClimb : messages.locked, values, this.locale);
    const press = (): void => {
      const aim = {
        pointsNeeded: step.missing,
        valuePointSku: chain.valuePoint.sku || undefined,
        goal: 'step',
        step: step.name || undefined,
      } as const;
      contribute(this, {chainId: chain.id, ...aim}, {session: this.current, href: this.climbHref});
    };
    return {text, press, plain: true};
  }
}
