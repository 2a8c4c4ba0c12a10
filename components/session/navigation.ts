import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {readPads} from '../../src/ui/navigation/gamepad.js';
import type {Intent} from '../../src/ui/navigation/intents.js';
import {navigatePage, type Navigator, perform} from '../../src/ui/navigation/page.js';
import {NavCancelEvent, NavExitEvent} from './events.js';

type Host = ReactiveControllerHost &
  HTMLElement & {readonly host?: string | null | undefined; readonly gamepad?: boolean | null | undefined};

/** Xbox turns a controller into a mouse, unless a page asks for keys: Microsoft's `navigator.gamepadInputEmulation`. */
type Xbox = {gamepadInputEmulation?: string};

/**
 * Lets players move through the page without a pointer: in a game, and with the attribute `gamepad`. It ends when the
 * element leaves the page.
 */
export class SessionNavigation implements ReactiveController {
  readonly #host: Host;
  readonly #navigator: Navigator;
  #stopPage: (() => void) | undefined;
  #stopPads: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#navigator = {
      exit: dir => void host.dispatchEvent(new NavExitEvent(dir)),
      cancel: () => void host.dispatchEvent(new NavCancelEvent()),
    };
    host.addController(this);
  }

  /** Does what the player wants, unless another session of the page does. */
  readonly perform = (intent: Intent): void => perform(intent, this.#navigator);

  hostUpdate(): void {
    if (!this.#host.isConnected) return this.hostDisconnected();
    const {host, gamepad} = this.#host;
    const isInGame = host != null && host !== 'none';
    if (!gamepad) this.#stopPads = void this.#stopPads?.();
    if (!gamepad && !isInGame) this.#stopPage = void this.#stopPage?.();
    else this.#stopPage ??= navigatePage(this.#navigator);
    if (gamepad) this.#stopPads ??= startPads(this.perform);
  }

  hostDisconnected(): void {
    this.#stopPads = void this.#stopPads?.();
    this.#stopPage = void this.#stopPage?.();
  }
}

/** On Xbox, keys come for the controller's buttons, so that reading them too would move the focus twice. */
function startPads(act: (intent: Intent) => void): () => void {
  const xbox = navigator as Xbox;
  const before = xbox.gamepadInputEmulation;
  if (before === undefined) return readPads(act);
  xbox.gamepadInputEmulation = 'keyboard';
  return () => {
    xbox.gamepadInputEmulation = before;
  };
}
