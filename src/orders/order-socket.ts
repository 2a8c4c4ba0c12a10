import type {ReadableAtom} from 'nanostores';
import {LiveOpsError} from '../errors.js';
import {isLoopback} from '../http/loopback.js';
import type {Order} from '../offers.js';

/** Where the vendor pushes order statuses (Centrifuge protocol, as its Unity SDK and its Headless Checkout use it). */
const VENDOR = 'wss://ws-store.xsolla.com/connection/websocket';
/** Checks follow an order for ten minutes; the vendor's own clients keep the connection for five. */
const LONGEST_MS = 300_000;
/** A frame of some statuses has a few hundred characters. */
const LONGEST_FRAME = 65_536;

/** The part of a session that is followed. */
export type OrderSocketSession = {
  readonly orders: {
    readonly $orders: ReadableAtom<readonly Order[]>;
    check(orderId: number): Promise<Order>;
  };
};

export type OrderSocketOptions = {
  /** The project's number at the vendor. */
  readonly projectId: number;
  /** The player's token, as for the session. Called for each connection, so that it never outlives its player. */
  readonly getToken: () => string | Promise<string>;
  /** Default `wss://ws-store.xsolla.com/connection/websocket`. Another one only on a loopback host, as the sandbox's. */
  readonly url?: string;
};

/**
 * Hurries the checks of open orders: while the player has an order that waits for its payment, listens to the vendor's
 * WebSocket, and asks the server about an order as soon as a message names it. A message is never believed. Without it, and
 * whenever it fails, orders are checked every three seconds as ever.
 *
 * One connection for each new order, for at most five minutes. Leaves all errors of the connection alone.
 *
 * @returns Stops it, for good. Call it before the session is destroyed.
 * @throws {LiveOpsError} `config`, naming the option.
 */
export function hurryOrders(session: OrderSocketSession, options: OrderSocketOptions): () => void {
  const socket = new OrderSocket(session, checked(options));
  return () => socket.stop();
}

class OrderSocket {
  readonly #session: OrderSocketSession;
  readonly #options: Required<OrderSocketOptions>;
  readonly #unlisten: () => void;
  /** The orders that wait, by number. */
  #open: ReadonlySet<number> = new Set();
  readonly #checking = new Set<number>();
  #life = new AbortController();

  constructor(session: OrderSocketSession, options: Required<OrderSocketOptions>) {
    this.#session = session;
    this.#options = options;
    this.#unlisten = session.orders.$orders.subscribe(orders => this.#see(orders));
  }

  stop(): void {
    this.#unlisten();
    this.#life.abort();
  }

  #see(orders: readonly Order[]): void {
    const open = orders.filter(({status}) => isOpen(status)).map(({id}) => id);
    const isNew = open.some(id => !this.#open.has(id));
    this.#open = new Set(open);
    if (isNew || !open.length) this.#life.abort();
    if (isNew) void this.#connect((this.#life = new AbortController()));
  }

  /** A new order may be another player's, so each has a connection with a token of its time. */
  async #connect(life: AbortController): Promise<void> {
    const {getToken, projectId, url} = this.#options;
    try {
      const auth = await getToken();
      if (life.signal.aborted) return;
      const socket = new WebSocket(url);
      const timer = setTimeout(() => life.abort(), LONGEST_MS);
      life.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        socket.close();
      });
      socket.addEventListener('open', () =>
        socket.send(JSON.stringify({connect: {data: {auth, project_id: projectId}}, id: 1})),
      );
      socket.addEventListener('message', ({data}) => life.signal.aborted || this.#hear(socket, data));
      socket.addEventListener('close', () => life.abort());
    } catch {
      // No token, or no WebSocket: the orders are checked without it.
    }
  }

  /** A frame has one message per line; an empty one asks whether we are still there. */
  #hear(socket: WebSocket, frame: unknown): void {
    if (typeof frame !== 'string' || frame.length > LONGEST_FRAME) return;
    for (const line of frame.split('\n')) {
      if (line.trim() === '{}') socket.send('{}');
      const id = orderIn(line);
      if (id !== undefined && this.#open.has(id)) void this.#check(id);
    }
  }

  async #check(id: number): Promise<void> {
    if (this.#checking.has(id)) return;
    this.#checking.add(id);
    await this.#session.orders.check(id).catch(() => undefined);
    this.#checking.delete(id);
  }
}

function isOpen(status: Order['status']): boolean {
  return status !== 'done' && status !== 'canceled' && status !== 'expired';
}

/** The order that a pushed message names; `undefined` for any other message. */
function orderIn(line: string): number | undefined {
  try {
    const message = JSON.parse(line) as {push?: {pub?: {data?: {order_id?: unknown}}}} | null;
    const id = Number(message?.push?.pub?.data?.order_id);
    return Number.isSafeInteger(id) && id > 0 ? id : undefined;
  } catch {
    return undefined;
  }
}

function checked({projectId, getToken, url = VENDOR}: OrderSocketOptions): Required<OrderSocketOptions> {
  if (!Number.isSafeInteger(projectId) || projectId < 1) throw wrong('projectId', 'the number of a project');
  if (typeof getToken !== 'function') throw wrong('getToken', 'a function that returns the player’s token');
  if (!isAllowed(url)) throw wrong('url', `${VENDOR}, or a ws or wss URL on a loopback host`);
  return {projectId, getToken, url};
}

/** The player's token goes there. */
function isAllowed(url: unknown): boolean {
  if (url === VENDOR) return true;
  try {
    const {protocol, hostname} = new URL(String(url));
    return /^wss?:$/.test(protocol) && isLoopback(hostname);
  } catch {
    return false;
  }
}

function wrong(option: string, expected: string): LiveOpsError {
  return new LiveOpsError('config', `\`${option}\` must be ${expected}.`);
}
