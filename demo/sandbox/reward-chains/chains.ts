import {clanAttribute, type Player} from '../players/player.js';
import type {Clock} from '../world/times.js';
import {Audience} from './audience.js';
import {Calendar} from './calendar.js';
import {Claims, type ClaimRule} from './claims.js';
import {Ledger, type Contribution} from './ledger.js';
import type {SeedReward} from '../seed/fields.js';
import type {RewardChainsSeed, SeedChain, SeedStep} from './seed.js';

/** How an attempt to claim a step ended. */
export type ClaimOutcome = 'claimed' | 'no-step' | 'already-claimed' | 'not-enough-points';

/** The players' points and claims on one chain. */
type Progress = {readonly ledger: Ledger; readonly claims: Claims};

/**
 * The reward chains of the project, the players' points and claims, and the rules for both.
 *
 * Our decisions where the vendor documents nothing: points stay with the clan in which they were given, even if the
 * player leaves; a clan's claims still count when the player returns; the {@link Calendar}'s rules for chains outside
 * their dates.
 */
export class Chains {
  claimRule: ClaimRule = 'per-clan';
  calendar: Calendar;
  audience = new Audience();
  readonly #seed: RewardChainsSeed;
  readonly #clock: Clock;
  #chains: Map<number, SeedChain>;
  readonly #progress = new Map<number, Progress>();

  constructor(seed: RewardChainsSeed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    this.calendar = new Calendar(clock);
    this.#chains = new Map(seed.chains.map(chain => [chain.reward_chain_id, chain]));
    for (const {user, clan, reward_chain_id, amount} of seed.contributions) {
      this.#progressOn(reward_chain_id).ledger.add(clan ?? user, user, amount);
    }
    for (const {user, clan, reward_chain_id, step_id} of seed.claims) {
      this.#progressOn(reward_chain_id).claims.add(user, step_id, clan ?? user);
    }
  }

  copy(): Chains {
    const copy = new Chains({...this.#seed, contributions: [], claims: []}, this.#clock);
    copy.claimRule = this.claimRule;
    copy.calendar = this.calendar.copy();
    copy.audience = this.audience.copy();
    copy.#chains = new Map(this.#chains);
    for (const [id, {ledger, claims}] of this.#progress) {
      copy.#progress.set(id, {ledger: ledger.copy(), claims: claims.copy()});
    }
    return copy;
  }

  /** The enabled chains, by `order`, then by id. */
  get enabled(): readonly SeedChain[] {
    return this.all
      .filter(chain => this.calendar.planOf(chain).enabled)
      .sort((left, right) => left.order - right.order || left.reward_chain_id - right.reward_chain_id);
  }

  /** All chains, enabled or not. */
  get all(): readonly SeedChain[] {
    return [...this.#chains.values()];
  }

  /** The enabled chains for the player. */
  for(player: Player): readonly SeedChain[] {
    return this.audience.chainsFor(player, this.enabled);
  }

  /** One of {@link for}. */
  oneFor(player: Player, id: number): SeedChain | undefined {
    return this.for(player).find(chain => chain.reward_chain_id === id);
  }

  /** The step's rewards for the player. */
  rewardsFor(player: Player, {reward}: SeedStep): SeedReward[] {
    return this.audience.rewardsFor(player, reward);
  }

  /** A chain, enabled or not. */
  get(id: number): SeedChain | undefined {
    return this.#chains.get(id);
  }

  /** Adds a chain, or replaces one; points and claims stay. */
  put(chain: SeedChain): void {
    this.#chains.set(chain.reward_chain_id, chain);
  }

  /** Removes a chain, with its points and claims. */
  remove(chain: SeedChain): void {
    this.#chains.delete(chain.reward_chain_id);
    this.clear(chain);
  }

  /** Points on the chain: the clan's on a clan chain (0 without a clan), else the player's own. */
  points(player: Player, chain: SeedChain): number {
    const account = accountOf(player, chain);
    return account === null ? 0 : this.#progressOn(chain.reward_chain_id).ledger.total(account);
  }

  /** The contributors to the player's account, largest first; empty without an account. */
  contributors(player: Player, chain: SeedChain, limit: number): Contribution[] {
    const account = accountOf(player, chain);
    return account === null ? [] : this.#progressOn(chain.reward_chain_id).ledger.top(account, limit);
  }

  hasClaimed(player: Player, chain: SeedChain, {step_id}: SeedStep): boolean {
    const {claims} = this.#progressOn(chain.reward_chain_id);
    return claims.has(player.user, step_id, accountOf(player, chain), this.claimRule);
  }

  /** Claims one step for the player. A step is reached when the points are at least its price. */
  claim(player: Player, chainId: number, stepId: number): ClaimOutcome {
    const chain = this.oneFor(player, chainId);
    return chain ? this.#claimStep(player, chain, stepId) : 'no-step';
  }

  /** Claims every reached and unclaimed step of the chain for the player, and returns their rewards. */
  claimAll(player: Player, chain: SeedChain): SeedReward[] {
    const claimed = chain.steps.filter(step => this.#claimStep(player, chain, step.step_id) === 'claimed');
    return claimed.flatMap(step => this.rewardsFor(player, step));
  }

  /**
   * Adds the player's points to their account on the chain, and returns the account's new points.
   *
   * A player who is in no clan yet gives a clan chain's points to the clan of the attribute (attributes are read again
   * at every purchase); without such a clan, the points are lost, and the result is `null`.
   */
  contribute(player: Player, chain: SeedChain, amount: number): number | null {
    const account = accountOf({...player, clan: player.clan ?? clanAttribute(player)}, chain);
    if (account === null) return null;
    const {ledger} = this.#progressOn(chain.reward_chain_id);
    ledger.add(account, player.user, amount);
    return ledger.total(account);
  }

  /** Clears the chain's points and claims for every player, as the vendor's reset of a chain does. */
  clear(chain: SeedChain): void {
    this.#progress.delete(chain.reward_chain_id);
  }

  #claimStep(player: Player, chain: SeedChain, stepId: number): ClaimOutcome {
    const step = chain.steps.find(({step_id}) => step_id === stepId);
    if (!step || !this.calendar.isRunning(chain)) return 'no-step';
    if (this.hasClaimed(player, chain, step)) return 'already-claimed';
    const account = accountOf(player, chain);
    if (account === null || this.points(player, chain) < step.price.amount) return 'not-enough-points';
    this.#progressOn(chain.reward_chain_id).claims.add(player.user, stepId, account);
    return 'claimed';
  }

  #progressOn(chainId: number): Progress {
    const progress = this.#progress.get(chainId) ?? {ledger: new Ledger(), claims: new Claims()};
    this.#progress.set(chainId, progress);
    return progress;
  }
}

/** The player's account: the clan's on a clan chain (`null` without a clan), else their own. */
function accountOf(player: Player, chain: SeedChain): string | null {
  return chain.value_point.is_clan ? player.clan : player.user;
}
