import type {Reward, RewardChain} from '../../../src/model.js';

export const OWN_NAME = 'Rocket';

/** What the server knows of one chain, and the rules that no document settles. */
export type Chain = {
  readonly id: number;
  readonly steps: readonly {readonly id: number; readonly price: number; readonly rewards: readonly Reward[]}[];
  /** When it is reset next, and how often; absent for a chain that never is. */
  resetAt?: number;
  everyMs?: number;
  endsAt?: number;
  isGone: boolean;
};

export type Rules = {
  readonly claims: 'per-clan' | 'per-chain';
  /** Whether a switch still claims what an ended chain had unlocked. */
  readonly claimsEnded: boolean;
  /** Whether the chain list carries boards. */
  readonly boards: boolean;
};

/** Points of one clan on one chain, by contributor. */
type Board = Map<string, number>;

/**
 * The player's side of a project, as the vendor's documents tell it. Points and claims stay with the clan they were made
 * in. Knows nothing of answers that get lost.
 */
export type Project = {
  readonly chains: readonly Chain[];
  /** The clan whose points the player sees; `null` is none. */
  member: string | null;
  /** The clan that the game server wrote into the player's attributes. */
  attribute: string | null;
  view(): readonly RewardChain[];
  /** What a switch would claim now. */
  owed(): readonly Reward[];
  /** The clan update; what it grants is returned this once. */
  update(): readonly Reward[];
  claimable(): readonly {chainId: number; stepId: number}[];
  claim(chainId: number, stepId: number): readonly Reward[] | undefined;
  /** `false` when the points would make another step claimable and that is not wanted. */
  contribute(to: {clan: string; chainId: number; name: string; amount: number; mayUnlock: boolean}): boolean;
  /** Clears points and claims of everybody on the chain. */
  clear(chain: Chain): void;
  names(clan: string, chainId: number): readonly string[];
};

const BOARD_ROWS = 10;

export function createProject(chains: readonly Chain[], rules: Rules, today: () => number): Project {
  const boards = new Map<string, Board>();
  const claims = new Map<string, Set<string>>();
  const boardOf = (clan: string | null, chainId: number): Board => boards.get(`${chainId} ${clan}`) ?? new Map();
  const pointsOf = (clan: string | null, chainId: number): number => {
    let sum = 0;
    for (const amount of boardOf(clan, chainId).values()) sum += amount;
    return sum;
  };
  const isClaimed = (clan: string | null, chainId: number, stepId: number): boolean => {
    const clans = claims.get(`${chainId} ${stepId}`);
    return clans !== undefined && (rules.claims === 'per-chain' || clans.has(String(clan)));
  };
  const hasEnded = ({endsAt}: Chain): boolean => endsAt !== undefined && endsAt <= today();

  const project: Project = {
    chains,
    member: null,
    attribute: null,
    view: () => chains.filter(({isGone}) => !isGone).map(toView),
    owed: () => unclaimed(rules.claimsEnded).flatMap(({rewards}) => rewards),
    update() {
      if (project.attribute === project.member) return [];
      const rewards = unclaimed(rules.claimsEnded).flatMap(({chainId, stepId}) => note(chainId, stepId));
      project.member = project.attribute;
      return rewards;
    },
    claimable: () => unclaimed(false),
    claim(chainId, stepId) {
      const isThere = unclaimed(false).some(one => one.chainId === chainId && one.stepId === stepId);
      return isThere ? note(chainId, stepId) : undefined;
    },
    contribute({clan, chainId, name, amount, mayUnlock}) {
      const chain = chains.find(({id}) => id === chainId);
      const [before, after] = [pointsOf(clan, chainId), pointsOf(clan, chainId) + amount];
      const unlocks = chain?.steps.some(({price}) => price > before && price <= after);
      if (!mayUnlock && unlocks && clan === project.member) return false;
      const board = boardOf(clan, chainId);
      boards.set(`${chainId} ${clan}`, board.set(name, (board.get(name) ?? 0) + amount));
      return true;
    },
    clear(chain) {
      for (const key of boards.keys()) if (key.startsWith(`${chain.id} `)) boards.delete(key);
      for (const {id} of chain.steps) claims.delete(`${chain.id} ${id}`);
    },
    names: (clan, chainId) => [...boardOf(clan, chainId).keys()],
  };
  return project;

  function unclaimed(withEnded: boolean) {
    return chains.flatMap(chain => {
      if (chain.isGone || (hasEnded(chain) && !withEnded)) return [];
      const points = pointsOf(project.member, chain.id);
      const open = chain.steps.filter(({id, price}) => price <= points && !isClaimed(project.member, chain.id, id));
      return open.map(({id, rewards}) => ({chainId: chain.id, stepId: id, rewards}));
    });
  }

  function note(chainId: number, stepId: number): readonly Reward[] {
    const key = `${chainId} ${stepId}`;
    claims.set(key, (claims.get(key) ?? new Set()).add(String(project.member)));
    return chains.find(({id}) => id === chainId)?.steps.find(({id}) => id === stepId)?.rewards ?? [];
  }

  function toView({id, steps, resetAt, endsAt}: Chain): RewardChain {
    const rows = [...boardOf(project.member, id)].map(([name, amount]) => ({name, amount}));
    rows.sort((one, other) => other.amount - one.amount);
    return {
      id,
      name: '',
      order: id,
      clanType: 'clan',
      valuePoint: {sku: 'points', name: '', amount: pointsOf(project.member, id), isClan: true},
      topContributors: rules.boards ? rows.slice(0, BOARD_ROWS) : [],
      steps: steps.map(step => ({...step, name: '', claimed: isClaimed(project.member, id, step.id)})),
      ...(resetAt !== undefined && {reset: {interval: 'weekly', at: resetAt}}),
      ...(endsAt !== undefined && {endsAt}),
    };
  }
}
