import {Claims, type ClaimRule, type StepKey} from './claims.js';
import {Ledger, type Contribution} from './ledger.js';
import {clanAttribute, createPlayer, type Player} from './player.js';
import type {Seed, SeedChain, SeedReward, SeedStep} from './seed.js';

/** `get-user-clan-top-contributors` is documented as a top ten. */
const BOARD_ROWS = 10;

/** How an attempt to claim a step ended. */
export type ClaimOutcome = 'claimed' | 'no-step' | 'already-claimed' | 'not-enough-points';

/**
 * The state of the project and the rules that change it. Knows nothing of HTTP, of tokens or of the clock.
 *
 * What is not documented and decided here: points stay with the clan they were given in, also when the giver leaves;
 * a clan's claims are found again on return; dates of chains are shown but end nothing.
 */
export class World {
  readonly #seed: Seed;
  #players = new Map<string, Player>();
  #ledger = new Ledger();
  #claims = new Claims();

  constructor(seed: Seed) {
    this.#seed = seed;
    this.reset();
  }

  /** Back to the seed; the claim rule is `per-clan` again. */
  reset(): void {
    this.#players = new Map(this.#seed.players.map(({user, clan}) => [user, createPlayer(user, clan)]));
    this.#ledger = new Ledger();
    this.#claims = new Claims();
    for (const {user, clan, reward_chain_id, amount} of this.#seed.contributions) {
      this.#ledger.add(accountName(reward_chain_id, clan, user), user, amount);
    }
    for (const {user, clan, reward_chain_id, step_id} of this.#seed.claims) {
      this.#claims.add({user, chainId: reward_chain_id, stepId: step_id}, accountName(reward_chain_id, clan, user));
    }
  }

  get projectId(): number {
    return this.#seed.project_id;
  }

  get claimRule(): ClaimRule {
    return this.#claims.rule;
  }

  set claimRule(rule: ClaimRule) {
    this.#claims.rule = rule;
  }

  /** All chains by `order`, then by id. */
  get chains(): readonly SeedChain[] {
    return [...this.#seed.chains].sort(
      (left, right) => left.order - right.order || left.reward_chain_id - right.reward_chain_id,
    );
  }

  chain(id: number): SeedChain | undefined {
    return this.#seed.chains.find(chain => chain.reward_chain_id === id);
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
    return account === null ? 0 : this.#ledger.total(account);
  }

  /** The board of the player's clan on a clan chain; empty without a clan and on an individual chain. */
  board(player: Player, chain: SeedChain): Contribution[] {
    const account = accountOf(player, chain);
    return account === null || !chain.value_point.is_clan ? [] : this.#ledger.top(account, BOARD_ROWS);
  }

  hasClaimed(player: Player, chain: SeedChain, step: SeedStep): boolean {
    return this.#claims.has(keyOf(player, chain, step), accountOf(player, chain));
  }

  /** Claims one step for the player. A step is reached when the points are at least its price. */
  claim(player: Player, chainId: number, stepId: number): ClaimOutcome {
    const chain = this.chain(chainId);
    const step = chain?.steps.find(({step_id}) => step_id === stepId);
    if (!chain || !step) return 'no-step';
    if (this.hasClaimed(player, chain, step)) return 'already-claimed';
    const account = accountOf(player, chain);
    if (account === null || this.points(player, chain) < step.price.amount) return 'not-enough-points';
    this.#claims.add(keyOf(player, chain, step), account);
    return 'claimed';
  }

  /**
   * Makes the membership what the attribute says, as `user-clan-update` does: when they differ, every step the old clan
   * had reached and the player had not taken is claimed, and its rewards are returned, this once. When they agree,
   * nothing happens and nothing is returned.
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
    this.#ledger.add(account, player.user, amount);
    return this.#ledger.total(account);
  }

  #claimAll(player: Player, chain: SeedChain): SeedReward[] {
    const claimed = chain.steps.filter(step => this.claim(player, chain.reward_chain_id, step.step_id) === 'claimed');
    return claimed.flatMap(step => step.reward);
  }
}

function accountOf(player: Player, chain: SeedChain): string | null {
  const {is_clan} = chain.value_point;
  if (is_clan && player.clan === null) return null;
  return accountName(chain.reward_chain_id, is_clan ? player.clan : null, player.user);
}

function accountName(chainId: number, clan: string | null, user: string): string {
  return JSON.stringify(clan === null ? [chainId, 'player', user] : [chainId, 'clan', clan]);
}

function keyOf(player: Player, chain: SeedChain, step: SeedStep): StepKey {
  return {user: player.user, chainId: chain.reward_chain_id, stepId: step.step_id};
}
