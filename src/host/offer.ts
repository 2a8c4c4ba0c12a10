import type {Host} from './hosts.js';
import type {HostLink} from './link.js';

/** The page's bridge, which the bundle has made by the time a script of its own runs. */
export function bridgeOfPage(): HostLink | undefined {
  return (globalThis as {LiveOpsHost?: HostLink}).LiveOpsHost;
}

/** Adds a host whose script was loaded beside the bundle. Without a page nothing happens. */
export function offer(host: Host): void {
  if (typeof document === 'undefined') return;
  const bridge = bridgeOfPage();
  if (bridge) bridge.register(host);
  else console.warn(`Load liveops-elements before its script for the host ${host.name}.`);
}
