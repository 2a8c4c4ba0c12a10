import {isLiveOpsError, LiveOpsError} from '../errors.js';
import {setBackgroundTimer} from './background-timer.js';
import {type BridgeOptions, createBridge} from './bridge.js';
import {createCalls} from './calls.js';
import {createGreeting, type Greeting} from './greeting.js';
import type {Host} from './hosts.js';
import {createKeptMessages, type Handlers, isKept} from './kept.js';
import {type Message, type Params, toMessage} from './message.js';
import {readParams} from './protocol.js';

export type {Handlers} from './kept.js';

/** The page's end of the bridge: the global `LiveOpsHost`. */
export type HostLink = Pick<Greeting, 'supports'> & {
  /** Takes one message from the host: a JSON-RPC 2.0 message as a string. Never throws. */
  receive(text: string): void;
  /** Adds a host to those that can be chosen or found. It takes precedence over one of the same name. */
  register(host: Host): void;
  /** Looks for a host by name; with an empty name, any host will do. Messages sent before wait for it. */
  connect(name: string, hostName?: string): void;
  /**
   * Handles messages, whose parameters are checked; earlier settings are replayed soon. Returns a function that stops
   * it.
   */
  listen(handlers: Handlers): () => void;
  /**
   * Asks the host. Rejects with the error object of its answer, or with a `LiveOpsError`: `timeout` after `ms`
   * (10,000), `host` if there is none or the request is too long, `config` if there are several.
   */
  request(method: string, params?: Params, ms?: number): Promise<unknown>;
  /**
   * Sends a notification: whole, else without pictures and descriptions, else in parts. Rejects with a `LiveOpsError`,
   * which callers may ignore.
   */
  notify(method: string, params?: Params): Promise<void>;
  /** Whether a host has answered `ready`. One may still answer later. */
  hasAnswered(): boolean;
  /**
   * Calls `listener` when a host that counted as missing or silent answers `ready`. Returns a function that stops it.
   */
  onLate(listener: () => void): () => void;
};

const CALL_MS = 10_000;

type ErrorObject = {readonly code: number; readonly message: string};
type Refusal = {readonly error: ErrorObject; readonly reason?: LiveOpsError};
type Said = {readonly result: unknown} | Refusal;

const UNREADABLE: ErrorObject = {code: -32_700, message: 'The message is not JSON-RPC 2.0.'};
const UNKNOWN_METHOD: ErrorObject = {code: -32_601, message: 'The page does not know this method.'};
const FAILED: ErrorObject = {code: -32_000, message: 'The page could not do this.'};

export function createLink(page: BridgeOptions['page'], lifeId = Math.random().toString(36).slice(2)): HostLink {
  const link = new PageLink(page, lifeId);
  // Hosts pass these functions without their object, as in `signal.connect(LiveOpsHost.receive)`.
  return {
    receive: text => link.receive(text),
    register: host => link.bridge.register(host),
    connect: (name, hostName) => link.bridge.connect(name, hostName),
    listen: handlers => link.listen(handlers),
    request: (method, params, ms) => link.request(method, params, ms),
    notify: (method, params) => link.notify(method, params),
    supports: method => link.greeting.supports(method),
    hasAnswered: () => link.greeting.hasAnswered(),
    onLate: listener => link.greeting.onLate(listener),
  };
}

class PageLink {
  readonly greeting: Greeting;
  readonly bridge: ReturnType<typeof createBridge>;
  readonly #listeners = new Set<Handlers>();
  readonly #kept = createKeptMessages();
  readonly #calls: ReturnType<typeof createCalls>;
  #missing: LiveOpsError | undefined;

  constructor(page: BridgeOptions['page'], lifeId: string) {
    this.#calls = createCalls(lifeId, async (message, isWanted) => this.bridge.sendMessage(message, isWanted));
    this.greeting = createGreeting({
      request: async (params, ms) => this.#calls.call('ready', params, ms, setBackgroundTimer),
      onMismatch: error => this.#lose(error),
    });
    this.bridge = createBridge({
      page,
      onFound: () => this.#greet(),
      onMissing: error => this.#lose(error),
      onText: text => this.receive(text),
    });
  }

  receive(text: string): void {
    if (this.#missing) this.bridge.seek();
    const message = toMessage(text);
    if (message && !message.method) this.#calls.settle(message);
    else void this.#answer(message ?? {id: null});
  }

  async request(method: string, params?: Params, ms = CALL_MS): Promise<unknown> {
    // A host that counted as missing may have appeared.
    if (this.#missing) this.bridge.seek();
    if (this.#missing) throw this.#missing;
    return this.#calls.call(method, params, ms);
  }

  notify(method: string, params?: Params): Promise<void> {
    const sent = this.bridge.sendMessage({method, params});
    sent.catch(() => undefined);
    return sent;
  }

  listen(handlers: Handlers): () => void {
    this.#listeners.add(handlers);
    this.#kept.replay(handlers);
    return () => this.#listeners.delete(handlers);
  }

  #greet(): Promise<void> {
    this.#missing = undefined;
    return this.greeting.ask([...this.#listeners].flatMap(Object.keys));
  }

  #lose(error: LiveOpsError): void {
    this.#missing = error;
    // Logged because no request may be waiting that could fail: a page for games stays blank until the game sets it up.
    console.warn(String(error));
    this.greeting.giveUp();
    this.#calls.rejectAll(error);
  }

  async #handle({method = '', params = {}}: Message): Promise<Said> {
    try {
      const read = readParams(method, params);
      const handling = [...this.#listeners].filter(handlers => Object.keys(handlers).includes(method));
      if (!handling.length && !isKept(method) && method !== 'ping') {
        return {error: method ? UNKNOWN_METHOD : UNREADABLE};
      }
      this.#kept.note(method, read.params, handling.length > 0);
      for (const error of read.ignored) this.#report(error);
      const [result = null] = await Promise.all(handling.map(async handlers => handlers[method]?.(read.params)));
      return {result};
    } catch (error) {
      return toRefusal(error);
    }
  }

  async #answer(message: Message): Promise<void> {
    const {id, method} = message;
    const said = await this.#handle(message);
    if (id === undefined) return 'error' in said ? this.#reportRefusal(method, said) : undefined;
    if ('error' in said) return void this.bridge.sendMessage({id, error: said.error}).catch(() => undefined);
    await this.bridge.sendMessage({id, result: said.result}).catch((error: unknown) => {
      this.bridge.sendMessage({id, error: toRefusal(error).error}).catch(() => undefined);
      // A large notification is sent in parts; an answer can't be.
      if (method && Object(said.result) === said.result) void this.notify(method, said.result as Params);
    });
  }

  /** A message without an id gets no answer, so its refusal comes as `error`. An echo of our error must not cause another. */
  #reportRefusal(method: string | undefined, {error, reason}: Refusal): void {
    if (method === 'error') return;
    if (reason) this.#report(reason);
    else if (error === UNKNOWN_METHOD)
      this.#report(new LiveOpsError('config', `The page has no method \`${method}\`.`));
  }

  #report({name, code, message}: LiveOpsError): void {
    void this.notify('error', {name, code, message});
  }
}

/** Our own errors contain no player data; other errors that a handler throws may. */
function toRefusal(error: unknown): Refusal {
  return isLiveOpsError(error) ? {error: {...FAILED, message: error.message}, reason: error} : {error: FAILED};
}
