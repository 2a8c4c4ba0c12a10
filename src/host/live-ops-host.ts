import {createLink, type HostLink} from './link.js';
import type {Page} from './hosts.js';

/**
 * The bridge of this page, one for all copies of this package on it: the global `LiveOpsHost`. Made at the first call.
 */
export function liveOpsHost(): HostLink {
  const global = globalThis as unknown as {LiveOpsHost?: HostLink};
  return (global.LiveOpsHost ??= createLink({
    page: globalThis as unknown as Page & Window,
    after(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    lifeId: Math.random().toString(36).slice(2),
  }));
}
