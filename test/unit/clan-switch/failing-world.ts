import type {RawAnswer} from '../../../src/clan-switch/update.js';
import {LiveOpsError} from '../../../src/errors.js';
import type {ContributorRow, RewardChain} from '../../../src/model.js';
import type {StorageTier} from '../../../src/storage/text-store.js';
import {FakeClock} from '../../support/fake-clock.js';
import {mapTier} from '../storage/fake-stores.js';
import {chain, granted, reward, step} from './parts.js';
import {lists} from './make-switch.js';

/** What becomes of the call that fails: it fails, never ends, or the page dies; before it took effect or after. */
export type Failure = `${'reject' | 'hang' | 'crash'} ${'before' | 'after'}`;

const BOARDS: Record<string, readonly ContributorRow[]> = {
  wolves: [{name: 'winner', amount: 555}],
  owls: [{name: 'strix', amount: 900}],
  ravens: [{name: 'corvid', amount: 20}],
};
const POINTS: Record<string, number> = {wolves: 600, owls: 900, ravens: 20};
const forever = (): Promise<never> => new Promise(() => undefined);

/** Counts the calls of a page life and spoils one of them; a page that has died makes no call that comes back. */
export class Faults {
  calls = 0;
  isDead = false;
  readonly #at: number;
  readonly #failure: Failure;

  constructor(at = 0, failure: Failure = 'reject before') {
    this.#at = at;
    this.#failure = failure;
  }

  async around<T>(call: () => T | Promise<T>): Promise<T> {
    if (this.isDead) return forever();
    if (++this.calls !== this.#at) return call();
    const [how, when] = this.#failure.split(' ');
    this.isDead = how === 'crash';
    if (when === 'after') await call();
    if (how !== 'reject') return forever();
    throw new LiveOpsError('network', 'A failure of the test.');
  }
}

/** A server that moves a player from the wolves to another clan once, and what its player's device keeps. */
export class FailingWorld {
  readonly disks: readonly Map<string, string>[];
  readonly granted: string[] = [];
  /** Updates after the one that moved the player. */
  needless = 0;
  #clan = 'wolves';
  readonly #newClan: string;

  constructor(newClan: string, places: number) {
    this.#newClan = newClan;
    this.disks = Array.from({length: places}, () => new Map<string, string>());
  }

  tiers(faults: Faults): readonly StorageTier[] {
    return this.disks.map((disk, index) => {
      const {all, put, remove} = mapTier(disk);
      return {
        durable: index === 0,
        all: prefix => faults.around(() => all(prefix, () => true)),
        put: (key, text) => faults.around(() => put(key, text, () => true)),
        remove: key => faults.around(() => remove(key, () => true)),
      };
    });
  }

  /** Two chains with the same item each; claims count per clan. */
  chains(): readonly RewardChain[] {
    const isOld = this.#clan === 'wolves' && this.#newClan !== 'wolves' && this.granted.length > 0;
    return [101, 102].map(id => ({
      ...chain(id, POINTS[this.#clan] ?? 0, step(id * 10, 500, [reward('box')], isOld)),
      topContributors: BOARDS[this.#clan] ?? [],
    }));
  }

  update(): RawAnswer {
    if (this.granted.length) this.needless++;
    if (this.#clan === this.#newClan) return lists();
    this.#clan = this.#newClan;
    this.granted.push('box', 'box');
    return lists(granted('box'), granted('box'));
  }
}

/** A clock whose timers can fail to be set, too. */
export class FailingClock extends FakeClock {
  readonly #faults: Faults;

  constructor(faults: Faults) {
    super();
    this.#faults = faults;
  }

  override after(ms: number, run: () => void): () => void {
    const faults = this.#faults;
    let isSet = true;
    // A timer that fails is one that never comes: browsers throttle and freeze, they do not refuse.
    const cancel = super.after(ms, () => void (isSet && !faults.isDead && run()));
    void faults.around(() => undefined).catch(() => (isSet = false));
    return cancel;
  }
}
