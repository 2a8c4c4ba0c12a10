import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Whether the device has lost the network. Some webviews always report offline, so only changes count: the device is
 * offline from the `offline` event until an `online` event or an answer.
 */
export class NetworkController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** When the network was lost, milliseconds since 1970. */
  #lostAt: number | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** `answeredAt`: when the last answer arrived, milliseconds since 1970. */
  isLost(answeredAt: number): boolean {
    return this.#lostAt !== undefined && navigator.onLine === false && answeredAt <= this.#lostAt;
  }

  hostConnected(): void {
    addEventListener('offline', this.#changed);
    addEventListener('online', this.#changed);
  }

  hostDisconnected(): void {
    removeEventListener('offline', this.#changed);
    removeEventListener('online', this.#changed);
  }

  readonly #changed = ({type}: Event): void => {
    this.#lostAt = type === 'offline' ? Date.now() : undefined;
    this.#host.requestUpdate();
  };
}
