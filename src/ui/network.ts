import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Resource} from '../model.js';
import {looksSame} from './same-data.js';

/** Elements in the page that say when the device is offline; one listener of each kind serves them all. */
const hosts = new Set<ReactiveControllerHost>();

/** When the network was lost, milliseconds since 1970. */
let lostAt: number | undefined;

/**
 * Whether the device has lost the network. Some webviews always report offline, so only changes count: the device is
 * offline from the `offline` event until an `online` event or an answer.
 */
export class NetworkController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** `answeredAt`: when the last answer arrived, milliseconds since 1970. */
  isLost(answeredAt: number): boolean {
    return lostAt !== undefined && answeredAt <= lostAt && navigator.onLine === false;
  }

  hostConnected(): void {
    if (!hosts.size) listen('addEventListener');
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    if (hosts.delete(this.#host) && !hosts.size) listen('removeEventListener');
  }
}

/** As `looksSame`, for elements that say when the device is offline: an answer proves that it is not. */
export function looksSameOnline<T>(one: Resource<T>, other: Resource<T>): boolean {
  const seemsLost = lostAt !== undefined && navigator.onLine === false;
  return !seemsLost && looksSame(one, other);
}

function changed({type}: Event): void {
  lostAt = type === 'offline' ? Date.now() : undefined;
  hosts.forEach(host => host.requestUpdate());
}

function listen(change: 'addEventListener' | 'removeEventListener'): void {
  window[change]('offline', changed);
  window[change]('online', changed);
}
