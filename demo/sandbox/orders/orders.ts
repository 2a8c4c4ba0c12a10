import {randomBytes} from 'node:crypto';
import type {SeedPrice} from '../seed/fields.js';
import type {Seed} from '../seed/seed.js';
import type {Clock} from '../world/times.js';

/** The vendor's words for an order. */
export type OrderStatus = 'new' | 'paid' | 'done' | 'canceled' | 'expired';

/** One of several items of an order; `price` is for all of its pieces. */
export type SoldItem = {readonly sku: string; readonly quantity: number; readonly price: SeedPrice | null};

/** What an order sells. */
export type Sale = {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  /** For all of it; `null` is free. */
  readonly price: SeedPrice | null;
  /** The amount before discounts, where there are any. */
  readonly fullAmount?: number;
  /** Its items, where they are several. */
  readonly items?: readonly SoldItem[];
  /** Whether it is a test payment. */
  readonly isSandbox?: boolean;
  /** What it costs in a virtual currency, where it does. */
  readonly virtual?: {readonly sku: string; readonly amount: number};
  /** Where Pay Station sends the player back to. */
  readonly returnUrl?: string | undefined;
  /** Gives the player what was sold; called once, when the order is done. */
  readonly deliver: (order: SandboxOrder) => void;
};

/** An order. `at` is when it was made, milliseconds since 1970. */
export type SandboxOrder = Sale & {
  readonly id: number;
  readonly user: string;
  readonly token: string;
  readonly at: number;
  readonly status: OrderStatus;
};

/** What may follow what; nothing follows the rest. */
const NEXT: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  new: ['paid', 'canceled', 'expired'],
  paid: ['done', 'canceled'],
  done: [],
  canceled: [],
  expired: [],
};

/** The vendor's tokens live that long unless the project says otherwise. */
const TOKEN_LIFE_MS = 24 * 3600 * 1000;

/** Ids go on after a reset: a page that remembers an order must not meet another one under its number. */
let lastId = 640;

/**
 * The orders of all players. As with the vendor, nothing keeps a player from making two orders of the same thing, and
 * both can be paid.
 */
export class Orders {
  readonly #seed: Seed;
  readonly #clock: Clock;
  readonly #orders = new Map<number, SandboxOrder>();

  constructor(seed: Seed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
  }

  copy(): Orders {
    const copy = new Orders(this.#seed, this.#clock);
    for (const [id, order] of this.#orders) copy.#orders.set(id, order);
    return copy;
  }

  /** All orders, oldest first. */
  get all(): readonly SandboxOrder[] {
    return [...this.#orders.values()];
  }

  get(id: number): SandboxOrder | undefined {
    return this.#orders.get(id);
  }

  byToken(token: string): SandboxOrder | undefined {
    return this.all.find(order => order.token === token);
  }

  /** Whether Pay Station still takes the order's token. */
  isTokenAlive({at}: SandboxOrder): boolean {
    return this.#clock.now() < at + TOKEN_LIFE_MS;
  }

  /** An order that waits for its payment. */
  place(user: string, sale: Sale): SandboxOrder {
    const token = randomBytes(16).toString('hex');
    return this.#keep({...sale, id: ++lastId, user, token, at: this.#clock.now(), status: 'new'});
  }

  /** An order of something free, which is done at once. */
  give(user: string, sale: Sale): SandboxOrder {
    const {id} = this.place(user, sale);
    this.change(id, 'paid');
    return this.change(id, 'done') as SandboxOrder;
  }

  /** Gives an order its next status; `undefined` where that cannot follow the one it has. */
  change(id: number, status: OrderStatus): SandboxOrder | undefined {
    const order = this.get(id);
    if (!order || !NEXT[order.status].includes(status)) return undefined;
    if (status === 'done') order.deliver(order);
    return this.#keep({...order, status});
  }

  #keep(order: SandboxOrder): SandboxOrder {
    this.#orders.set(order.id, order);
    return order;
  }
}
