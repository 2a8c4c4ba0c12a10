import {html, type PropertyValues, type TemplateResult} from 'lit';
import type {LiveOpsError} from '../../src/errors.js';
import type {Receipt, Snapshot, SwitchOutcome, SwitchState} from '../../src/model.js';
import type {SwitchOptions} from '../../src/clan-switch/switch-options.js';
import type {Session} from '../../src/session/session.js';
import {messages} from '../../src/text/messages.js';
import {textContent} from '../../src/ui/text-content.js';
import {StoreController} from '../../src/ui/store-controller.js';
import {RevealController} from '../../src/ui/reveal.js';
import {WidgetElement} from '../../src/ui/widget.js';
import {parts} from '../shared/parts.styles.js';
import {rewardStyles} from '../shared/rewards.styles.js';
import {theme} from '../shared/theme.styles.js';
import {styles} from './clan-switch.styles.js';
import {
  ClanSwitchedEvent,
  ClanSwitchEvent,
  ClanSwitchFailedEvent,
  RewardsAcknowledgedEvent,
  RewardsReceivedEvent,
} from './events.js';
import {renderScene} from './templates.js';
import {type SwitchView, toDelay, toSwitchView} from './view.js';

/** Receipts that were announced to the page, by any element. */
const announcedReceipts = new Set<string>();

/**
 * The rewards of a clan switch. When the game has moved the player to another clan, it shows the rewards that the old
 * clan had unlocked and the player had not claimed, claims them, and shows the receipt until the player confirms it. If
 * an answer is lost or too short, the receipt says "may be incomplete", never "nothing".
 *
 * @element liveops-clan-switch
 * @attr {'light' | 'dark'} theme - Forces the light or dark style; default the system's.
 * @fires {ClanSwitchEvent} liveops-clan-switch - The switch is about to be sent. Cancelable.
 * @fires {RewardsReceivedEvent} liveops-rewards-received - Rewards are there; `receipt`. Once for each receipt and page life.
 * @fires {ClanSwitchedEvent} liveops-clan-switched - The switch was sent; `outcome`, `receipt`. Also with no reward.
 * @fires {RewardsAcknowledgedEvent} liveops-rewards-acknowledged - A receipt was acknowledged; `receiptId`.
 * @fires {ClanSwitchFailedEvent} liveops-clan-switch-failed - Nothing was sent, or the server refused; `error`.
 * @csspart title - The heading.
 * @csspart status - What is going on, in words.
 * @csspart preview - The button that shows what would be claimed.
 * @csspart confirm - The button that claims and switches.
 * @csspart cancel - The button that goes back.
 * @csspart rewards - A list of rewards.
 * @csspart reward - One reward.
 * @csspart reward-image - Its picture.
 * @csspart reward-name - Its name.
 * @csspart reward-quantity - How many, from two on.
 * @csspart acknowledge - The button that acknowledges a receipt.
 * @csspart error - Why nothing was switched.
 * @csspart retry - The button that tries again.
 */
export class ClanSwitchElement extends WidgetElement {
  static override styles = [theme, parts, rewardStyles, styles];

  static override readonly uses = ['clanSwitch'] as const;

  readonly #state = new StoreController<SwitchState>(this);
  readonly #receipts = new StoreController<readonly Receipt[]>(this);
  readonly #signedOut = new StoreController<boolean>(this, Object.is, isOut => isOut && this.#forget());
  #preview: Snapshot | 'loading' | LiveOpsError | undefined;
  #view: SwitchView = {kind: 'waiting'};
  #upToDate = false;
  /** Whether the buttons that have to wait have been on screen long enough. */
  #live = false;
  #shown: object | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #player: Session | undefined;
  #running: Promise<SwitchOutcome> | undefined;
  /** Another one for each player. */
  #visit = {};

