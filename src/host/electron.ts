import type {Host} from './hosts.js';
import {offer} from './offer.js';

/** What the preload script exposes with `contextBridge`. */
type Exposed = {send(text: string): unknown; onMessage?(listener: (text: string) => void): unknown};

/**
 * Electron with context isolation: https://www.electronjs.org/docs/latest/tutorial/context-isolation. The preload exposes
 * `{send, onMessage}` as `LiveOpsGame`, or as `hostName` says.
 */
export const electron: Host = {
  name: 'electron',
  find(page, hostName = 'LiveOpsGame', receive) {
    const exposed = page[hostName] as Exposed | undefined;
    if (typeof exposed?.send !== 'function') return undefined;
    exposed.onMessage?.(receive);
    return text => exposed.send(text);
  },
};

offer(electron);
