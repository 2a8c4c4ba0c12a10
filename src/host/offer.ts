import type {Host} from './hosts.js';
import type {HostLink} from './link.js';

/** Adds a host from a script that was loaded in addition to the bundle. Does nothing without a page. */
export function offer(host: Host): void {
  if (typeof document === 'undefined') return;
  const {LiveOpsHost: link} = globalThis as {LiveOpsHost?: HostLink};
  if (link) link.register(host);
  else console.warn(`Load liveops-elements before its script for the host ${host.name}.`);
}