  /**
   * Claims and switches without asking again; for the page's and the game's own buttons. Never rejects: `not-sent` goes
   * with `liveops-clan-switch-failed`, or with a cancelled `liveops-clan-switch`. Nothing is sent where no receipt can
   * be kept for longer than the page lives, unless `allowVolatile`.
   */
  switchClan(options?: SwitchOptions): Promise<SwitchOutcome> {
    if (this.#running) return this.#running;
    const mine = this.#switch(options).finally(() => {
      if (this.#running === mine) this.#running = undefined;
    });
    return (this.#running = mine);
  }

  /** Marks a receipt as seen by the player; it is not shown again. */
  async acknowledge(receiptId: string): Promise<void> {
    if (!this.#receipts.value?.some(({id}) => id === receiptId)) return;
    const visit = this.#visit;
    await this.current?.clanSwitch.acknowledge(receiptId);
    if (visit === this.#visit) this.dispatchEvent(new RewardsAcknowledgedEvent(receiptId));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Back in the page, the buttons wait again.
    this.#show({kind: 'waiting'});
  }

  constructor() {
    super();
    new RevealController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {current} = this;
    if (this.#player && current !== this.#player) this.#forget();
    this.#player = current;
    this.#state.watch(current?.clanSwitch.$state);
    this.#receipts.watch(current?.clanSwitch.$receipts);
    this.#signedOut.watch(current?.$signedOut);
    const wantedSignIn = this.#preview instanceof Error && this.#preview.code === 'auth-required';
    if (wantedSignIn && !this.#signedOut.value) this.#preview = undefined;
    const [receipt] = this.#receipts.value ?? [];
    this.#show(
      toSwitchView({
        error: this.sessions.error,
        state: this.#state.value,
        signedOut: this.#signedOut.value,
        receipt,
        preview: this.#preview,
      }),
    );
  }

  protected override render(): TemplateResult {
    const [status, body, buttons] = renderScene(this.#view, {
      locale: this.locale,
      live: this.#live,
      upToDate: this.#upToDate,
      preview: () => void this.#showPreview(),
      cancel: () => this.#setPreview(undefined),
      switchClan: allowVolatile => void this.switchClan({allowVolatile: Boolean(allowVolatile)}),
      acknowledge: id => void this.acknowledge(id),
    });
    const isError = this.#view.kind === 'failed' || this.#view.kind === 'unkept';
    return html`
      <section aria-labelledby="title" aria-busy=${this.#view.kind === 'switching' || this.#view.kind === 'recovering'}>
        <h2 part="title" id="title" tabindex="-1"><bdi ${textContent(messages.switchTitle)}></bdi></h2>
        <div role="status" class="announcement">
          <p part=${isError ? 'status error' : 'status'}><bdi ${textContent(status)}></bdi></p>
          ${body}
        </div>
        <div class="actions">${buttons}</div>
      </section>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Out of the page an event would reach nobody.
    if (!this.isConnected) return;
    for (const receipt of this.#receipts.value ?? []) {
      if (announcedReceipts.has(receipt.id)) continue;
      announcedReceipts.add(receipt.id);
      this.dispatchEvent(new RewardsReceivedEvent(receipt));
    }
  }

  /** Another view has other buttons, even where the browser keeps the element: a double click must not reach them. */
  #show(view: SwitchView): void {
    const [shown, seconds = 0] = toDelay(view);
    this.#view = view;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#live = false;
    clearTimeout(this.#timer);
    if (!shown) return;
    this.#timer = setTimeout(() => {
      this.#live = true;
      this.requestUpdate();
    }, seconds * 1_000);
  }

  async #switch(options?: SwitchOptions): Promise<SwitchOutcome> {
    const clanSwitch = this.current?.clanSwitch;
    if (!clanSwitch || !this.dispatchEvent(new ClanSwitchEvent())) return 'not-sent';
    const visit = this.#visit;
    const before = new Set(clanSwitch.$receipts.value?.map(({id}) => id));
    const outcome = await clanSwitch.switchClan(options);
    const state = clanSwitch.$state.value;
    // A player without a token is asked to sign in again, and is still this one.
    const lacksToken = state?.status === 'failed' && state.error.code === 'auth-required';
    if (visit !== this.#visit && !lacksToken) return outcome;
    this.#preview = undefined;
    this.#upToDate = outcome === 'nothing';
    this.requestUpdate();
    const receipt = clanSwitch.$receipts.value?.find(({id}) => !before.has(id));
    if (outcome !== 'not-sent') this.dispatchEvent(new ClanSwitchedEvent({outcome, receipt}));
    else if (state?.status === 'failed') this.dispatchEvent(new ClanSwitchFailedEvent(state.error));
    return outcome;
  }

  /** What one player has pressed and looked at is nothing for the next. */
  #forget(): void {
    this.#preview = undefined;
    this.#upToDate = false;
    this.#running = undefined;
    this.#visit = {};
  }

  async #showPreview(): Promise<void> {
    const clanSwitch = this.current?.clanSwitch;
    if (!clanSwitch) return;
    const visit = this.#visit;
    this.#setPreview('loading');
    const snapshot = await clanSwitch.preview().catch((error: unknown) => error as LiveOpsError);
    if (this.#preview === 'loading' && visit === this.#visit) this.#setPreview(snapshot);
  }

  #setPreview(preview: Snapshot | 'loading' | LiveOpsError | undefined): void {
    this.#preview = preview;
    this.requestUpdate();
  }
}
