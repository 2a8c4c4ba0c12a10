import {liveOpsHost} from '../../src/session-host.js';
import type {SessionOptions} from '../../src/session-options.js';

/** Events of the widgets below that the game is told, and the message that tells each. */
const TOLD = [
  ['liveops-contributors-changed', 'contributors.changed'],
  ['liveops-contribute', 'contribute'],
  ['liveops-rewards-received', 'rewards.received'],
  ['liveops-rewards-acknowledged', 'rewards.acknowledge'],
] as const;

/** Talks with this host from now on, and gives the bridge to it; with none, nothing. */
type Connect = (host?: SessionOptions['host'] | null, hostName?: string) => ReturnType<typeof liveOpsHost> | undefined;

/** An element's end of the bridge to the game: these properties come in with `configure`, events go out. */
export function createGame(element: HTMLElement, properties: readonly string[]): Connect {
  let link: ReturnType<typeof liveOpsHost> | undefined;
  let stop: (() => void) | undefined;

  for (const [type, method] of TOLD) {
    element.addEventListener(type, ({isTrusted: _, ...facts}) => void link?.notify(method, facts));
  }

  const set = (settings: Readonly<Record<string, unknown>>): void => {
    for (const name of Object.keys(settings)) {
      if (properties.includes(name)) Object.assign(element, {[name]: settings[name]});
    }
  };

  return (host, hostName) => {
    if (host == null || host === 'none') return (stop = link = void stop?.());
    link = liveOpsHost();
    // Before the host is told that the page is ready.
    stop ??= link.listen({configure: set, 'clan.changed': set});
    link.connect(host, hostName);
    return link;
  };
}
