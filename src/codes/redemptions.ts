import type {OwnCalls} from '../claims/own-calls.js';
import {throwIfLeft} from '../claims/player-tokens.js';
import {isLiveOpsError} from '../errors.js';
import type {SessionContext} from '../session/context.js';
import {type CodeCalls, sendRedeem} from './calls.js';
import type {CodeChoices, RedeemedCode, VerifiedCode} from './contents.js';
import {endError, endOfRedeem, endStateOf} from './lost-answers.js';
import type {CodeNote} from './note.js';
import type {PlayerReceipts} from './receipts.js';

export type RedemptionParts = {
  readonly session: SessionContext;
  readonly calls: CodeCalls;
  /** As `SessionContext.playerOf` names the player. */
  receiptsOf(player: string): PlayerReceipts;
  /** A request has failed, which may call for a wait. */
  failed(error: unknown): void;
  verify(own: OwnCalls, code: string): Promise<VerifiedCode>;
};

/** The coupons that one player redeems, each to an end that outlives the page. Called in turn with all claims of the player. */
export class Redemptions {
  readonly #parts: RedemptionParts;
  readonly #life: AbortSignal;

  constructor(parts: RedemptionParts) {
    this.#parts = parts;
    this.#life = parts.session.life();
  }

  /**
   * What another page has received for this code since the press.
   *
   * @throws {LiveOpsError} `outcome-unknown` if that page, or one that was closed, has sent it to an unknown end, or may still
   *   wait for its answer.
   */
  async findEnd(own: OwnCalls, code: string, since: number): Promise<RedeemedCode | undefined> {
    const receipts = this.#parts.receiptsOf(own.player);
    await receipts.read();
    const settled = await this.settle(own, receipts);
    const end = settled.find(note => note.code === code) ?? receipts.endSince(code, since);
    if (end && end.state !== 'redeemed') throw endError(end.state);
    if (!end && receipts.isSent(code)) throw endError('unknown');
    return end && {code, rewards: end.rewards};
  }

  /** Checks each redemption whose page was closed before its answer, once. */
  async settle(own: OwnCalls, receipts: PlayerReceipts): Promise<readonly CodeNote[]> {
    const settled: CodeNote[] = [];
    for (const note of receipts.unsettled) {
      const seen = await this.#recheck(own, note.code);
      throwIfLeft(this.#life);
      const end = {...note, state: seen === 'used-up' ? ('probably-redeemed' as const) : ('unknown' as const)};
      await receipts.keep(end);
      settled.push(end);
    }
    return settled;
  }

  async redeem(own: OwnCalls, {code, rewards}: VerifiedCode, selected: CodeChoices | undefined): Promise<RedeemedCode> {
    const receipts = this.#parts.receiptsOf(own.player);
    const note = await receipts.begin(code, rewards);
    try {
      const answer = await own.send((token, signal) => sendRedeem(this.#parts.calls, {code, selected, signal}, token));
      const redeemed = answer.rewards.length ? answer : {code, rewards};
      await receipts.keep({...note, state: 'redeemed', rewards: redeemed.rewards});
      return redeemed;
    } catch (error) {
      this.#parts.failed(error);
      const end = await endOfRedeem(error, () => this.#recheck(own, code));
      // Whether it was sent will be found out when the player is back.
      if (!this.#life.aborted) await this.#keepEnd(receipts, note, end);
      throw end;
    } finally {
      // What is on the screen may show what the player has.
      if (!this.#life.aborted) this.#parts.session.renew();
    }
  }

  async #keepEnd(receipts: PlayerReceipts, note: CodeNote, error: unknown): Promise<void> {
    const state = endStateOf(error);
    if (state) await receipts.keep({...note, state});
    else await receipts.refuse(note);
  }

  async #recheck(own: OwnCalls, code: string): Promise<'used-up' | 'unclear'> {
    try {
      await this.#parts.verify(own, code);
      return 'unclear';
    } catch (error) {
      return isLiveOpsError(error) && error.code === 'code-limit' ? 'used-up' : 'unclear';
    }
  }
}
