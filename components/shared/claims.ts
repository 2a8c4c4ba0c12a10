import type {ReactiveControllerHost} from 'lit';
import {isLiveOpsError, type LiveOpsError} from '../../src/errors.js';

/** What is claimed: one step of one chain, or an item, of which an element claims or buys one at a time. */
type Place = {readonly chainId?: number | undefined};

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

/** Several claims, one after the other: how many of the steps are claimed so far. */
export type ClaimRound = {readonly claimed: number; readonly count: number; readonly isOver: boolean};

type Mine<Session, P extends Place> = {place: P; session: Session; failed?: LiveOpsError};
type Round<Session> = {chainId: number | undefined; session: Session; claimed: number; count: number; isOver: boolean};

/**
 * The claims that a player makes in one element, and the last one as long as there is something to say of it. Another
 * player's page by then gets no event.
 */
export class ClaimController<Session, P extends Place> {
  readonly #host: ReactiveControllerHost;
  readonly #parts: ClaimParts<Session, P>;
  #last: Mine<Session, P> | undefined;
  #round: Round<Session> | undefined;

  constructor(host: ReactiveControllerHost, parts: ClaimParts<Session, P>) {
    this.#host = host;
    this.#parts = parts;
  }

  /** The last claim, where it is about this chain and this player. */
  lastOn(chainId?: number): LastClaim<P> | undefined {
    const last = this.#last;
    const isMine = last !== undefined && last.place.chainId === chainId && last.session === this.#parts.session();
    return isMine ? last : undefined;
  }

  /** The last time that all steps of this chain were claimed, unless something else was claimed since. */
  roundOn(chainId?: number): ClaimRound | undefined {
    const round = this.#round;
    const isMine = round !== undefined && round.chainId === chainId && round.session === this.#parts.session();
    return isMine ? round : undefined;
  }

  /** Whether a claim on this chain is on its way, so that no other can be made. */
  isBusyOn(chainId?: number): boolean {
    const last = this.lastOn(chainId);
    return (last !== undefined && !last.failed) || this.roundOn(chainId)?.isOver === false;
  }

  async claim(place: P): Promise<void> {
    const session = this.#parts.session();
    if (!session || this.isBusyOn(place.chainId)) return;
    this.#round = undefined;
    await this.#claim(place, session);
  }

  /** Claims steps of one chain in their order, and stops at the first that is not claimed for certain. */
  async claimAll(places: readonly P[]): Promise<void> {
    const session = this.#parts.session();
    const [first] = places;
    const {chainId} = first ?? {};
    if (!session || !first || this.isBusyOn(chainId)) return;
    const round: Round<Session> = (this.#round = {chainId, session, claimed: 0, count: places.length, isOver: false});
    for (const place of places) {
      const isClaimed = round === this.#round && (await this.#claim(place, session));
      if (!isClaimed) break;
      round.claimed++;
    }
    round.isOver = true;
    this.#host.requestUpdate();
  }

  /** Another clan's or player's list comes next, and their steps have nothing to do with what was claimed. */
  forget(): void {
    this.#last = undefined;
    this.#round = undefined;
  }

  /** Whether the step was claimed, and the element shows it. */
  async #claim(place: P, session: Session): Promise<boolean> {
    const isGone = (): boolean => session !== this.#parts.session();
    if (isGone() || !this.#parts.announce(place)) return false;
    const mine: Mine<Session, P> = (this.#last = {place, session});
    this.#host.requestUpdate();
    try {
      await this.#parts.send(session, place);
      if (isGone()) return false;
      this.#parts.claimed(place);
      await this.#parts.reload(session);
      this.#drop(mine);
      return true;
    } catch (error) {
      if (!isLiveOpsError(error) || error.code === 'aborted' || isGone()) this.#drop(mine);
      else this.#fail(mine, error);
      return false;
    }
  }

  #fail(mine: Mine<Session, P>, error: LiveOpsError): void {
    mine.failed = error;
    this.#parts.failed(mine.place, error);
    this.#host.requestUpdate();
  }

  #drop(claim: Mine<Session, P>): void {
    if (claim === this.#last) this.#last = undefined;
    this.#host.requestUpdate();
  }
}
