import {LiveOpsError} from '../errors.js';
import {setBackgroundTimer} from './background-timer.js';
import {fitMessage} from './fit.js';
import {type Host, HOSTS, type Page, type Send} from './hosts.js';
import {LONGEST, type Message, toText} from './message.js';

export type BridgeOptions = {
  page: Page & Partial<Pick<EventTarget, 'addEventListener'>>;
  /** Called when a host is found, before anything is sent to it, and when it announces itself again. */
  onFound(): unknown;
  /** Called with the reason if there is no host. One may still appear. */
  onMissing(error: LiveOpsError): void;
  /** Called with a message string of the host that did not arrive through `LiveOpsHost.receive`. */
  onText(text: string): void;
};

/** The connection to the host. Many webviews inject their host long after the page has loaded. */
export type Bridge = {
  register(host: Host): void;
  connect(name: string, hostName?: string): void;
  /** Looks for the host now, if there is none yet. */
  seek(): void;
  /**
   * Sends now, or once a host appears, unless the message is no longer wanted. Rejects with a `LiveOpsError` if the
   * host does not take it.
   */
  sendMessage(message: Message, isWanted?: () => boolean): Promise<void>;
};

type Found = readonly [host: Host, send: Send];
type Wanted = readonly [name: string, hostName: string];
type Waiting = {deliver(found: Found): void; drop(error: LiveOpsError): void};

/** We check for the host often at first; then it counts as missing, and we check rarely. Milliseconds. */
const SEEK_MS = 100;
const SEEKS = 80;
const LATE_SEEK_MS = 1_000;
const MOST_WAITING = 100;

/** Events that late hosts dispatch on the window, or on the document (Unreal). */
const READY = ['vuplexready', 'flutterInAppWebViewPlatformReady', 'ue:ready'];

export function createBridge(options: BridgeOptions): Bridge {
  return new HostBridge(options);
}

class HostBridge implements Bridge {
  readonly #options: BridgeOptions;
  readonly #hosts = [...HOSTS];
  readonly #waiting: Waiting[] = [];
  #wanted: Wanted | undefined;
  #found: Found | undefined;
  #seeksLeft = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: BridgeOptions) {
    this.#options = options;
    // In the capture phase, events that don't bubble also reach the window.
    for (const type of READY) options.page.addEventListener?.(type, () => this.#onReady(), true);
  }

  register(host: Host): void {
    this.#hosts.unshift(host);
    this.seek();
  }

  connect(name: string, hostName = 'LiveOpsGame'): void {
    if (this.#wanted?.[0] === name && this.#wanted[1] === hostName) return;
    this.#wanted = [name, hostName];
    this.#found = undefined;
    this.#seeksLeft = SEEKS;
    clearTimeout(this.#timer);
    this.#keepSeeking();
  }

  seek(): void {
    if (this.#found || !this.#wanted) return;
    this.#found = this.#choose(this.#wanted);
    if (!this.#found) return;
    this.#options.onFound();
    for (const {deliver} of this.#waiting.splice(0)) deliver(this.#found);
  }

  sendMessage(message: Message, isWanted = (): boolean => true): Promise<void> {
    return new Promise((resolve, reject) => {
      const deliver = (to: Found): void => {
        if (isWanted()) void this.#deliver(message, to).then(resolve, reject);
      };
      if (this.#found) return deliver(this.#found);
      this.#waiting.push({deliver, drop: reject});
      if (this.#waiting.length <= MOST_WAITING) return;
      this.#waiting.shift()?.drop(new LiveOpsError('host', `More than ${MOST_WAITING} messages wait for a host.`));
    });
  }

  #onReady(): void {
    if (this.#found) this.#options.onFound();
    else this.seek();
  }

  #keepSeeking(): void {
    this.seek();
    if (this.#found || !this.#wanted) return;
    const [name] = this.#wanted;
    this.#seeksLeft--;
    if (this.#seeksLeft === -1)
      this.#options.onMissing(
        new LiveOpsError(
          'host',
          `No host ${name && `named '${name}' `}appeared within ${(SEEKS * SEEK_MS) / 1_000} s. Check \`host\`, or load its script after the bundle.`,
        ),
      );
    this.#timer = setBackgroundTimer(() => this.#keepSeeking(), this.#seeksLeft < 0 ? LATE_SEEK_MS : SEEK_MS);
  }

  #choose([name, hostName]: Wanted): Found | undefined {
    const {page, onText, onMissing} = this.#options;
    const candidates = this.#hosts.filter(host => (name ? host.name === name : host.kind));
    const all = candidates
      .map(host => [host, host.find(page, hostName, onText)] as const)
      .filter((found): found is Found => found[1] !== undefined);
    if (name || all.length < 2 || all[0]?.[0].kind === 'specific') return all[0];
    this.#wanted = undefined;
    const names = all.map(([host]) => host.name).join(', ');
    onMissing(new LiveOpsError('config', `Several hosts were found: \`host\` must be one of ${names}.`));
    return undefined;
  }

  async #deliver(message: Message, [host, send]: Found): Promise<void> {
    const {longest = LONGEST, lengthOf = (text: string) => text.length} = host;
    const texts = fitMessage(message, text => lengthOf(text) <= longest);
    if (!texts) {
      const {length} = toText(message);
      throw new LiveOpsError('host', `The message has ${length} characters; ${host.name} takes ${longest}.`);
    }
    try {
      const replies = texts.map(text => send(text));
      for (const reply of await Promise.all(replies)) {
        // Some handlers answer with `ok` or nothing.
        if (typeof reply === 'string' && reply.startsWith('{')) this.#options.onText(reply);
      }
    } catch {
      throw new LiveOpsError('host', `The host ${host.name} accepts no messages.`);
    }
  }
}
