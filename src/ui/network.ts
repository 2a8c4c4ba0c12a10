import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Whether the device has lost the network. Some webviews call every device offline, so the browser's word counts only
 * while it changes: from the moment it says that the network has gone, until it is back or an answer proves it wrong.
 */
export class NetworkController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** When the network went, milliseconds since 1970. */
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
