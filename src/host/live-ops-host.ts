import type {BridgeOptions} from './bridge.js';
import {createLink, type HostLink} from './link.js';

/** The page's bridge, shared by all copies of this package on the page. Created at the first call. */
export function liveOpsHost(): HostLink {
  const global = globalThis as unknown as BridgeOptions['page'] & {LiveOpsHost?: HostLink};
  return (global.LiveOpsHost ??= createLink(global));
}
