import {randomUUID} from 'node:crypto';
import {upgradeWebSocket} from '@hono/node-server';
import type {Hono} from 'hono';
import type {WSContext} from 'hono/ws';
import type {SandboxEnv} from '../http/env.js';
import type {Tokens} from '../http/tokens.js';
import type {World} from '../world/world.js';
import {Orders, type OrderStatus} from './orders.js';

/** The vendor's path. */
const PATH = '/connection/websocket';
const PING_SECONDS = 25;
/** Centrifuge's codes for a client that may not connect, and for one that sends what it should not. */
const INVALID_TOKEN = 3500;
const BAD_REQUEST = 3501;

/** A command of Centrifuge's JSON protocol, as far as a player's page sends one. */
type Command = {id?: number; connect?: {data?: {auth?: unknown; project_id?: unknown}}};

/** Adds the socket that pushes `{order_id, status}` to the player whose order has another status. */
export function addOrderSocket(app: Hono<SandboxEnv>, world: World, tokens: Tokens): void {
  const upgrade = upgradeWebSocket(() => {
    const listener = new Listener(world, tokens);
    return {
      onMessage: ({data}, socket) => void listener.read(String(data), socket),
      onClose: () => listener.close(),
      onError: () => listener.close(),
    };
  });
  app.get(PATH, upgrade);
}

class Listener {
  readonly #world: World;
  readonly #tokens: Tokens;
  #statuses: ReadonlyMap<number, OrderStatus> = new Map();
  #stop: () => void = () => undefined;

  constructor(world: World, tokens: Tokens) {
    this.#world = world;
    this.#tokens = tokens;
  }

  /** A frame has one command a line; `{}` answers a ping. */
  async read(frame: string, socket: WSContext): Promise<void> {
    for (const line of frame.split('\n').filter(Boolean)) {
      const command = parse(line);
      if (!command) return socket.close(BAD_REQUEST, 'bad request');
      if (command.connect) await this.#connect(command, socket);
    }
  }

  close(): void {
    this.#stop();
  }

  async #connect({id, connect}: Command, socket: WSContext): Promise<void> {
    const {auth, project_id} = connect?.data ?? {};
    const user = await this.#tokens.userOf(`Bearer ${String(auth)}`);
    if (user === null || Number(project_id) !== this.#world.projectId)
      return socket.close(INVALID_TOKEN, 'invalid token');
    this.close();
    this.#statuses = this.#statusesOf(user);
    const unlisten = this.#world.onChange(() => this.#push(user, socket));
    const ping = setInterval(() => socket.send('{}'), PING_SECONDS * 1_000);
    this.#stop = () => {
      unlisten();
      clearInterval(ping);
    };
    socket.send(JSON.stringify({id, connect: {client: randomUUID(), version: '0', ping: PING_SECONDS, pong: true}}));
  }

  #push(user: string, socket: WSContext): void {
    const before = this.#statuses;
    this.#statuses = this.#statusesOf(user);
    for (const [order_id, status] of this.#statuses) {
      if (before.get(order_id) === status) continue;
      socket.send(JSON.stringify({push: {channel: `orders#${user}`, pub: {data: {order_id, status}}}}));
    }
  }

  #statusesOf(user: string): ReadonlyMap<number, OrderStatus> {
    const own = this.#world.of(Orders).all.filter(order => order.user === user);
    return new Map(own.map(({id, status}) => [id, status]));
  }
}

function parse(line: string): Command | undefined {
  try {
    const command: unknown = JSON.parse(line);
    return typeof command === 'object' && command !== null ? command : undefined;
  } catch {
    return undefined;
  }
}
