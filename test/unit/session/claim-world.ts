import type {Session} from '../../../src/session/session.js';
import {json} from '../../support/fake-api.js';
import {chainAnswer, chainPage, rewardAnswer} from '../../support/wire.js';
import {dailyAnswer, dayAnswer} from '../../support/fixtures/daily-chain.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {later} from '../../support/deferred.js';
import {LIST, sessionOver} from './make-session.js';

/** What becomes of a claim: lost before or after it is carried out, or answered by somebody else. */
export const FATES = ['ok', 'lost', 'unanswered', 'html after', 'held', 'limited after', 'token refused'] as const;
export type Fate = (typeof FATES)[number];

/** What becomes of a look: `old` shows nothing as claimed. */
export const LOOKS = ['ok', 'fails', 'old', 'held'] as const;
export type Look = (typeof LOOKS)[number];

/** Steps 1 and 2 are reached, 3 is not. */
export const STEPS = [1, 2, 3] as const;

export type Player = 'ana' | 'ben';
type Press = {readonly player: Player; readonly step: number; result?: string; isRight?: boolean; hasLeft?: boolean};

const PATH = /(\d)\/claim/;

/** A family as its server tells of it. `isClaimed` says which steps a player has. */
export type WorldFamily = {
  readonly name: string;
  /** Codes that a press may end with beside those of every family. */
  readonly codes: readonly string[];
  /** The calls that show its chain, and the answer to each. */
  readonly reads: Readonly<Record<string, (isClaimed: (step: number) => boolean) => object>>;
  readonly claimPath: (step: number) => string;
  /** How a step that is claimed already, and one that is out of reach, is refused. */
  readonly alreadyCode: number;
  readonly closedCode: number;
  claim(session: Session, step: number): Promise<void>;
  watch(session: Session): void;
};

const rewardChain = (isClaimed: (step: number) => boolean): object =>
  chainAnswer({
    steps: STEPS.map(step => ({
      step_id: step,
      is_claimed: isClaimed(step),
      price: {amount: step === 3 ? 9_999 : 100},
      reward: [rewardAnswer()],
    })),
  });

const dailyChain = (isClaimed: (step: number) => boolean): object => {
  const open = (step: number): string => (step === 3 ? 'claim_in_future' : 'claimable');
  return dailyAnswer([], {steps: STEPS.map(step => dayAnswer(step, isClaimed(step) ? 'claimed' : open(step)))});
};

export const WORLDS: readonly WorldFamily[] = [
  {
    name: 'reward steps',
    codes: ['not-enough-points'],
    reads: {[LIST]: isClaimed => chainPage([rewardChain(isClaimed)])},
    claimPath: step => `v2/project/44056/user/reward_chain/101/step/${step}/claim`,
    alreadyCode: 9912,
    closedCode: 9913,
    claim: (session, step) => session.claimStep(101, step),
    watch: session => void session.$rewardChains.listen(() => undefined),
  },
  {
    name: 'days',
    codes: ['not-available', 'not-found', 'invalid'],
    reads: {
      'GET v2/project/44056/user/daily_chain': isClaimed => chainPage([dailyChain(isClaimed)]),
      'GET v2/project/44056/user/daily_chain/201': dailyChain,
    },
    claimPath: step => `v2/project/44056/user/daily_chain/201/step/number/${step}/claim`,
    alreadyCode: 1102,
    closedCode: 1102,
    claim: (session, step) => session.claimDay(201, step),
    watch: session => void session.$dailyChains.listen(() => undefined),
  },
];

/** A server that knows what each player has claimed, and a device with one page at a time. */
export class ClaimWorld {
  readonly family: WorldFamily;
  readonly faults: string[] = [];
  readonly presses: Press[] = [];
  /** What comes next; then all is well. */
  fates: Fate[] = [];
  looks: Look[] = [];
  /** Whom the page's tokens name, and who has made a request in this life of the session. */
  player: Player = 'ana';
  #isIn = true;
  #tokens = 0;
  readonly #claimed = new Set<string>();
  readonly #held: (() => void)[] = [];
  #page;

  constructor(family: WorldFamily) {
    this.family = family;
    this.#page = this.#open();
  }

