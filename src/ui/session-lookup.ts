/*
 * How widgets and sessions find each other. A widget asks by an event that travels up the composed tree, so the nearest
 * session above it answers, whatever shadow roots lie between. A session that appears, changes or leaves says so on the
 * document, and every widget asks again. Everything goes by event names and plain fields: two copies of this package on
 * one page understand each other.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {LiveOpsError} from '../errors.js';
import type {Session} from '../session.js';

const REQUEST = 'liveops-session-request';
const CHANGE = 'liveops-session-change';

/** Who can give a session: `<liveops-session>`. */
export type SessionSource = {
  readonly session: Session | undefined;
  /** Why there is no session. */
  readonly error: LiveOpsError | undefined;
};

/** A session, its element, or the element's id. */
export type SessionReference = Session | SessionSource | string;

type Found = {session?: Session | undefined; error?: LiveOpsError | undefined};
type Host = ReactiveControllerHost & HTMLElement & {session?: SessionReference | undefined};

class SessionRequestEvent extends Event {
  source: SessionSource | undefined;

  constructor() {
    super(REQUEST, {bubbles: true, composed: true});
  }
}

/** Answers the widgets below `source`. The listener goes with the element, so it needs no removal. */
export function answerRequests(source: SessionSource & HTMLElement): void {
  source.addEventListener(REQUEST, event => {
    event.stopPropagation();
    (event as SessionRequestEvent).source = source;
  });
}

/** Tells every widget of the page that a session appeared, changed or left. */
export function announceChange(): void {
  document.dispatchEvent(new Event(CHANGE));
}

/** The session of a widget: its `session` attribute or property, else the nearest one above it. */
export class SessionController implements ReactiveController {
  readonly #host: Host;
  #found: Found = {};

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get session(): Session | undefined {
    return this.#found.session;
  }

  get error(): LiveOpsError | undefined {
    return this.#found.error;
  }

  /** Looks again; the host calls it before it renders when its `session` property changed. */
  find(): void {
    const {session, error} = this.#lookUp() ?? {};
    if (session === this.#found.session && error === this.#found.error) return;
    this.#found = {session, error};
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener(CHANGE, this.#findAgain);
    this.find();
  }

  hostDisconnected(): void {
    document.removeEventListener(CHANGE, this.#findAgain);
  }

  readonly #findAgain = (): void => this.find();

  #lookUp(): Found | undefined {
    const given = this.#host.session;
    if (typeof given === 'string' && given) return byId(this.#host, given);
    if (given && typeof given === 'object') return '$rewardChains' in given ? {session: given} : given;
    const request = new SessionRequestEvent();
    this.#host.dispatchEvent(request);
    return request.source;
  }
}

/** An id of the widget's own shadow root goes before one of the page. */
function byId(host: HTMLElement, id: string): Found | undefined {
  const root = host.getRootNode() as Partial<DocumentFragment>;
  return (root.getElementById?.(id) ?? document.getElementById(id) ?? undefined) as Found | undefined;
}
