import type {ReactiveControllerHost} from 'lit';
import {isLiveOpsError, type LiveOpsError} from '../../src/errors.js';

/** What is claimed: one step of one chain. */
type Place = {readonly chainId: number};

/** A claim that is on its way, or why it `failed`. */
export type LastClaim<P extends Place> = {readonly place: P; readonly failed?: LiveOpsError};

/** How an element claims, and what it notifies the page of. */
export type ClaimParts<Session, P extends Place> = {
  session(): Session | undefined;
  /** Dispatches the event before a claim; false where the page has canceled it. */
  announce(place: P): boolean;
  send(session: Session, place: P): Promise<void>;
  claimed(place: P): void;
  failed(place: P, error: LiveOpsError): void;
  /** Until what is shown arrives, the step would appear claimable again. */
  reload(session: Session): Promise<void> | undefined;
};

type Mine<Session, P extends Place> = {place: P; session: Session; failed?: LiveOpsError};

/**
 * The claims that a player makes in one element, and the last one as long as there is something to say of it. Another
 * player's page by then gets no event.
 */
export class ClaimController<Session, P extends Place> {
  readonly #host: ReactiveControllerHost;
  readonly #parts: ClaimParts<Session, P>;
  #last: Mine<Session, P> | undefined;

  constructor(host: ReactiveControllerHost, parts: ClaimParts<Session, P>) {
    this.#host = host;
    this.#parts = parts;
  }

  /** The last claim, where it is about this chain and this player. */
  lastOn(chainId: number): LastClaim<P> | undefined {
    const last = this.#last;
    return last?.place.chainId === chainId && last.session === this.#parts.session() ? last : undefined;
  }

  /** Whether the step was claimed, and the element shows it. */
  async claim(place: P): Promise<boolean> {
    const session = this.#parts.session();
    const last = this.lastOn(place.chainId);
    if (!session || (last && !last.failed) || !this.#parts.announce(place)) return false;
    const mine: Mine<Session, P> = (this.#last = {place, session});
    this.#host.requestUpdate();
    try {
      await this.#parts.send(session, place);
      if (session !== this.#parts.session()) return false;
      this.#parts.claimed(place);
      await this.#parts.reload(session);
      this.forget(mine);
      return true;
    } catch (error) {
      if (!isLiveOpsError(error) || error.code === 'aborted' || session !== this.#parts.session()) this.forget(mine);
      else this.#fail(mine, error);
      return false;
    }
  }

  /** Another clan's or player's list comes next, and their steps have nothing to do with what was claimed. */
  forget(claim = this.#last): void {
    if (!claim || claim !== this.#last) return;
    this.#last = undefined;
    this.#host.requestUpdate();
  }

  #fail(mine: Mine<Session, P>, error: LiveOpsError): void {
    mine.failed = error;
    this.#parts.failed(mine.place, error);
    this.#host.requestUpdate();
  }
}
