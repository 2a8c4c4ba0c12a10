/*
 * How widgets and sessions find each other. A widget dispatches an event that bubbles through shadow roots, so the
 * nearest session above it answers. A session that appears, changes or leaves dispatches an event on the document, and
 * every widget searches again. Only event names and plain fields are used, so two copies of this package on one page
 * work together.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isLiveOpsError, type LiveOpsError} from '../errors.js';
import type {Session} from '../session/session.js';

const REQUEST = 'liveops-session-request';
const CHANGE = 'liveops-session-change';

/** An element that provides a session: `<liveops-session>`. */
export type SessionSource = {
  readonly session: Session | undefined;
  /** Why there is no session. */
  readonly error: LiveOpsError | undefined;
  /** Names the regions of its widgets, in addition to their headings. */
  readonly label?: string | null | undefined;
};

/** A session, its element, or the element's id. */
export type SessionReference = Session | SessionSource | string;

type Found = Partial<SessionSource>;
type Host = ReactiveControllerHost & HTMLElement & {session?: SessionReference | undefined};

class SessionRequestEvent extends Event {
  source: SessionSource | undefined;

  constructor() {
    super(REQUEST, {bubbles: true, composed: true});
  }
}

/** Answers the widgets below `source`. The listener is collected with the element, so it needs no removal. */
export function answerRequests(source: SessionSource & HTMLElement): void {
  source.addEventListener(REQUEST, event => {
    event.stopPropagation();
    (event as SessionRequestEvent).source = source;
  });
}

/** Notifies every widget of the page that a session appeared, changed or left. */
export function announceChange(): void {
  document.dispatchEvent(new Event(CHANGE));
}

/** The controllers of all widgets in the page; one listener serves them. */
const seekers = new Set<SessionController>();

const findAll = (): void => {
  seekers.forEach(seeker => seeker.find());
  nameAll();
};

let isNaming = false;

/** Once in a turn: whether there are several sessions decides about the names of all regions. */
function nameAll(): void {
  if (isNaming) return;
  isNaming = true;
  queueMicrotask(() => {
    isNaming = false;
    const sessions = new Set([...seekers].flatMap(({session}) => session ?? []));
    seekers.forEach(seeker => seeker.name(sessions.size > 1));
  });
}

/** Finds a widget's session: its `session` attribute or property, else the nearest one above it. */
export class SessionController implements ReactiveController {
  readonly #host: Host;
  readonly #uses: readonly (keyof Session)[];
  #found: Found = {};
  #isOneOfSeveral = false;

  /** Members of the session that the widget reads; the session of an older copy on the page may lack one. */
  constructor(host: Host, uses: readonly (keyof Session)[] = []) {
    this.#host = host;
    this.#uses = uses;
    host.addController(this);
  }

  get session(): Session | undefined {
    return this.#found.session;
  }

  get error(): LiveOpsError | undefined {
    return this.#found.error;
  }

  /** What names the widget's region, in addition to its heading; empty for nothing. */
  get label(): string {
    const {label, session} = this.#found;
    return label ?? (this.#isOneOfSeveral && session?.$clan.value ? session.$clan.value : '');
  }

  /** Whether widgets of other sessions are on the page, so that the regions need different names. */
  name(isOneOfSeveral: boolean): void {
    if (isOneOfSeveral === this.#isOneOfSeveral) return;
    this.#isOneOfSeveral = isOneOfSeveral;
    this.#host.requestUpdate();
  }

  /** Searches again; the host calls it before it renders after a change of its `session` property. */
  find(): void {
    const source = this.#find() ?? {};
    const {session, error} = withMembers(this.#uses, source);
    const {label} = source;
    const before = this.#found;
    if (session === before.session && error === before.error && label === before.label) return;
    this.#found = {session, error, label};
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    if (!seekers.size) document.addEventListener(CHANGE, findAll);
    seekers.add(this);
    this.find();
    nameAll();
  }

  hostDisconnected(): void {
    seekers.delete(this);
    if (!seekers.size) document.removeEventListener(CHANGE, findAll);
    nameAll();
  }

  #find(): Found | undefined {
    const given = this.#host.session;
    if (typeof given === 'string' && given) return byId(this.#host, given);
    if (given && typeof given === 'object') return 'session' in given ? given : {session: given};
    const request = new SessionRequestEvent();
    this.#host.dispatchEvent(request);
    return request.source;
  }
}

/** The session that was found, or an error if it lacks a member that the widget reads. */
function withMembers(uses: readonly (keyof Session)[], found: Found): Found {
  try {
    uses.forEach(name => found.session?.[name]);
    return found;
  } catch (error) {
    if (isLiveOpsError(error)) return {error};
    throw error;
  }
}

/** An id in the widget's own shadow root takes precedence over one in the page. */
function byId(host: HTMLElement, id: string): Found | undefined {
  const root = host.getRootNode() as Partial<DocumentFragment>;
  return (root.getElementById?.(id) ?? document.getElementById(id) ?? undefined) as Found | undefined;
}
