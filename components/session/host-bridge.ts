import {LiveOpsError} from '../../src/errors.js';
import {liveOpsHost} from '../../src/session/host.js';
import type {SessionOptions} from '../../src/session/options.js';
import {type Intent, intentOfMessage} from '../../src/ui/navigation/intents.js';

/** Events of the widgets below that go to the game, each with its message. */
const FORWARDED_EVENTS: ReadonlyMap<string, string> = new Map([
  ['liveops-contributors-changed', 'contributors.changed'],
  ['liveops-contribute', 'contribute'],
  ['liveops-rewards-received', 'rewards.received'],
  ['liveops-rewards-acknowledged', 'rewards.acknowledge'],
  ['liveops-nav-exit', 'nav-exit'],
  ['liveops-nav-cancel', 'close'],
  ['liveops-feedback', 'feedback'],
]);

/** Connects to this host, and returns the bridge to it; without a host, nothing. */
type Connect = (host?: SessionOptions['host'] | null, hostName?: string) => ReturnType<typeof liveOpsHost> | undefined;

type Configurable = HTMLElement & {
  readonly updateComplete: Promise<unknown>;
  /** Why there is no session. */
  readonly error: LiveOpsError | undefined;
  readonly projectId?: number | undefined;
};

/**
 * An element's end of the bridge to the game: these properties come in with `configure`, events go out. `perform` does
 * what a player wants who uses the game's controller.
 */
export function createHostBridge(
  element: Configurable,
  properties: readonly string[],
  perform: (intent: Intent) => void,
): Connect {
  let link: ReturnType<typeof liveOpsHost> | undefined;
  let stops: readonly (() => void)[] | undefined;

  const send = ({type, isTrusted: _, ...facts}: Event): void => {
    const method = FORWARDED_EVENTS.get(type);
    if (link && method) forward(link, method, withOldNames(facts));
  };

  const set = (settings: Readonly<Record<string, unknown>>): void => {
    for (const name of Object.keys(settings)) {
      if (properties.includes(name)) Object.assign(element, {[name]: settings[name]});
    }
  };

  /** The game learns what each setting alone can't show: that they start no session. */
  const configure = async (settings: Readonly<Record<string, unknown>>): Promise<void> => {
    set(settings);
    if (element.projectId == null) throw new LiveOpsError('config', '`configure`: `projectId` is missing.');
    await element.updateComplete;
    if (element.error) throw element.error;
  };

  const navigate = (press: Readonly<Record<string, unknown>>): void => {
    const intent = intentOfMessage(press);
    if (!intent) throw new LiveOpsError('config', '`input.nav`: unknown `dir` or `action`.');
    perform(intent);
  };

  return (host, hostName) => {
    if (host == null || host === 'none') return (stops = link = void stops?.forEach(stop => stop()));
    link = liveOpsHost();
    // Before the host is notified that the page is ready.
    stops ??= [link.listen({configure, 'clan.changed': set, 'input.nav': navigate}), listenTo(element, send)];
    link.connect(host, hostName);
    return link;
  };
}

/** Only with a host: a page without one has no listener for it. Returns a function that stops it. */
function listenTo(element: HTMLElement, send: (event: Event) => void): () => void {
  for (const type of FORWARDED_EVENTS.keys()) element.addEventListener(type, send);
  return () => FORWARDED_EVENTS.forEach((_method, type) => element.removeEventListener(type, send));
}

/** An event that fits into no message, not even in parts, is reported: the game may be waiting for it. */
function forward(link: ReturnType<typeof liveOpsHost>, method: string, facts: Readonly<Record<string, unknown>>): void {
  link.notify(method, facts).catch(({name, code, message}: LiveOpsError) => {
    void link.notify('error', {name, code, message: `\`${method}\`: ${message}`});
  });
}

/** `goal` of `contribute` was `target` before; games that read that still can. */
function withOldNames(facts: object): Readonly<Record<string, unknown>> {
  return {...facts, ...('goal' in facts && {target: facts.goal})};
}
