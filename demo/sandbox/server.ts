import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createAdaptorServer, type WebSocketServerLike} from '@hono/node-server';
import {WebSocketServer} from 'ws';
import {createApp} from './app.js';
import {defaultSeed} from './seed/default-seed.js';
import type {Seed} from './seed/seed.js';

const LOOPBACK = '127.0.0.1';

/** How to start a sandbox. */
export type SandboxOptions = {
  /** The TCP port on 127.0.0.1; 0 picks a free one. */
  readonly port: number;
  /** The initial world; by default project 44056 with player Rocket. */
  readonly seed?: Seed;
  /** The sandbox's clock, milliseconds since 1970; by default the machine's. */
  readonly now?: () => number;
};

/** A running sandbox. */
export type Sandbox = {
  /** Scheme, host and port, without a trailing slash. Control calls are below `/sandbox`. */
  readonly url: string;
  /** The API base for clients: `url` and `/api`. */
  readonly apiBase: string;
  readonly port: number;
  /** Stops listening and closes every connection, including stalled ones. Safe to call again. */
  close(): Promise<void>;
};

/**
 * Starts a LiveOps sandbox: the vendor's player calls over real HTTP, with its own state and nothing outside this
 * process. Only this machine can reach it.
 *
 * @throws The system's error, such as `EADDRINUSE`, if the port is not available.
 */
export async function startSandbox({
  port,
  seed = defaultSeed,
  now = () => Date.now(),
}: SandboxOptions): Promise<Sandbox> {
  const app = createApp(seed, now(), now);
  const sockets = new WebSocketServer({noServer: true});
  const server = createAdaptorServer({
    fetch: app.fetch,
    hostname: LOOPBACK,
    // It would otherwise replace the Request and Response of the whole process, which tests share with it.
    overrideGlobalObjects: false,
    websocket: {server: sockets as WebSocketServerLike},
  }) as Server;
  // A busy client may use a connection again just as a shorter limit closes it: a fault that nobody asked for.
  server.keepAliveTimeout = 60_000;
  const taken = await listen(server, port);
  const url = `http://${LOOPBACK}:${taken}`;
  return {url, apiBase: `${url}/api`, port: taken, close: async () => await close(server, sockets)};
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  await new Promise<void>(resolve => {
    // Called with an error if it was already closed, which is fine.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