  press(step: number): Promise<void> {
    this.#passMinute();
    this.#isIn = true;
    const mine: Press = {player: this.player, step};
    this.presses.push(mine);
    const wasClaimed = (): boolean => this.#claimed.has(`${mine.player} ${step}`);
    return this.family.claim(this.#page.session, step).then(
      () => void Object.assign(mine, {result: 'claimed', isRight: wasClaimed()}),
      (error: {code: string}) => void Object.assign(mine, {result: error.code, isRight: !wasClaimed()}),
    );
  }

  signOut(): void {
    this.#leave();
    this.#page.session.signOut();
    this.#isIn = false;
  }

  /** Somebody else signs in, with what a page reads then. */
  async signIn(player: Player): Promise<void> {
    this.signOut();
    this.#passMinute();
    this.player = player;
    this.#isIn = true;
    this.#page.session.refresh();
    await this.settle();
  }

  /** Another page life on the same device. */
  reload(): void {
    this.#leave();
    this.#page.session.destroy();
    this.#isIn = true;
    this.#page = this.#open();
  }

  release(): void {
    this.#held.splice(0).forEach(answer => answer());
  }

  /** Lets all that can happen without time happen. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) {
      await new Promise(resolve => setTimeout(resolve, 0));
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  /** More than a session waits between two tokens, of which a few may follow each other. */
  #passMinute(): void {
    this.#page.clock.pass(60_000);
  }

  #leave(): void {
    for (const press of this.presses) if (!press.result) press.hasLeft = true;
  }

  #open() {
    const page = sessionOver({getToken: () => jwt({sub: this.player, jti: ++this.#tokens})});
    const isOpen = (): boolean => page === this.#page;
    for (const [call, answer] of Object.entries(this.family.reads))
      page.api.on(call, request => this.#show(this.#playerOf(request, isOpen()), answer));
    for (const step of STEPS)
      page.api.on(`POST ${this.family.claimPath(step)}`, request =>
        this.#claim(this.#playerOf(request, isOpen()), Number(PATH.exec(request.url)?.[1])),
      );
    page.session.onError(error => {
      if (!isOpen() || !this.#isIn) this.faults.push(`${error.code} was reported to nobody`);
      if (error.code === 'aborted') this.faults.push('aborted was reported');
    });
    this.family.watch(page.session);
    return page;
  }

  /** Who asks; nobody but the player of the moment may. */
  #playerOf(request: Request, isOpen: boolean): Player {
    const payload = request.headers.get('authorization')?.split('.')[1] ?? '';
    const {sub} = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {sub: Player};
    if (!isOpen) this.faults.push(`${request.method} by a page that is closed`);
    if (!this.#isIn) this.faults.push(`${request.method} after the sign-out`);
    if (sub !== this.player) this.faults.push(`${request.method} as ${sub}, who has left`);
    return sub;
  }

  async #claim(player: Player, step: number): Promise<Response> {
    const fate = this.fates.shift() ?? 'ok';
    if (fate === 'lost') throw new TypeError('Failed to fetch');
    if (fate === 'token refused') return json({statusCode: 401, errorCode: 1501}, 401);
    const answer = this.#carryOut(`${player} ${step}`, step);
    if (fate === 'unanswered') throw new TypeError('Failed to fetch');
    if (fate === 'html after') return new Response('<h1>Busy</h1>', {status: 503});
    if (fate === 'limited after') return json({statusCode: 429, errorCode: 0, errorMessage: 'Wait.'}, 429);
    if (fate === 'held') await this.#hold();
    return answer;
  }

  #carryOut(place: string, step: number): Response {
    const {alreadyCode, closedCode} = this.family;
    if (step === 3) return json({statusCode: 422, errorCode: closedCode}, 422);
    if (this.#claimed.has(place)) return json({statusCode: 422, errorCode: alreadyCode}, 422);
    this.#claimed.add(place);
    return new Response(null, {status: 204});
  }

  async #show(player: Player, answer: (isClaimed: (step: number) => boolean) => object): Promise<Response> {
    const look = this.looks.shift() ?? 'ok';
    if (look === 'fails') return json({statusCode: 404, errorCode: 4001}, 404);
    const shown = answer(step => look !== 'old' && this.#claimed.has(`${player} ${step}`));
    if (look === 'held') await this.#hold();
    return json(shown);
  }

  #hold(): Promise<void> {
    const answer = later<void>();
    this.#held.push(() => answer.resolve());
    return answer.promise;
  }
}
