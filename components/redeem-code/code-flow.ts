import type {ReactiveControllerHost} from 'lit';
import {readCode} from '../../src/codes/code-input.js';
import type {VerifiedCode} from '../../src/codes/contents.js';
import {codeReasonOf} from '../../src/codes/refusals.js';
import {isLiveOpsError} from '../../src/errors.js';
import type {Session} from '../../src/session/session.js';
import {
  type CodeAction,
  type CodeState,
  isAnswered,
  type Outcome,
  type Problem,
  toApplied,
  TYPING,
} from './code-state.js';
import {CodeFailedEvent, CodeRedeemedEvent, CodeRedeemEvent, PromoCodeRemovedEvent} from './events.js';

/** What the page has set. */
export type FlowSettings = {
  session(): Session | undefined;
  kind(): 'any' | 'coupon' | 'promo-code';
  /** Where a promo code goes. */
  promoCodeFor(): 'cart' | 'order';
};

/** One code on its way through one element: typed, checked, looked at, and then redeemed or applied. Nothing is sent twice. */
export class CodeFlow {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #settings: FlowSettings;
  /** What is in the field. */
  text = '';
  state: CodeState = TYPING;
  problem: Problem | undefined;
  /** How many more codes were pasted. */
  others = 0;
  choices: Readonly<Record<string, string>> = {};
  /** Another one for each code and player, so that a late answer changes nothing. */
  #visit = {};

  constructor(host: ReactiveControllerHost & EventTarget, settings: FlowSettings) {
    this.#host = host;
    this.#settings = settings;
  }

  get isBusy(): boolean {
    return this.isSending || this.state.kind === 'checking';
  }

  /** Whether something is on its way that may change what the player has. */
  get isSending(): boolean {
    return this.state.kind === 'sending' || this.state.kind === 'removing';
  }

  /** The player has changed what is in the field: what was said of another code is over. */
  type(text: string): void {
    this.text = text;
    if (!this.isSending) this.#restart();
  }

  /** Puts a code into the field, and checks it; for the page and for links. */
  fill(text: string): void {
    if (this.isSending) return;
    this.#restart();
    this.text = text.trim();
    void this.check();
  }

  /** What the player has pasted over the whole field. */
  paste(text: string): void {
    const input = readCode(text);
    this.type(input.status === 'code' ? input.code : input.status === 'grouped' ? input.typed : text.trim());
    this.others = 'others' in input ? input.others : 0;
    if (input.status === 'grouped') this.#fail({action: 'check', input});
  }

  /** Takes the code without its dashes and blanks, which the player has agreed to. */
  ungroup(code: string): void {
    this.text = code;
    void this.check();
  }

  choose(sku: string, unit: string): void {
    this.choices = {...this.choices, [sku]: unit};
    this.#host.requestUpdate();
  }

  /** Asks what the code is, and what it gives. */
  async check(): Promise<void> {
    const input = readCode(this.text);
    const session = this.#settings.session();
    if (this.isBusy || !session) return;
    if (input.status !== 'code') return this.#fail({action: 'check', input});
    this.text = input.code;
    this.others ||= input.others;
    await this.#run('check', {kind: 'checking'}, async () => {
      const verified = await session.codes.verify(input.code);
      return {next: {kind: 'checked', verified}};
    });
  }

  /** Redeems the coupon, or applies the promo code, that the player looks at. */
  async commit(): Promise<void> {
    const {state} = this;
    const session = this.#settings.session();
    if (state.kind !== 'checked' || !session) return;
    const {verified} = state;
    const action = this.actionFor(verified);
    if (!action || !this.#host.dispatchEvent(new CodeRedeemEvent(verified))) return;
    await this.#run(action, {kind: 'sending', verified}, () => this.#send(session, action, verified));
  }

  /** Takes the promo code out of the cart, or lets go of it. */
  async remove(): Promise<void> {
    const {state} = this;
    const session = this.#settings.session();
    if (state.kind !== 'applied' || !session) return;
    await this.#run('remove', {...state, kind: 'removing'}, async () => {
      if (state.cart) await session.codes.removePromoCode();
      else session.codes.dropPromoCode();
      return {next: TYPING, event: new PromoCodeRemovedEvent()};
    });
  }

  /** What the player can do with a code on this page. */
  actionFor({kind}: VerifiedCode): Exclude<CodeAction, 'check' | 'remove'> | undefined {
    const wanted = this.#settings.kind();
    const isCoupon = kind === 'coupon' || (kind === 'unknown' && wanted === 'coupon');
    if (isCoupon) return wanted === 'promo-code' ? undefined : 'redeem';
    if (wanted === 'coupon' || (kind === 'unknown' && wanted === 'any')) return undefined;
    return kind === 'unique-offer' || this.#settings.promoCodeFor() === 'order' ? 'keep' : 'apply';
  }

  /** A code that is kept for the next order, by this page or another element of it: the player sees it, and can let it go. */
  adopt(code: string): void {
    const isIdle = this.state.kind === 'typing' && !this.text && !this.problem;
    if (!isIdle || this.#settings.kind() === 'coupon') return;
    this.text = code;
    this.state = {kind: 'applied', verified: {code, kind: 'promo-code', rewards: []}};
  }

  /** The kept code has gone with an order, or the page has dropped it. */
  released(): void {
    if (this.state.kind === 'applied' && !this.state.cart) this.forget();
  }

  /** What one player has typed is nothing for the next. */
  forget(): void {
    this.text = '';
    this.#restart();
  }

  /** A request that fails because nobody is signed in says so, and what was typed stays for the sign-in. */
  signedOut(): void {
    if (!this.isBusy) this.forget();
  }

  async #send(session: Session, action: CodeAction, verified: VerifiedCode): Promise<Outcome> {
    const {code} = verified;
    const {choices} = this;
    if (action === 'redeem') {
      const {rewards} = await session.codes.redeem(code, {choices});
      return {next: TYPING, event: new CodeRedeemedEvent(rewards)};
    }
    if (action === 'keep') {
      const kept = await session.codes.keepPromoCode(code);
      return toApplied(kept);
    }
    const {cart, ...contents} = await session.codes.applyPromoCode(code, {choices});
    return toApplied({...contents, kind: verified.kind}, cart);
  }

  /** A step with its end, unless the player has gone on to something else meanwhile. */
  async #run(action: CodeAction, during: CodeState, task: () => Promise<Outcome>): Promise<void> {
    const visit = (this.#visit = {});
    const before = this.state;
    this.problem = undefined;
    this.#show(during);
    try {
      const {next, event} = await task();
      if (visit !== this.#visit) return;
      if (action === 'redeem') this.forget();
      this.#show(next);
      if (event) this.#host.dispatchEvent(event);
    } catch (error) {
      if (visit !== this.#visit) return;
      const reason = isLiveOpsError(error) ? codeReasonOf(error) : 'other';
      this.#show(isAnswered(action, reason) ? TYPING : before);
      if (!isLiveOpsError(error)) return;
      if (error.code === 'aborted') return this.forget();
      this.#fail({action, reason, error});
      this.#host.dispatchEvent(new CodeFailedEvent({error, reason}));
    }
  }

  #fail(problem: Problem): void {
    this.problem = problem;
    this.#host.requestUpdate();
  }

  #show(state: CodeState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  #restart(): void {
    this.#visit = {};
    this.problem = undefined;
    this.others = 0;
    this.choices = {};
    this.#show(TYPING);
  }
}
