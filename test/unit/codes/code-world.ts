import type {CodeReceipt} from '../../../src/codes/codes.js';
import type {LiveOpsError} from '../../../src/errors.js';
import {json} from '../../support/fake-api.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {promisesDone} from '../../support/promises-done.js';
import {waitUntil} from '../../support/wait-until.js';
import {sessionOver} from '../session/make-session.js';
import {mapStorage} from '../storage/fake-stores.js';

/**
 * What becomes of a redemption. `doubled`: the browser sends it twice, and the page gets the second answer. `closed`: the page
 * is closed before the answer, and opened again.
 */
export const FATES = [
  'ok',
  'lost before',
  'lost after',
  'failed before',
  'failed after',
  'html after',
  'cut after',
  'vague before',
  'doubled',
  'busy',
  'closed before',
  'closed after',
] as const;
export type Fate = (typeof FATES)[number];

/** How a call for a code ended, and what the server did for it. */
export type CodeEnd = {
  readonly code: string;
  readonly end: 'redeemed' | LiveOpsError;
  /** How many requests the page has sent for it, and how many uses they took. */
  readonly requests: number;
  readonly granted: number;
  /** Whether somebody else used the code between the check before the redemption and its end. */
  readonly isDisturbed: boolean;
};

const CODES = ['ONE', 'TWO', 'MANY'];
/** How often each may be used, by all together. */
const LIMITS: Readonly<Record<string, number>> = {ONE: 1, TWO: 2, MANY: 100};
const PROJECT = 'v2/project/44056';

/** A server with three coupons that can be used once, twice and often, and one player with a page that keeps receipts. */
export class CodeWorld {
  /** What comes next; then all is well. */
  fates: Fate[] = [];
  /** How many of the next checks fail. */
  failingChecks = 0;
  readonly ends: CodeEnd[] = [];
  /** How many redemptions were carried out, by code; twice for one request counts once. */
  readonly carriedOut = new Map<string, number>();
  readonly #storage = mapStorage();
  #parts = this.#open();
  #reloads = 0;
  readonly #uses = new Map<string, number>();
  /** Somebody else uses the code just before the next redemption is carried out. */
  rival = false;
  #requests = 0;
  #granted = 0;
  #isDisturbed = false;

  get receipts(): readonly CodeReceipt[] {
    return this.#parts.session.codes.$receipts.value ?? [];
  }

  /** Another life of the page, which finds out what the one before left. */
  async reload(): Promise<void> {
    const reloads = ++this.#reloads;
    const now = this.#parts.clock.now();
    this.close();
    this.#parts = this.#open();
    this.#parts.clock.pass(now);
    this.#parts.session.codes.$receipts.listen(() => undefined);
    // Node has no locks that pages could wait with, so that a recent redemption may be another page's for a while.
    await promisesDone(20);
    this.#parts.clock.pass(70_000);
    await waitUntil(() => this.#isSettled(), 'the end of what the page before has left');
    if (reloads !== this.#reloads) throw new Error('One reload at a time.');
  }

  async acknowledge(): Promise<void> {
    for (const {id} of this.receipts) await this.#parts.session.codes.acknowledge(id);
  }

  /** Redeems a code, to its end. */
  async redeem(code: string): Promise<void> {
    [this.#requests, this.#granted, this.#isDisturbed] = [0, 0, false];
    const call = this.#parts.session.codes.redeem(code);
    const end = await call.then(
      () => 'redeemed' as const,
      (error: unknown) => error as LiveOpsError,
    );
    this.ends.push({code, end, requests: this.#requests, granted: this.#granted, isDisturbed: this.#isDisturbed});
    if (end !== 'redeemed' && end.code === 'aborted') await this.reload();
  }

  use(code: string): void {
    this.#uses.set(code, (this.#uses.get(code) ?? 0) + 1);
  }

  passMinute(): void {
    this.#parts.clock.pass(60_000);
  }

  close(): void {
    this.#parts.session.destroy();
  }

  #open(): ReturnType<typeof sessionOver> {
    const getToken = (): string => jwt({sub: 'ana'});
    const parts = sessionOver({pollSeconds: 0, getToken, storage: this.#storage});
    for (const code of CODES) parts.api.on(`GET ${PROJECT}/promotion/code/${code}/verify`, () => this.#verify(code));
    parts.api.on(`POST ${PROJECT}/coupon/redeem`, request => this.#redeem(request));
    return parts;
  }

  #isSettled(): boolean {
    const stored = [...this.#storage.disk.values()].filter(text => text.includes('"note"'));
    const shown = stored.filter(text => !text.includes('"state":"refused"'));
    return !stored.some(text => text.includes('"state":"sent"')) && this.receipts.length === shown.length;
  }

  #isUsedUp(code: string): boolean {
    return (this.#uses.get(code) ?? 0) >= (LIMITS[code] ?? 0);
  }

  #verify(code: string): Response {
    if (this.failingChecks > 0) {
      this.failingChecks--;
      return json({errorCode: 0}, 403);
    }
    if (this.#isUsedUp(code)) return json({statusCode: 422, errorCode: 9804}, 422);
    return json({type: 'coupon', code, rewards: {bonus: []}});
  }

  async #redeem(request: Request): Promise<Response> {
    const {coupon_code: code} = (await request.json()) as {coupon_code: string};
    this.#requests++;
    if (this.rival) {
      this.use(code);
      this.#isDisturbed = true;
      this.rival = false;
    }
    const fate = this.fates.shift() ?? 'ok';
    if (fate === 'lost before') throw new TypeError('Failed to fetch');
    if (fate === 'failed before') return json({}, 503);
    if (fate === 'vague before') return json({statusCode: 422, errorCode: 1102}, 422);
    if (fate === 'busy') return json({statusCode: 429, errorCode: 0}, 429);
    if (fate === 'closed before') return this.#closePage();
    const first = this.#carryOut(code);
    if (first.ok) this.carriedOut.set(code, (this.carriedOut.get(code) ?? 0) + 1);
    if (fate === 'closed after') return this.#closePage();
    if (fate === 'doubled') return this.#carryOut(code);
    if (fate === 'lost after') throw new TypeError('Failed to fetch');
    if (fate === 'failed after') return json({statusCode: 500, errorCode: 0}, 500);
    if (fate === 'html after') return new Response('<h1>Hello</h1>', {headers: {'content-type': 'text/html'}});
    return fate === 'cut after' ? new Response('{"items": [{"sk', {headers: first.headers}) : first;
  }

  /** No answer reaches a page that is gone. */
  #closePage(): Promise<Response> {
    this.close();
    return new Promise(() => undefined);
  }

  #carryOut(code: string): Response {
    if (this.#isUsedUp(code)) return json({statusCode: 422, errorCode: 9804}, 422);
    this.use(code);
    this.#granted++;
    return json({items: [{sku: 'potion', name: 'Potion', type: 'virtual_good', quantity: 1}]});
  }
}
