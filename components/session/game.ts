import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {connectHost} from '../../src/session-host.js';
import type {SessionOptions} from '../../src/session-options.js';

/** What the host may set up on the element. */
const SETTINGS = ['projectId', 'apiBase', 'clan', 'playerName', 'userKey', 'locale', 'pollSeconds'];

/** Events of the widgets below the element that the host is told, by the message's method. */
const TOLD: Readonly<Record<string, string>> = {
  'contributors.changed': 'liveops-contributors-changed',
  contribute: 'liveops-contribute',
  'rewards.acknowledge': 'liveops-rewards-acknowledged',
};

/** The element's end of the bridge to the game: settings come in, events of the widgets go out. */
export class GameController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  #link: ReturnType<typeof connectHost> | undefined;
  #stop: (() => void) | undefined;

  constructor(element: ReactiveControllerHost & HTMLElement) {
    this.#element = element;
    element.addController(this);
    for (const method of Object.keys(TOLD)) {
      element.addEventListener(TOLD[method] ?? '', event => {
        const {isTrusted: _, ...facts} = event;
        this.#link?.notify(method, facts);
      });
    }
  }

  /** Talks with this host from now on, or with none. */
  connect(host: SessionOptions['host'], hostName: string | undefined): void {
    if (host === undefined) return this.hostDisconnected();
    const link = (this.#link = connectHost(host, hostName));
    this.#stop ??= link.listen({
      configure: settings => this.#set(settings),
      'clan.changed': ({clan}) => this.#set({clan}),
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = this.#link = undefined;
  }

  #set(settings: Readonly<Record<string, unknown>>): void {
    const known = SETTINGS.filter(name => name in settings).map(name => [name, settings[name]]);
    Object.assign(this.#element, Object.fromEntries(known));
  }
}
