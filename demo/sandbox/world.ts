import {Audience} from './audience.js';
import type {Calendar} from './calendar.js';
import {Claims, type ClaimRule} from './claims.js';
import {Ledger, type Contribution} from './ledger.js';
import {clanAttribute, createPlayer, type Player} from './player.js';
import type {Seed, SeedChain, SeedReward, SeedStep} from './seed.js';

/** `get-user-clan-top-contributors` is documented as a top ten. */
const BOARD_ROWS = 10;

/** How an attempt to claim a step ended. */
export type ClaimOutcome = 'claimed' | 'no-step' | 'already-claimed' | 'not-enough-points';

/** What players did on one chain. */
type Progress = {readonly ledger: Ledger; readonly claims: Claims};

/**
 * The state of the project and the rules that change it. Knows nothing of HTTP or of tokens.
 *
 * What is not documented and decided here: points stay with the clan they were given in, also when the giver leaves; a
 * clan's claims are found again on return; what the {@link Calendar} says of chains outside their dates.
 */
export class World {
  claimRule: ClaimRule = 'per-clan';
  readonly calendar: Calendar;
  readonly audience = new Audience();
  readonly #seed: Seed;
  #chains = new Map<number, SeedChain>();
  #players = new Map<string, Player>();
  readonly #progress = new Map<number, Progress>();

  constructor(seed: Seed, calendar: Calendar) {
    this.#seed = seed;
    this.calendar = calendar;
    this.reset();
  }

  /** Back to the seed; the claim rule is `per-clan` again. */
  reset(): void {
    this.claimRule = 'per-clan';
    this.calendar.reset();
    this.#chains = new Map(this.#seed.chains.map(chain => [chain.reward_chain_id, chain]));
    this.#players = new Map(this.#seed.players.map(({user, clan}) => [user, createPlayer(user, clan)]));
    this.#progress.clear();
    for (const {user, clan, reward_chain_id, amount} of this.#seed.contributions) {
      this.#progressOn(reward_chain_id).ledger.add(clan ?? user, user, amount);
    }
    for (const {user, clan, reward_chain_id, step_id} of this.#seed.claims) {
      this.#progressOn(reward_chain_id).claims.add(user, step_id, clan ?? user);
    }
  }

  get projectId(): number {
    return this.#seed.project_id;
  }

  /** The chains that are switched on, by `order`, then by id. */
  get chains(): readonly SeedChain[] {
    return this.allChains
      .filter(chain => this.calendar.planOf(chain).enabled)
      .sort((left, right) => left.order - right.order || left.reward_chain_id - right.reward_chain_id);
  }

  /** The chains, switched on or off. */
  get allChains(): readonly SeedChain[] {
    return [...this.#chains.values()];
  }

  /** The chains that are switched on and meant for the player. */
  chainsFor(player: Player): readonly SeedChain[] {
    return this.audience.chainsFor(player, this.chains);
  }

  /** One of {@link chainsFor}. */
  chainFor(player: Player, id: number): SeedChain | undefined {
    return this.chainsFor(player).find(chain => chain.reward_chain_id === id);
  }

  /** What of a step's rewards is meant for the player. */
  rewardsFor(player: Player, {reward}: SeedStep): SeedReward[] {
    return this.audience.rewardsFor(player, reward);
  }

  /** A chain, switched on or off. */
  anyChain(id: number): SeedChain | undefined {
    return this.#chains.get(id);
  }

  /** A new chain, or one that takes the place of another; points and claims stay. */
  put(chain: SeedChain): void {
    this.#chains.set(chain.reward_chain_id, chain);
  }

  /** Takes a chain away, with its points and claims. */
  remove(chain: SeedChain): void {
    this.#chains.delete(chain.reward_chain_id);
    this.clear(chain);
  }

  /** The player of that name, who is created, without a clan, when nobody had the name yet. */
  player(user: string): Player {
    const player = this.#players.get(user) ?? createPlayer(user, null);
    this.#players.set(user, player);
    return player;
  }

  /** Points on the chain: the clan's on a clan chain (0 without a clan), else the player's own. */
  points(player: Player, chain: SeedChain): number {
    const account = accountOf(player, chain);
    return account === null ? 0 : this.#progressOn(chain.reward_chain_id).ledger.total(account);
  }

  /** The board of the player's clan on a clan chain; empty without a clan and on an individual chain. */
  board(player: Player, chain: SeedChain): Contribution[] {
    const account = accountOf(player, chain);
    if (account === null || !chain.value_point.is_clan) return [];
    return this.#progressOn(chain.reward_chain_id).ledger.top(account, BOARD_ROWS);
  }

  hasClaimed(player: Player, chain: SeedChain, {step_id}: SeedStep): boolean {
    const {claims} = this.#progressOn(chain.reward_chain_id);
    return claims.has(player.user, step_id, accountOf(player, chain), this.claimRule);
  }

  /** Claims one step for the player. A step is reached when the points are at least its price. */
  claim(player: Player, chainId: number, stepId: number): ClaimOutcome {
    const chain = this.chainFor(player, chainId);
    return chain ? this.#claimStep(player, chain, stepId) : 'no-step';
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

  /**
   * Makes the membership what the attribute says, as `user-clan-update` does: when they differ, every step the old clan
   * had reached and the player had not taken is claimed, and its rewards are returned, this once. When they agree,
   * nothing happens and nothing is returned. Chains that the new attributes hide are settled, too.
   */
  updateClan(player: Player): SeedReward[] {
    const clan = clanAttribute(player);
    if (clan === player.clan) return [];
    const rewards = this.chains
      .filter(chain => chain.value_point.is_clan)
      .flatMap(chain => this.#claimAll(player, chain));
    player.clan = clan;
    return rewards;
  }

  /**
   * Adds points of the player to their account on the chain and returns what the account holds then.
   *
   * A player who is in no clan yet gives a clan chain's points to the clan of the attribute (attributes are read again
   * at every purchase); with no such clan the points have nowhere to go, and the answer is `null`.
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

  #claimAll(player: Player, chain: SeedChain): SeedReward[] {
    const claimed = chain.steps.filter(step => this.#claimStep(player, chain, step.step_id) === 'claimed');
    return claimed.flatMap(step => this.rewardsFor(player, step));
  }

  #progressOn(chainId: number): Progress {
    const progress = this.#progress.get(chainId) ?? {ledger: new Ledger(), claims: new Claims()};
    this.#progress.set(chainId, progress);
    return progress;
  }
}

/** Whose pot the player fills and draws on: the clan's on a clan chain (`null` without a clan), else their own. */
function accountOf(player: Player, chain: SeedChain): string | null {
  return chain.value_point.is_clan ? player.clan : player.user;
}
