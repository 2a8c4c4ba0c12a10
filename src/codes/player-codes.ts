import {identify, type OwnCalls, untilLeft} from '../claims/own-calls.js';
import {createQueue} from '../claims/queue.js';
import {UNDER_WAY_MS} from '../claims/under-way.js';
import {isLiveOpsError, type LiveOpsError} from '../errors.js';
import type {SessionContext} from '../session/context.js';
import {setStore} from '../set-store.js';
import {type CodeCalls, fetchCart, fetchContents, fetchVerifiedCode} from './calls.js';
import {sendApply, sendRemove} from './calls.js';
import {type Cart, promoChange} from './cart.js';
import {noRoomForChoice, toCartId, toCode, wrongKind} from './checks.js';
import {selectedUnits} from './choices.js';
import {readCode} from './code-input.js';
import type {AppliedPromoCode, CartOptions, RedeemOptions} from './codes.js';
import type {CodeContents, RedeemedCode, VerifiedCode} from './contents.js';
import type {PlayerReceipts} from './receipts.js';
import {Redemptions} from './redemptions.js';
import type {Tries} from './tries.js';

type Kind = VerifiedCode['kind'];

/** What one player does with codes, until the player leaves. */
export class PlayerCodes {
  readonly #session: SessionContext;
  readonly #calls: CodeCalls;
  readonly #life: AbortSignal;
  readonly #tries: Tries;
  readonly #receiptsOf: (player: string) => PlayerReceipts;
  readonly #redemptions: Redemptions;
  readonly #queue = createQueue();
  readonly #kinds = new Map<string, Kind>();
  readonly #redeeming = new Map<string, Promise<RedeemedCode>>();

