import {LiveOpsError} from '../../src/errors.js';
import {liveOpsHost} from '../../src/session/host.js';
import type {SessionOptions} from '../../src/session/options.js';

/** Events of the widgets below that go to the game, each with its message. */
const FORWARDED_EVENTS = [
  ['liveops-contributors-changed', 'contributors.changed'],
  ['liveops-contribute', 'contribute'],
  ['liveops-rewards-received', 'rewards.received'],
  ['liveops-rewards-acknowledged', 'rewards.acknowledge'],
] as const;

/** Connects to this host, and returns the bridge to it; without a host, nothing. */
type Connect = (host?: SessionOptions['host'] | null, hostName?: string) => ReturnType<typeof liveOpsHost> | undefined;

type Configurable = HTMLElement & {
  readonly updateComplete: Promise<unknown>;
  /** Why there is no session. */
  readonly error: LiveOpsError | undefined;
  readonly projectId?: number | undefined;
};

/** An element's end of the bridge to the game: these properties come in with `configure`, events go out. */
export function createHostBridge(element: Configurable, properties: readonly string[]): Connect {
  let link: ReturnType<typeof liveOpsHost> | undefined;
  let stop: (() => void) | undefined;

  for (const [type, method] of FORWARDED_EVENTS) {
    element.addEventListener(type, ({isTrusted: _, ...facts}) => link && forward(link, method, withOldNames(facts)));
  }

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

  return (host, hostName) => {
    if (host == null || host === 'none') return (stop = link = void stop?.());
    link = liveOpsHost();
    // Before the host is notified that the page is ready.
    stop ??= link.listen({configure, 'clan.changed': set});
    link.connect(host, hostName);
    return link;
  };
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
