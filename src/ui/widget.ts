import {LitElement, type PropertyValues} from 'lit';
import type {Session} from '../session.js';
import {distanceHoldsMs, formatDistance} from '../text/numbers.js';
import {SessionController, type SessionReference} from './session-lookup.js';
import {drawAfter, drawNoMore} from './ticker.js';

/** An element that shows something of a session. */
export abstract class WidgetElement extends LitElement {
  // Declared here and not by decorators, whose helpers every player would load.
  static override properties: Record<string, object> = {session: {}};

  /** The session to use, its element, or (as attribute) the element's id. Default: the nearest one above. */
  session?: SessionReference;

  #hadFocus = false;

  /** Finds the session, and says why there is none. */
  protected readonly sessions = new SessionController(this);

  /** Language tag for numbers and texts; empty means the browser's. */
  protected get locale(): string {
    return this.sessions.session?.locale ?? '';
  }

  /** The session that was found. */
  protected get current(): Session | undefined {
    return this.sessions.session;
  }

  /** Asks the server again. */
  protected readonly retry = (): void => this.current?.refresh();

  /** A moment, milliseconds since 1970, as the words for how far it is from now, which are drawn again when they change. */
  protected readonly tell = (at: number): string => {
    const ms = at - Date.now();
    drawAfter(distanceHoldsMs(ms), this);
    return formatDistance(ms, this.locale);
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    drawNoMore(this);
  }

  protected override willUpdate(changed: PropertyValues<WidgetElement>): void {
    if (changed.has('session')) this.sessions.find();
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
  }

  /** The focus goes to the heading where the button that had it is gone or dead, and not out of the element. */
  protected override updated(_changed: PropertyValues<WidgetElement>): void {
    const focused = this.shadowRoot?.activeElement;
    if (this.#hadFocus && (!focused || focused.matches(':disabled'))) {
      this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    }
  }
}
