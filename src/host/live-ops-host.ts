import type {BridgeOptions} from './bridge.js';
import {createLink, type HostLink} from './link.js';

/** The bridge of this page, one for all copies of this package on it. Made at the first call. */
export function liveOpsHost(): HostLink {
  const global = globalThis as unknown as BridgeOptions['page'] & {LiveOpsHost?: HostLink};
  return (global.LiveOpsHost ??= createLink(global));
}