  constructor(session: SessionContext, tries: Tries, receiptsOf: (player: string) => PlayerReceipts) {
    this.#session = session;
    this.#calls = {http: session.http, projectId: session.projectId, locale: session.locale};
    this.#life = session.life();
    this.#tries = tries;
    this.#receiptsOf = receiptsOf;
    this.#redemptions = new Redemptions({
      session,
      receiptsOf,
      calls: this.#calls,
      failed: error => tries.failed(error),
      verify: (own, code) => this.#fetchVerified(own, code),
    });
  }

  verify(text: string): Promise<VerifiedCode> {
    return this.#run(async own => this.#verify(own, toCode(text)));
  }

  rewards(text: string): Promise<CodeContents> {
    return this.#run(async own => {
      const code = toCode(text);
      const verified = this.#kinds.has(code) ? undefined : await this.#verify(own, code);
      const kind = verified?.kind ?? this.#kinds.get(code);
      if (kind === 'coupon' || kind === 'promo-code') {
        return this.#try(() => own.read(signal => fetchContents(this.#calls, {code, kind}, signal)));
      }
      const {code: _, kind: __, ...contents} = verified ?? (await this.#verify(own, code));
      return contents;
    });
  }

  redeem(text: string, {choices = {}}: RedeemOptions): Promise<RedeemedCode> {
    const input = typeof text === 'string' ? readCode(text) : undefined;
    const key = input?.status === 'code' ? input.code : '';
    const known = this.#redeeming.get(key);
    if (known) return known;
    const pressedAt = this.#session.clock.today();
    const started = this.#run(async own => {
      const code = toCode(text);
      return this.#inTurn(own, async () => {
        const ended = await this.#redemptions.findEnd(own, code, pressedAt);
        if (ended) return ended;
        const verified = await this.#verifyAs('coupon', own, code);
        return this.#redemptions.redeem(own, verified, selectedUnits(verified, choices));
      });
    }).finally(() => this.#redeeming.delete(key));
    if (key) this.#redeeming.set(key, started);
    return started;
  }

  apply(text: string, {choices = {}, cartId}: RedeemOptions & CartOptions): Promise<AppliedPromoCode> {
    return this.#run(async own => {
      const [code, cart] = [toCode(text), toCartId(cartId)];
      return this.#inTurn(own, async () => {
        const {kind: _, ...contents} = await this.#verifyAs('promo-code', own, code);
        const selected = selectedUnits(contents, choices);
        const send = (token: string, signal: AbortSignal): Promise<Cart> =>
          sendApply(this.#calls, {code, selected, cartId: cart, signal}, token);
        return {...contents, cart: await this.#changeCart(own, cart, send)};
      });
    });
  }

  keep(text: string): Promise<VerifiedCode> {
    return this.#run(async own => {
      const code = toCode(text);
      const verified = await this.#verify(own, code);
      if (verified.kind === 'coupon') throw wrongKind(verified.kind, 'promo-code');
      if (verified.rewards.some(({units}) => units)) throw noRoomForChoice();
      setStore(this.#session.$promoCode, code);
      return verified;
    });
  }

  remove({cartId}: CartOptions): Promise<Cart> {
    return this.#run(async own => {
      const cart = toCartId(cartId);
      const send = (token: string, signal: AbortSignal): Promise<Cart> =>
        sendRemove(this.#calls, {cartId: cart, signal}, token);
      return this.#inTurn(own, () => this.#changeCart(own, cart, send));
    });
  }

  /** Reads the receipts, and finds out what an earlier page left without an end. Never rejects. */
  async wake(): Promise<void> {
    try {
      const own = await identify(this.#session, this.#life);
      const receipts = this.#receiptsOf(own.player);
      await receipts.read();
      if (!receipts.isWaiting) return;
      await this.#inTurn(own, async () => {
        await receipts.read();
        await this.#redemptions.settle(own, receipts);
      });
      // Where pages cannot wait for each other.
      if (receipts.isWaiting) this.#session.clock.after(UNDER_WAY_MS, () => void this.wake());
    } catch (error) {
      if (!this.#life.aborted && isLiveOpsError(error)) this.#session.onError(error);
    }
  }

  /** One after the other, for the player who asked; what fails is reported, unless that player has left. */
  async #run<T>(task: (own: OwnCalls) => Promise<T>): Promise<T> {
    const life = this.#life;
    try {
      return await untilLeft(
        life,
        this.#queue(async () => task(await identify(this.#session, life))),
      );
    } catch (error) {
      if (!life.aborted) this.#session.onError(error as LiveOpsError);
      throw error;
    }
  }

  /** In turn with all that the player claims. */
  async #inTurn<T>(own: OwnCalls, task: () => Promise<T>): Promise<T> {
    return this.#session.alone(own.player, task);
  }

  async #verify(own: OwnCalls, code: string): Promise<VerifiedCode> {
    const verified = await this.#try(() => this.#fetchVerified(own, code));
    this.#kinds.set(code, verified.kind);
    return verified;
  }

  /** @throws {LiveOpsError} also for a code that is known to be of another kind. */
  async #verifyAs(kind: Kind, own: OwnCalls, code: string): Promise<VerifiedCode> {
    const verified = await this.#verify(own, code);
    if (verified.kind === kind || verified.kind === 'unknown') return verified;
    throw wrongKind(verified.kind, kind);
  }

  async #fetchVerified(own: OwnCalls, code: string): Promise<VerifiedCode> {
    try {
      return await own.read(signal => fetchVerifiedCode(this.#calls, code, signal));
    } catch (error) {
      if (isUsedUp(error)) await this.#receiptsOf(own.player).usedUp(code);
      throw error;
    }
  }

  /** Changes the promo code of a cart. Where the answer is lost, the cart says what happened, if anything can. */
  async #changeCart(
    own: OwnCalls,
    cartId: string,
    send: (token: string, signal: AbortSignal) => Promise<Cart>,
  ): Promise<Cart> {
    const read = (): Promise<Cart> => own.read(signal => fetchCart(this.#calls, cartId, signal));
    const before = await read();
    try {
      return await own.send(send);
    } catch (error) {
      this.#tries.failed(error);
      if (!isLiveOpsError(error) || error.code !== 'outcome-unknown') throw error;
      const after = await read().catch(() => before);
      if (promoChange(before, after) !== 'changed') throw error;
      return after;
    }
  }

  async #try<T>(call: () => Promise<T>): Promise<T> {
    this.#tries.throwIfWaiting();
    try {
      const answer = await call();
      this.#tries.succeeded();
      return answer;
    } catch (error) {
      this.#tries.failed(error);
      throw error;
    }
  }
}

function isUsedUp(error: unknown): boolean {
  return isLiveOpsError(error) && error.code === 'code-limit';
}
