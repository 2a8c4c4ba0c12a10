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
  /** Handles messages; what the host said before and still holds is told at once. The result stops it. */
  listen(handlers: Handlers): () => void;
  /**
   * Asks the host. Rejects with a `LiveOpsError`: `invalid` for an error as answer, `timeout` after `ms` (10,000),
   * `host` where there is none, `config` where there are several.
   */
  request(method: string, params?: Params, ms?: number): Promise<unknown>;
  /** Tells the host something that needs no answer. */
  notify(method: string, params?: Params): void;
  /** Whether the host said that it takes requests of this method; waits for a host. */
  supports(method: string): Promise<boolean>;
};

export type LinkOptions = Pick<BridgeOptions, 'page' | 'after'> & {
  /** Begins every id, so that an answer to the page that was here before a reload fits nothing. */
  lifeId: string;
};

type Call = {resolve(result: unknown): void; reject(error: LiveOpsError): void; stop(): void};

const VERSIONS = [1];
const CALL_MS = 10_000;
const HELLO_MS = 2_000;

/** What somebody who listens later must be told: the last of each. */
const LASTING = /^(configure|clan\.changed|auth\.token|app\.pause|ui\.\w+)$/;
const ENDS: Readonly<Record<string, string>> = {'auth.clear': 'auth.token', 'app.resume': 'app.pause'};

export function createLink({page, after, lifeId}: LinkOptions): HostLink {
  const listeners = new Set<Handlers>();
  const lasting = new Map<string, Params>();
  const calls = new Map<unknown, Call>();
  let count = 0;
  let missing: LiveOpsError | undefined;
  let greet: (methods: unknown) => void = () => undefined;
  const greeted = new Promise<unknown>(resolve => (greet = resolve));

  const post = (message: Message): Promise<void> => bridge.send(toText(message));

  const take = (id: unknown): Call | undefined => {
    const call = calls.get(id);
    calls.delete(id);
    call?.stop();
    return call;
  };

  const notify = (method: string, params?: Params): void => {
    // A host that does not take the error either is not there to be told.
    post({method, ...(params && {params})}).catch((error: LiveOpsError) => method !== 'error' && tell(error));
  };
  const tell = ({code, message}: LiveOpsError): void => notify('error', {code, message});

  const request = (method: string, params: Params = {}, ms = CALL_MS): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (missing) return reject(missing);
      const id = `${lifeId}-${++count}`;
      const stop = after(ms, () => take(id)?.reject(new LiveOpsError('timeout', `The host did not answer ${method}.`)));
      calls.set(id, {resolve, reject, stop});
      post({id, method, params}).catch((error: LiveOpsError) => take(id)?.reject(error));
    });

  const hello = (): void => {
    missing = undefined;
    request('ready', {versions: VERSIONS, methods: [...listeners].flatMap(Object.keys)}, HELLO_MS).then(
      answer => greet((answer as {methods?: unknown} | null)?.methods),
      () => greet(undefined),
    );
  };

  const handle = async (method: string, params: Params): Promise<unknown> => {
    if (method === 'ping') return {};
    const found = [...listeners].filter(handlers => Object.keys(handlers).includes(method));
    lasting.delete(ENDS[method] ?? method);
    if (LASTING.test(method)) lasting.set(method, params);
    else if (!found.length) throw -32601;
    const results = await Promise.all(found.map(handlers => handlers[method]?.(params)));
    return results[0];
  };

  const answer = async ({id, method = '', params = {}}: Message): Promise<void> => {
    const said = handle(method, params).then(
      (result = null) => ({result}),
      error => ({error: toError(error)}),
    );
    if (id !== undefined) post({id, ...(await said)}).catch(tell);
  };

  const receive = (text: string): void => {
    const message = toMessage(text);
    if (!message) return void post({id: null, error: {code: -32700, message: 'Not a message.'}}).catch(tell);
    if (message.method) return void answer(message);
    const call = take(message.id);
    if ('result' in message) call?.resolve(message.result);
    else call?.reject(new LiveOpsError('invalid', 'The host answered with an error.'));
  };

  const bridge = createBridge({
    page,
    after,
    onFound: hello,
    onMissing(error) {
      missing = error;
      greet(undefined);
      for (const id of [...calls.keys()]) take(id)?.reject(error);
    },
    onText: receive,
  });

  return {
    receive,
    register: bridge.register,
    connect: (name, hostName) => bridge.connect(name, hostName),
    request,
    notify,
    async supports(method) {
      const methods = await greeted;
      return Array.isArray(methods) && methods.includes(method);
    },
    listen(handlers) {
      listeners.add(handlers);
      for (const [method, params] of lasting)
        if (method in handlers) void Promise.resolve(params).then(handlers[method]);
      return () => listeners.delete(handlers);
    },
  };
}

/** An answer's error: the standard's own, or ours by its code. */
function toError(error: unknown): object {
  if (error === -32601) return {code: -32601, message: 'Unknown method.'};
  const {code = 'invalid'} = error as Partial<LiveOpsError>;
  return {code: -32000, message: 'Failed.', data: {code}};
}
