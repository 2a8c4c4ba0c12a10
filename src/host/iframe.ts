import {connect, WindowMessenger} from 'penpal';
import type {Host} from './hosts.js';
import {offer} from './offer.js';

/** What the parent page offers through penpal: `receive(text)`. */
type Parent = {receive(text: string): unknown};

/**
 * A page in a frame of a launcher or shop. `hostName` lists the allowed parent origins in full, separated by spaces;
 * penpal drops messages from any other window or origin. Wildcards and opaque origins are refused.
 */
export const iframe: Host = {
  name: 'iframe',
  find(page, hostName = '', receive) {
    const remoteWindow = page['parent'] as Window | undefined;
    const origins = hostName.split(/\s+/).filter(Boolean);
    if (!remoteWindow || remoteWindow === (page as unknown) || !areExact(origins)) return undefined;
    const parent = connect({
      messenger: new WindowMessenger({remoteWindow, allowedOrigins: origins}),
      methods: {receive},
    }).promise as unknown as Promise<Parent>;
    return async text => void (await (await parent).receive(text));
  },
};

/** Whether each is a full https origin, or an http origin on this machine. */
function areExact(origins: readonly string[]): boolean {
  const exact = origins.length > 0 && origins.every(isExact);
  if (!exact) console.warn('The host iframe needs `host-name`: exact https origins of the pages around it.');
  return exact;
}

function isExact(text: string): boolean {
  const [, scheme, host] = /^(https?):\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?$/.exec(text) ?? [];
  return scheme === 'https' || (scheme === 'http' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host ?? ''));
}

offer(iframe);
