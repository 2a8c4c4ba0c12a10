import {LiveOpsError} from '../errors.js';
import {type BridgeOptions, createBridge} from './bridge.js';
import type {Host} from './hosts.js';
import {type Message, type Params, toMessage, toText} from './message.js';

/** What a page does with the host's messages, by method; what it returns is the answer. */
export type Handlers = Readonly<Record<string, (params: Params) => unknown>>;

/** The page's end of the bridge: the global `LiveOpsHost`. */
export type HostLink = {
  /** Takes one message of the host: the text of a JSON-RPC 2.0 message. Never throws. */
  receive(text: string): void;
  /** Adds a host to those that can be chosen or found. It goes before one of the same name. */
  register(host: Host): void;
  /** Looks for a host: by its name, or with an empty name for whichever is there. What is sent before waits. */
  connect(name: string, hostName?: string): void;
  /** Handles messages; settings that came before are told soon. The result stops it. */
  listen(handlers: Handlers): () => void;
  /**
   * Asks the host. Rejects with the error object of its answer, or with a `LiveOpsError`: `timeout` after `ms` (10,000),
   * `host` where there is none, `config` where there are several.
   */
  request(method: string, params?: Params, ms?: number): Promise<unknown>;
  /** Tells the host something that needs no answer. Rejects with a `LiveOpsError`, which nobody has to handle. */
  notify(method: string, params?: Params): Promise<void>;
  /** Whether the host said that it takes requests of this method; waits for a host. */
  supports(method: string): Promise<boolean>;
};

type Call = {resolve(result: unknown): void; reject(error: unknown): void; timer: ReturnType<typeof setTimeout>};
type Hello = {version?: unknown; methods?: readonly unknown[]};

const VERSION = 1;
const CALL_MS = 10_000;
const HELLO_MS = 2_000;

/** What whoever listens later is told: the last of each, and of each kind the last for tokens and pauses. */
const LASTING = /^(configure|auth|app|ui\.\w+)\b/;

/** `lifeId` begins every id, so that an answer to the page that was here before a reload fits nothing. */
export function createLink(page: BridgeOptions['page'], lifeId = Math.random().toString(36).slice(2)): HostLink {
  const listeners = new Set<Handlers>();
  const lasting = new Map<string, readonly [method: string, params: Params]>();
  const calls = new Map<unknown, Call>();
  let count = 0;
  let missing: LiveOpsError | undefined;
  let greet: (methods: readonly unknown[]) => void = () => undefined;
  const greeted = new Promise<readonly unknown[]>(resolve => (greet = resolve));

  const post = (message: Message): Promise<void> => {
    const sent = bridge.send(toText(message));
    sent.catch(() => undefined);
    return sent;
  };

  const take = (id: unknown): Call | undefined => {
    const call = calls.get(id);
    calls.delete(id);
    clearTimeout(call?.timer);
    return call;
  };

  const request = (method: string, params?: Params, ms = CALL_MS): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (missing) return reject(missing);
      const id = `${lifeId}-${++count}`;
      const fail = (error: LiveOpsError): void => take(id)?.reject(error);
      const timer = setTimeout(() => fail(new LiveOpsError('timeout', `No answer to ${method}.`)), ms);
      calls.set(id, {resolve, reject, timer});
      post({id, method, params}).catch(fail);
    });

  const onMissing = (error: LiveOpsError): void => {
    missing = error;
    // Nothing may ever be asked of it, and a page for games is blank until the game sets it up.
    console.warn(String(error));
    greet([]);
    calls.forEach((_call, id) => take(id)?.reject(error));
  };

  const onFound = async (): Promise<void> => {
    missing = undefined;
    const methods = [...listeners].flatMap(Object.keys);
    const answer = await request('ready', {versions: [VERSION], methods}, HELLO_MS).catch(() => null);
    const {version = VERSION, methods: taken = []} = (answer ?? {}) as Hello;
    if (version === VERSION) greet([taken].flat());
    else onMissing(new LiveOpsError('host', `Not version ${VERSION}.`));
  };

  const answer = async ({id, method = '', params = {}}: Message): Promise<void> => {
    const [, key] = LASTING.exec(method) ?? [];
    const known = [...listeners].filter(handlers => Object.keys(handlers).includes(method));
    if (key) {
      // Last in order, too.
      lasting.delete(key);
      lasting.set(key, [method, params]);
    }
    const code = !method ? -32700 : key || known[0] || method === 'ping' ? 0 : -32601;
    const results = Promise.all(known.map(async handlers => handlers[method]?.(params)));
    const said = await results.then(
      ([result = null]) => (code ? toError(code) : {result}),
      () => toError(-32000),
    );
    if (id !== undefined) void post({id, ...said});
  };

  const receive = (text: string): void => {
    const message = toMessage(text);
    if (!message || message.method) return void answer(message ?? {id: null});
    const call = take(message.id);
    if ('error' in message) call?.reject(message.error);
    else call?.resolve(message.result);
  };

  const bridge = createBridge({page, onFound, onMissing, onText: receive});

  return {
    receive,
    register: bridge.register,
    connect: bridge.connect,
    request,
    notify: (method, params) => post({method, params}),
    supports: async method => (await greeted).includes(method),
    listen(handlers) {
      listeners.add(handlers);
      for (const [method, params] of lasting.values()) {
        if (method in handlers) void Promise.resolve(params).then(handlers[method]);
      }
      return () => listeners.delete(handlers);
    },
  };
}

function toError(code: number): Message {
  return {error: {code, message: ''}};
}
