import {LiveOpsError} from '../errors.js';

/**
 * The methods that the host accepts, from its answer to `ready`. They can change: a host may appear late, or be
 * replaced.
 */
export type Greeting = {
  /** Asks the host that has just appeared. */
  ask(methods: readonly string[]): Promise<void>;
  /** There is no host. One may still appear. */
  giveUp(): void;
  /** Whether the host accepts requests for this method; waits for a host, and two seconds for its answer. */
  supports(method: string): Promise<boolean>;
  hasAnswered(): boolean;
  onLate(listener: () => void): () => void;
};

type GreetingOptions = {
  /** Sends `ready`; rejects if no answer arrives in time. */
  request(params: Readonly<Record<string, unknown>>, ms: number): Promise<unknown>;
  /** Called when the host speaks another version of the protocol. */
  onMismatch(error: LiveOpsError): void;
};

type Answer = {version?: unknown; methods?: unknown};

const VERSION = 1;
/** A host that is silent for this long gets only the messages that every host must accept. A later answer still counts. */
const ANSWER_MS = 2_000;
const LATE_ANSWER_MS = 60_000;

export function createGreeting(options: GreetingOptions): Greeting {
  return new HostGreeting(options);
}

class HostGreeting implements Greeting {
  readonly #options: GreetingOptions;
  /** `undefined` while the host may still answer in time. */
  #methods: readonly unknown[] | undefined;
  #isAnswered = false;
  readonly #waiting: (() => void)[] = [];
  readonly #lateListeners = new Set<() => void>();

  constructor(options: GreetingOptions) {
    this.#options = options;
  }

  async ask(handled: readonly string[]): Promise<void> {
    let isLate = this.#methods !== undefined && !this.#isAnswered;
    // The empty list of a missing host doesn't apply to the one that has appeared.
    if (isLate) this.#methods = undefined;
    const timer = setTimeout(() => {
      isLate = !this.#isAnswered;
      this.#set(this.#methods ?? []);
    }, ANSWER_MS);
    const params = {versions: [VERSION], methods: handled};
    const answer = await this.#options.request(params, LATE_ANSWER_MS).catch(() => undefined);
    clearTimeout(timer);
    if (answer === undefined) this.#set(this.#methods ?? []);
    else this.#take(answer ?? {}, isLate);
  }

  giveUp(): void {
    this.#set([]);
  }

  supports(method: string): Promise<boolean> {
    return new Promise(resolve => {
      const answer = (): void => resolve(this.#methods?.includes(method) ?? false);
      if (this.#methods) answer();
      else this.#waiting.push(answer);
    });
  }

  hasAnswered(): boolean {
    return this.#isAnswered;
  }

  onLate(listener: () => void): () => void {
    this.#lateListeners.add(listener);
    return () => this.#lateListeners.delete(listener);
  }

  #set(next: readonly unknown[]): void {
    this.#methods = next;
    for (const go of this.#waiting.splice(0)) go();
  }

  #take({version = VERSION, methods: said = []}: Answer, isLate: boolean): void {
    if (Number(version) !== VERSION) {
      const error = new LiveOpsError('host', `The host does not support version ${VERSION} of the protocol.`);
      return this.#options.onMismatch(error);
    }
    this.#isAnswered = true;
    this.#set([said].flat());
    if (isLate) this.#lateListeners.forEach(listener => listener());
  }
}
