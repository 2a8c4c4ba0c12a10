import {LiveOpsError} from '../errors.js';
import {type Host, HOSTS, type Page, type Send} from './hosts.js';
import {LONGEST} from './message.js';

export type BridgeOptions = {
  page: Page & Partial<Pick<EventTarget, 'addEventListener'>>;
  /** Called when a host is found, before anything else is sent to it, and when it says once more that it is there. */
  onFound(): unknown;
  /** Hears why there is no host. One may still come. */
  onMissing(error: LiveOpsError): void;
  /** Hears a text of the host that came another way than by `LiveOpsHost.receive`. */
  onText(text: string): void;
};

/** The way to the host, which many webviews put into the page long after it has loaded. */
export type Bridge = {
  register(host: Host): void;
  connect(name: string, hostName?: string): void;
  /** Sends now or when a host is there. Rejects with a `LiveOpsError` when the host does not take it. */
  send(text: string): Promise<void>;
};

type Found = readonly [host: Host, send: Send];

const SEEK_MS = 100;
const SEEKS = 80;
const WAITING = 100;

/** Events of hosts that come late, on the window or, Unreal's, on the document. */
const READY = ['vuplexready', 'flutterInAppWebViewPlatformReady', 'ue:ready'];

export function createBridge({page, onFound, onMissing, onText}: BridgeOptions): Bridge {
  const hosts = [...HOSTS];
  const waiting: ((found: Found) => void)[] = [];
  let wanted: readonly [name: string, hostName: string] | undefined;
  let found: Found | undefined;
  let left = 0;
  let timer: ReturnType<typeof setTimeout>;

  const deliver = async (text: string, [{longest = LONGEST}, send]: Found): Promise<void> => {
    try {
      if (text.length > longest) throw new RangeError();
      const reply = (await send(text)) as string;
      // Some handlers answer with `ok` or nothing.
      if (/^{/.test(reply)) onText(reply);
    } catch {
      throw new LiveOpsError('host', `No way for ${text.length} characters.`);
    }
  };

  const choose = ([name, hostName]: NonNullable<typeof wanted>): Found | undefined => {
    const candidates = hosts.filter(host => (name ? host.name === name : host.kind));
    const all = candidates
      .map(host => [host, host.find(page, hostName, onText)] as const)
      .filter(([, send]) => send) as Found[];
    if (name || all.length < 2 || all[0]?.[0].kind === 'specific') return all[0];
    wanted = undefined;
    onMissing(new LiveOpsError('config', `\`host\` must be one of ${all.map(([host]) => host.name).join()}.`));
    return undefined;
  };

  const seek = (): void => {
    if (found || !wanted) return;
    found = choose(wanted);
    if (!found) return;
    onFound();
    for (const go of waiting.splice(0)) go(found);
  };

  const keepSeeking = (): void => {
    seek();
    if (found || !wanted) return;
    if (left--) timer = setTimeout(keepSeeking, SEEK_MS);
    else onMissing(new LiveOpsError('host', `No host ${wanted[0]}.`));
  };

  // In the capture phase, in which the window hears also what does not bubble.
  for (const type of READY) page.addEventListener?.(type, () => (found ? onFound() : seek()), true);

  return {
    register(host) {
      hosts.unshift(host);
      seek();
    },
    connect(name, hostName = 'LiveOpsGame') {
      if (wanted?.[0] === name && wanted[1] === hostName) return;
      wanted = [name, hostName];
      found = undefined;
      left = SEEKS;
      clearTimeout(timer);
      keepSeeking();
    },
    send: text =>
      new Promise((resolve, reject) => {
        const go = (to: Found): void => void deliver(text, to).then(resolve, reject);
        if (found) go(found);
        else if (waiting.push(go) > WAITING) waiting.shift();
      }),
  };
}
