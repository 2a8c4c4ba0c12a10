import {readFileSync} from 'node:fs';
import type {Page} from 'playwright-core';
import {serveApp, type Served} from './browser-page.js';
import {Hono} from 'hono';
import {waitUntil} from '../../support/wait-until.js';

const LONGEST_MS = 30_000;

/** Serves what a game has in its own folder: `dist/game.html`, and nothing else. */
export function serveGamePage(): Promise<Served> {
  const app = new Hono();
  app.get('/game.html', c => c.html(readFileSync('dist/game.html', 'utf8')));
  return serveApp(app);
}

type Json = ReturnType<typeof JSON.parse>;

export type Message = {id?: string; method?: string; params?: Json; result?: Json; error?: Json};

/** The game around a page, as gree/unity-webview is one on iOS and Windows: unescapes what it hears, evaluates what it says. */
export class GameAround {
  readonly heard: Message[] = [];
  readonly texts: string[] = [];
  readonly #page: Page;
  readonly #answers: Readonly<Record<string, (params: Json) => unknown>>;

  constructor(page: Page, answers: Readonly<Record<string, (params: Json) => unknown>>) {
    this.#page = page;
    this.#answers = answers;
  }

  /** Puts `Unity.call` into every document of the page before its scripts run. */
  async arrive(): Promise<void> {
    await this.#page.exposeFunction('toGame', (text: string) => this.#hear(text));
    await this.#page.addInitScript(() => {
      const {toGame} = window as unknown as {toGame(text: string): void};
      Object.assign(window, {Unity: {call: (text: string) => toGame(decodeURIComponent(text.replace(/\+/g, ' ')))}});
    });
  }

  async say(message: Message): Promise<void> {
    const text = JSON.stringify({jsonrpc: '2.0', ...message});
    await this.#page.evaluate(`LiveOpsHost.receive(${JSON.stringify(text)})`);
  }

  of(method: string): readonly Message[] {
    return this.heard.filter(message => message.method === method);
  }

  /** Waits for the message of that number with this method. */
  hears(method: string, count = 1): Promise<Message> {
    return waitUntil(() => this.of(method)[count - 1], `${method}, message ${count}`, LONGEST_MS);
  }

  /** Asks the page, and waits for its answer. */
  async ask(method: string, params: object = {}): Promise<Message> {
    const id = `game-${this.heard.length}`;
    await this.say({id, method, params});
    const answer = (): Message | undefined => this.heard.find(message => message.id === id && !message.method);
    return waitUntil(answer, `an answer to ${method}`, LONGEST_MS);
  }

  #hear(text: string): void {
    const message = JSON.parse(text) as Message;
    this.texts.push(text);
    this.heard.push(message);
    const answer = this.#answers[message.method ?? ''];
    if (answer && message.id) void this.#answer(message.id, answer(message.params));
  }

  async #answer(id: string, result: unknown): Promise<void> {
    // A page that is closed meanwhile has no use for it.
    await this.say({id, result: (await result) ?? null}).catch(() => undefined);
  }
}
