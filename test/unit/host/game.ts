import {createLink, type HostLink} from '../../../src/host/link.js';
import {createPage, type FakeHost, type FakePage} from './fake-hosts.js';

type Json = ReturnType<typeof JSON.parse>;

export type Message = {id?: string | number | null; method?: string; params?: Json; result?: Json; error?: Json};

/** A game: notes what the page says, and talks back. */
export type Game = {
  page: FakePage;
  link: HostLink;
  heard: Message[];
  texts: string[];
  /** The messages of this method so far. */
  of(method: string): Message[];
  /** Waits for a message of this method. */
  hears(method: string): Promise<Message>;
  /** Puts the host's objects into the page. */
  arrive(): void;
  say(message: Message): void;
  /** Answers a call of the page. */
  answer(call: Message, result: unknown): void;
  connect(name?: string): void;
  /** What is done with each text besides noting it. */
  take: (text: string) => string | undefined | Promise<string | undefined>;
};

export function createGame(host: FakeHost, page = createPage(), lifeId = 'life'): Game {
  const link = createLink(page, lifeId);
  if (host.script) link.register(host.script);
  let tell: ((text: string) => void) | void;
  const heard: Message[] = [];
  const texts: string[] = [];
  const waiting: (() => void)[] = [];
  const game: Game = {
    page,
    link,
    heard,
    texts,
    take: () => undefined,
    of: method => heard.filter(message => message.method === method),
    async hears(method) {
      while (!game.of(method).length) await new Promise<void>(go => waiting.push(go));
      return game.of(method)[0]!;
    },
    arrive() {
      tell = host.install(page, text => {
        texts.push(text);
        heard.push(JSON.parse(text));
        waiting.splice(0).forEach(go => go());
        return game.take(text);
      });
    },
    say: message => (tell ?? link.receive)(JSON.stringify({jsonrpc: '2.0', ...message})),
    answer: ({id}, result) => game.say({id: id!, result}),
    connect: (name = host.name) => link.connect(name, host.hostName),
  };
  return game;
}
