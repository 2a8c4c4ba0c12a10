import {json} from '../../support/fake-api.js';
import {chainAnswer, chainPage, rewardAnswer} from '../../support/wire.js';
import {UPDATE} from '../claims/claiming.js';
import {mapStorage} from '../storage/fake-stores.js';
import {LIST, sessionOver} from './make-session.js';

/** What becomes of an update: `lost` and `html` before it is carried out, `unanswered` and `unlisted` after. */
export const FATES = ['ok', 'lost', 'unanswered', 'unlisted', 'html', 'limited', 'refused'] as const;
export type Fate = (typeof FATES)[number];

const BOARDS: Record<string, string> = {wolves: 'winner', owls: 'strix', ravens: 'corvid'};

/** A server that knows one player's clan, and the player's device with one page, and more of them elsewhere. */
export class SwitchWorld {
  readonly granted: string[] = [];
  readonly shown = new Set<string>();
  fate: Fate = 'ok';
  isListed = true;
  attribute = 'wolves';
  #member = 'wolves';
  readonly #storage = mapStorage();
  page = this.#open();
  /** Other pages of the same device, which the player has open, too. */
  #others: SwitchWorld['page'][] = [];

  get session() {
    return this.page.session;
  }

  get requests(): number {
    return this.page.api.requests.length;
  }

  get status(): string {
    return this.session.clanSwitch.$state.get().status;
  }

  get receipts() {
    return this.session.clanSwitch.$receipts.get();
  }

  /** Another page life on the same device. */
  reopen(): void {
    this.page.session.destroy();
    this.page = this.#open();
  }

  /** The player presses on another page. */
  pressElsewhere(): void {
    const other = this.#open();
    this.#others.push(other);
    void other.session.clanSwitch.switchClan();
  }

  pass(ms: number): void {
    for (const {clock} of [this.page, ...this.#others]) clock.pass(ms);
  }

  end(): void {
    for (const {session} of [this.page, ...this.#others]) session.destroy();
  }

  /** Lets all that can happen without time happen. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) {
      await new Promise(resolve => setTimeout(resolve, 0));
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  #open() {
    const page = sessionOver({clan: this.attribute, userKey: 'Rocket', playerName: 'Rocket', storage: this.#storage});
    page.api.on(LIST, () => this.#list()).on(UPDATE, () => this.#update());
    page.session.clanSwitch.$state.listen(() => undefined);
    page.session.clanSwitch.$receipts.subscribe(receipts => {
      for (const {id, rewards, complete} of receipts) {
        if (rewards.length || !complete) this.shown.add(id);
      }
    });
    return page;
  }

  #list(): Response {
    if (!this.isListed) return json({}, 503);
    const isRich = this.#member === 'wolves';
    const step = {step_id: 1, name: 'Level 1', is_claimed: false, price: {amount: 500}, reward: [rewardAnswer()]};
    const point = {sku: 'points', name: 'Points', image_url: null, description: null, is_clan: true};
    const chain = chainAnswer({
      steps: [step],
      value_point: {...point, amount: isRich ? 600 : 9},
      top_contributors: [{name: BOARDS[this.#member], contributed_amount: isRich ? 600 : 9}],
    });
    return json(chainPage([chain]));
  }

  #update(): Response {
    if (this.fate === 'lost') throw new TypeError('Failed to fetch');
    if (this.fate === 'html') return new Response('<h1>Busy</h1>', {status: 503, headers: {'retry-after': '30'}});
    if (this.fate === 'limited') return json({statusCode: 429, errorCode: 0, errorMessage: 'Wait.'}, 429);
    if (this.fate === 'refused') return json({statusCode: 403, errorCode: 9001, errorMessage: 'No.'}, 403);
    const hasMoved = this.attribute !== this.#member;
    const reward = hasMoved && this.#member === 'wolves' ? [rewardAnswer()] : [];
    this.#member = this.attribute;
    if (reward.length) this.granted.push('box');
    if (this.fate === 'unanswered') throw new TypeError('Failed to fetch');
    return json(this.fate === 'unlisted' ? {} : {reward});
  }
}
