import type {PropertyValues} from 'lit';
import type {Session} from '../session/session.js';
import {distanceHoldsMs, formatDistance} from '../text/numbers.js';
import {speak} from '../text/messages.js';
import {onTables} from '../text/tables.js';
import {directionOfWords, localeOfWords, mixedLanguages} from '../text/words.js';
import {hintOf} from './hints.js';
import {MotionController} from './motion.js';
import {NavigationController} from './navigation/controller.js';
import {remembered} from './navigation/memory.js';
import {isTabStop, targetsIn} from './navigation/tree.js';
import {SessionController, type SessionReference} from './session-lookup.js';
import {nameRegion} from './region-name.js';
import {StyledElement} from './styled-element.js';
import {drawAfter, drawNoMore} from './ticker.js';
import {WaitingController} from './waiting.js';

/**
 * An element that shows something of a session.
 *
 * @cssprop [--liveops-font=400 1em/1.4 system-ui, sans-serif] - Font, as the `font` shorthand.
 * @cssprop [--liveops-text=#171b26] - Text.
 * @cssprop [--liveops-text-muted=#555d70] - Text of less weight.
 * @cssprop [--liveops-surface=#ffffff] - The element's ground.
 * @cssprop [--liveops-row=#f2f4f9] - The ground of rows, steps, days and cards.
 * @cssprop [--liveops-border=#dce0ea] - The element's frame, and the frames of fields.
 * @cssprop [--liveops-accent=#3f4fd8] - Main buttons, and the frames and marks of what is the player's.
 * @cssprop [--liveops-on-accent=#ffffff] - Text on the accent.
 * @cssprop [--liveops-own=#e6e9ff] - The ground of what is the player's, or next for them.
 * @cssprop [--liveops-bar=#dfe4f2] - Bars, and the ground of pictures.
 * @cssprop [--liveops-own-bar=#cdd3fb] - The bar of the player's own row, and lines between steps.
 * @cssprop [--liveops-radius=0.75em] - Corners.
 * @cssprop [--liveops-space=0.75em] - Distances.
 * @cssprop [--liveops-focus=var(--liveops-accent)] - The focus ring.
 */
export abstract class WidgetElement extends StyledElement {
  // Declared here and not with decorators, whose helpers every player would load.
  static override properties: Record<string, object> = {session: {}, label: {}};

  /** The session to use, its element, or (as attribute) the element's id. Default: the nearest one above. */
  session?: SessionReference;

  /**
   * Names the element's region for screen readers, in addition to its heading. Default: the `label` of its session; with
   * several sessions on the page the clan.
   */
  label?: string | null;

  /** The members of its session that the element reads, in addition to those that every session has. */
  static readonly uses: readonly (keyof Session)[] = [];

  /** What had the focus before the render, and the row of a list that it is in. */
  #focused: {readonly button: HTMLElement; readonly row: Element | null} | undefined;
  /** The button that lost the focus because it was disabled. */
  #disabled: {readonly button: HTMLElement; readonly part: string | null} | undefined;
  #words: string | undefined;
  #noTables: () => void = () => undefined;

  protected readonly sessions = new SessionController(this, (this.constructor as typeof WidgetElement).uses);

  protected readonly motion = new MotionController(this);

  constructor() {
    super();
    new NavigationController(this);
    this.addController(new WaitingController(this, () => !this.sessions.session && !this.sessions.error));
  }

  /**
   * An event that feels like something is followed by a hint for sound and vibration.
   *
   * @internal
   */
  override dispatchEvent(event: Event): boolean {
    const isUncanceled = super.dispatchEvent(event);
    const hint = hintOf(event);
    if (hint) super.dispatchEvent(hint);
    return isUncanceled;
  }

  /** Language tag for numbers and texts; empty means the browser's. */
  protected get locale(): string {
    return this.sessions.session?.locale ?? '';
  }

  /** The session that was found. */
  protected get current(): Session | undefined {
    return this.sessions.session;
  }

  /** Requests the data from the server again. */
  protected readonly retry = (): void => this.current?.refresh();

  /** A moment, milliseconds since 1970, as a relative time, which re-renders when its text changes. */
  protected readonly relativeTime = (at: number): string => {
    const ms = at - Date.now();
    drawAfter(distanceHoldsMs(ms), this);
    return formatDistance(ms, localeOfWords(this.locale));
  };

  /** Focuses what had the focus last in the element, else the first that can have it. */
  override focus(options?: FocusOptions): void {
    const targets = targetsIn(this);
    (remembered(this, targets) ?? targets.find(isTabStop))?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#noTables = onTables(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#noTables();
    drawNoMore(this);
  }

  protected override performUpdate(): void {
    speak(this.locale);
    super.performUpdate();
  }

  protected override willUpdate(changed: PropertyValues<WidgetElement>): void {
    if (changed.has('session')) this.sessions.find();
    this.motion.watch(this.sessions.session);
    const button = this.shadowRoot?.activeElement as HTMLElement | null | undefined;
    this.#focused = button ? {button, row: button.closest('li')} : undefined;
  }

  /** Our text may be in another language than the page, and be read in another direction. */
  #nameLanguage(): void {
    const direction = directionOfWords(this.locale);
    const words = direction ? localeOfWords(this.locale) : mixedLanguages(this.locale)?.words;
    const now = `${words} ${direction}`;
    if (now === this.#words) return;
    this.#words = now;
    const section = this.renderRoot.querySelector('section');
    if (words) section?.setAttribute('lang', words);
    else section?.removeAttribute('lang');
    if (direction) section?.setAttribute('dir', direction);
    else section?.removeAttribute('dir');
  }

  protected override updated(_changed: PropertyValues<WidgetElement>): void {
    this.#nameLanguage();
    this.motion.mark();
    nameRegion(this.renderRoot, this.label ?? this.sessions.label);
    this.#keepFocus();
  }

  /**
   * If the focused button is removed or disabled, the heading gets the focus, so it stays in the element. The page scrolls to
   * it only if the place of the button has gone, too: a row of a long list stays where the player looks. A button that is
   * enabled again gets the focus back, unless the player has moved it.
   */
  #keepFocus(): void {
    const title = this.renderRoot.querySelector<HTMLElement>('#title');
    const focused = this.shadowRoot?.activeElement;
    if (this.#focused && (!focused || focused.matches(':disabled'))) {
      const {button, row} = this.#focused;
      this.#disabled = {button, part: button.getAttribute('part')};
      return title?.focus({preventScroll: button.isConnected || row?.isConnected === true});
    }
    if (focused !== title) this.#disabled = undefined;
    const {button, part} = this.#disabled ?? {};
    if (!button?.isConnected || button.matches(':disabled') || button.getAttribute('part') !== part) return;
    this.#disabled = undefined;
    button.focus({preventScroll: true});
  }
}
