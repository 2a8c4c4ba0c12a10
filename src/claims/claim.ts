import type {LiveOpsError} from '../errors.js';
import type {ClaimLock} from './claim-lock.js';
import {identify, untilLeft} from './own-calls.js';
import type {Tokens} from './player-tokens.js';
import {createRunning} from './running.js';
import {settleClaim} from './settle-claim.js';
import type {StepEvidence} from './verdict.js';

/** A step that a player claims, of any family. */
export type Claim = {
  /** Names the step within its family. */
  readonly key: string;
  /**
   * Reads the step before anything is sent. Absent: the claim is sent without this check.
   *
   * @throws {LiveOpsError} why the step cannot be claimed, or why nothing could be read.
   */
  before?(signal: AbortSignal): Promise<'claimed' | 'claimable'>;
  /**
   * Sends the claim once.
   *
   * @throws {LiveOpsError} `already-claimed`; `outcome-unknown` when no answer says what happened; any other code when
   *   the server says that nothing was done.
   */
  send(token: string, signal: AbortSignal): Promise<void>;
  /** Reads the step again. @throws {LiveOpsError} when nothing could be read. */
  check(signal: AbortSignal): Promise<StepEvidence>;
};

/** The members of a session that a claim needs. */
export type ClaimSession = {
  readonly tokens: Tokens;
  /** One claim at a time, in all tabs of a player. */
  readonly alone: ClaimLock;
  playerOf(token: string): string;
  /** Aborted when the player leaves, and when the session ends. */
  life(): AbortSignal;
  onError(error: LiveOpsError): void;
  /** Reloads everything that is shown. */
  renew(): void;
};

/**
 * The claims of one family; `notify` informs the player's other sessions that a claim has ended. A claim belongs to the
 * player who made it: once that player has left, it sends, reports and reloads nothing, and rejects with `aborted`.
 * Calls for a step that is being claimed get the same promise.
 *
 * @throws {LiveOpsError} when the step is not claimed, or nothing could be learned (`outcome-unknown`).
 */
export function createClaims(session: ClaimSession, notify: (player: string) => void): (claim: Claim) => Promise<void> {
  const start = createRunning<void>(session);
  return claim => start(claim.key, life => claimFor({session, notify}, claim, life));
}

type Claimant = {readonly session: ClaimSession; notify(player: string): void};

async function claimFor({session, notify}: Claimant, claim: Claim, life: AbortSignal): Promise<void> {
  try {
    await untilLeft(life, claimInTurn({session, notify}, claim, life));
  } catch (error) {
    if (!life.aborted) session.onError(error as LiveOpsError);
    throw error;
  } finally {
    // Also after a failure: the page did not show what the server has.
    if (!life.aborted) session.renew();
  }
}

async function claimInTurn({session, notify}: Claimant, claim: Claim, life: AbortSignal): Promise<void> {
  const {player, read, send} = await identify(session, life);
  const {before} = claim;
  const steps = {
    ...(before && {before: () => read(signal => before.call(claim, signal))}),
    send: () => send((token, signal) => claim.send(token, signal)),
    check: () => read(signal => claim.check(signal)),
  };
  await session.alone(player, () => settleClaim(steps)).finally(() => notify(player));
}
