import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import type {AddressInfo, Socket} from 'node:net';
import {LOOPBACK_TLS} from '../../support/fixtures/loopback-tls.js';

/** A kind of call, by its method and the end of its path. */
export type Kind = {readonly method: string; readonly path: RegExp};

const UPDATE: Kind = {method: 'PUT', path: /\/user\/clan\/update$/};
const PASSED_ON = ['content-type', 'access-control-allow-origin', 'access-control-allow-methods'] as const;

type Request = IncomingMessage | Http2ServerRequest;
type Response = ServerResponse | Http2ServerResponse;

/** An answer of the sandbox, or one made up by a test. */
export type Answer = {status: number; headers: Record<string, string>; text: string};

type Arrival = {request: Request; response: Response; isOnUsedConnection: boolean};

/** One clan update that has arrived at the gate, by the player or by the browser of its own accord. */
export class Update {
  readonly request: Request;
  readonly response: Response;
  /** Whether its connection had carried another request before. */
  readonly isOnUsedConnection: boolean;
  readonly #forward: () => Promise<Answer>;

  constructor({request, response, isOnUsedConnection}: Arrival, forward: () => Promise<Answer>) {
    this.request = request;
    this.response = response;
    this.isOnUsedConnection = isOnUsedConnection;
    this.#forward = forward;
  }

  /** Lets the sandbox carry it out; the answer is the caller's to send, or to lose. */
  apply(): Promise<Answer> {
    return this.#forward();
  }

  /** Sends a whole answer that the page may read. */
  answer({status = 200, headers = {}, text = ''}: Partial<Answer>): void {
    this.response.writeHead(status, {
      'access-control-allow-origin': '*',
      'content-type': 'application/json',
      ...headers,
    });
    this.response.end(text);
  }

  /** Sends the headers of an answer and the beginning of its body. */
  begin(answer: Answer, text: string): Promise<void> {
    const length = String(Buffer.byteLength(answer.text));
    this.response.writeHead(answer.status, {...answer.headers, 'content-length': length});
    return new Promise(resolve => (this.response as ServerResponse).write(text, () => resolve()));
  }

  /** Ends the connection in order: FIN. */
  close(): void {
    this.request.socket.destroy();
  }

  /** Breaks the connection: RST. */
  reset(): void {
    (this.request.socket as Socket).resetAndDestroy();
  }
}

/** What becomes of an update. */
export type Fate = (update: Update) => unknown;

export const applied: Fate = async update => update.answer(await update.apply());

/**
 * A server of its own origin before a sandbox: what goes wrong on the way happens here, on real connections. Everything
 * but clan updates is passed on.
 */
export class Gate {
  /** Every update that arrived, in order. */
  readonly updates: Update[] = [];
  /** Which calls count as updates. */
  kind = UPDATE;
  /** What becomes of the next updates, one after the other; after the last one they are applied. */
  fates: Fate[] = [];
  /** What becomes of every update after those. */
  otherwise: Fate = applied;
  /** The status of reads and of preflights of updates; 0 passes them on, -1 breaks the connection. */
  reads = 0;
  preflights = 0;
  /** Whether connections are kept for the next request. */
  keepAlive = true;
  readonly sandboxUrl: string;
  readonly isHttp2: boolean;
  readonly #used = new WeakSet<object>();
  readonly #server: Server | Http2SecureServer;
  readonly #sockets = new Set<Socket>();
  #waiting: (() => void)[] = [];

  constructor(sandboxUrl: string, isHttp2: boolean) {
    this.sandboxUrl = sandboxUrl;
    this.isHttp2 = isHttp2;
    const listener = (request: Request, response: Response): void => void this.#serve(request, response);
    this.#server = isHttp2 ? createSecureServer(LOOPBACK_TLS, listener) : createServer(listener);
    this.#server.on(isHttp2 ? 'secureConnection' : 'connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async open(sandboxUrl: string, isHttp2 = false): Promise<Gate> {
    const gate = new Gate(sandboxUrl, isHttp2);
    await new Promise<void>(resolve => gate.#server.listen(0, '127.0.0.1', resolve));
    return gate;
  }

  get url(): string {
    const {port} = this.#server.address() as AddressInfo;
    return `${this.isHttp2 ? 'https' : 'http'}://127.0.0.1:${port}`;
  }

  /** Resolves when so many updates have arrived. */
  async arrived(count = 1): Promise<Update> {
    while (this.updates.length < count) await new Promise<void>(resolve => this.#waiting.push(resolve));
    return this.updates[count - 1]!;
  }

  async close(): Promise<void> {
    const closed = new Promise(resolve => this.#server.close(resolve));
    this.#sockets.forEach(socket => socket.destroy());
    await closed;
  }

  async #serve(request: Request, response: Response): Promise<void> {
    const connection = this.isHttp2 ? (request as Http2ServerRequest).stream.session! : request.socket;
    const isOnUsedConnection = this.#used.has(connection);
    this.#used.add(connection);
    if (!this.keepAlive && !this.isHttp2) response.setHeader('connection', 'close');
    const forward = (): Promise<Answer> => this.#forward(request);
    if (request.method === this.kind.method && this.kind.path.test(request.url ?? ''))
      return this.#meet(new Update({request, response, isOnUsedConnection}, forward));
    const status = this.#statusFor(request);
    if (status < 0) return void request.socket.destroy();
    const answer = status ? {status, headers: {'access-control-allow-origin': '*'}, text: ''} : await forward();
    (response as ServerResponse).writeHead(answer.status, answer.headers).end(answer.text);
  }

  #statusFor({method, headers}: Request): number {
    if (method === 'OPTIONS') return headers['access-control-request-method'] === 'PUT' ? this.preflights : 0;
    return this.reads;
  }

  #meet(update: Update): void {
    this.updates.push(update);
    const fate = this.fates.shift() ?? this.otherwise;
    this.#waiting.splice(0).forEach(resolve => resolve());
    void fate(update);
  }

  async #forward({method = '', url = '', headers}: Request): Promise<Answer> {
    const names = ['authorization', 'access-control-request-method', 'access-control-request-headers', 'origin'];
    const passed = names.flatMap(name => (headers[name] ? [[name, String(headers[name])]] : []));
    const answer = await fetch(this.sandboxUrl + url, {method, headers: Object.fromEntries(passed)});
    return {status: answer.status, headers: toHeaders(answer.headers), text: await answer.text()};
  }
}

function toHeaders(headers: Headers): Record<string, string> {
  const names = [...PASSED_ON, 'access-control-allow-headers', 'access-control-max-age'];
  return Object.fromEntries(names.flatMap(name => (headers.has(name) ? [[name, headers.get(name)!]] : [])));
}
