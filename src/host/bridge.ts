import {LiveOpsError} from '../errors.js';
import {type Host, HOSTS, type Page, type Send} from './hosts.js';
import {LONGEST} from './message.js';

export type BridgeOptions = {
  page: Page & Partial<Pick<EventTarget, 'addEventListener'>>;
  /** Runs `task` once after `ms`; the result cancels it. */
  after(ms: number, task: () => void): () => void;
  /** Called when a host is found, before anything is sent to it, and when it says so itself once more. */
  onFound(): void;
  /** Hears why there is no host; one may still come. */
  onMissing(error: LiveOpsError): void;
  /** Hears a text that a host answered with. */
  onText(text: string): void;
};

/** The way to the host, which many webviews put into the page long after it has loaded. */
export type Bridge = {
  register(host: Host): void;
  connect(name: string, hostName: string | undefined): void;
  /** Sends now or when a host is there. Rejects with a `LiveOpsError` when the host does not take it. */
  send(text: string): Promise<void>;
};

type Found = {name: string; kind?: Host['kind']; longest?: number | undefined; send: Send};

const SEEK_MS = 100;
const SEEKS = 80;
const WAITING = 100;

/** Events of hosts that come late, on the window or, of Unreal, on the document. */
const READY = ['vuplexready', 'flutterInAppWebViewPlatformReady', 'ue:ready'];

export function createBridge({page, after, onFound, onMissing, onText}: BridgeOptions): Bridge {
  const hosts = [...HOSTS];
  let wanted: readonly [name: string, hostName?: string | undefined] | undefined;
  let host: Found | undefined;
  const waiting: ((host: Found) => void)[] = [];
  let left = 0;
  let stop = (): void => undefined;

  const deliver = async (text: string, {send, longest = LONGEST}: Found): Promise<void> => {
    if (text.length > longest) throw new LiveOpsError('host', `A message is longer than ${longest} characters.`);
    try {
      const reply = await send(text);
      // Handlers of some hosts answer `ok` or nothing.
      if (typeof reply === 'string' && /^\s*{/.test(reply)) onText(reply);
    } catch {
      throw new LiveOpsError('host', 'The host did not take a message.');
    }
  };

  const lookUp = (): readonly Found[] => {
    const [name, hostName] = wanted ?? [];
    const candidates = hosts.filter(({name: own, kind}) => (name ? own === name : kind));
    return candidates.flatMap(({find, ...facts}) => {
      const send = find(page, hostName);
      return send ? [{...facts, send}] : [];
    });
  };

  const choose = (): Found | undefined => {
    const found = lookUp();
    const [first, second] = [found.find(({kind}) => kind === 'specific') ?? found[0], found[1]];
    if (wanted?.[0] || first?.kind !== 'generic' || !second) return first;
    wanted = undefined;
    onMissing(new LiveOpsError('config', `\`host\` must say which: ${found.map(({name}) => name).join(', ')}.`));
    return undefined;
  };

  const seek = (): void => {
    if (host || !wanted) return;
    host = choose();
    if (!host) return;
    onFound();
    for (const go of waiting.splice(0)) go(host);
  };

  const keepSeeking = (): void => {
    seek();
    if (host || !wanted) return;
    if (left--) stop = after(SEEK_MS, keepSeeking);
    else onMissing(new LiveOpsError('host', `No host${wanted[0] && ` ${wanted[0]}`}.`));
  };

  const announced = (): void => (host ? onFound() : seek());
  // In the capture phase, in which the window hears also what does not bubble.
  for (const type of READY) page.addEventListener?.(type, announced, true);

  return {
    register(added) {
      hosts.unshift(added);
      seek();
    },
    connect(name, hostName) {
      if (wanted?.[0] === name && wanted[1] === hostName) return;
      wanted = [name, hostName];
      host = undefined;
      left = SEEKS;
      stop();
      keepSeeking();
    },
    send: text =>
      new Promise((resolve, reject) => {
        const go = (to: Found): void => void deliver(text, to).then(resolve, reject);
        if (host) go(host);
        else if (waiting.push(go) > WAITING) waiting.shift();
      }),
  };
}
