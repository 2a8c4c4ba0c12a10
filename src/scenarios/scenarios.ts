/*
 * The LiveOps world in named states, without a server: each scenario is a `fetch` and the player to give to a session.
 * For tests, the gallery, and host developers who want to see a state on their own page.
 */
import {LiveOpsError} from '../errors.js';
import {boardPlans} from './board-plans.js';
import {chainPlans} from './chain-plans.js';
import {codePlans} from './code-plans.js';
import {dailyPlans} from './daily-plans.js';
import {itemPlans} from './item-plans.js';
import {memoryStorage} from './memory-storage.js';
import {offerPlans} from './offer-plans.js';
import type {Plan, ScenarioPlayer, ScenarioStep} from './plan.js';
import {createServer} from './server.js';
import {switchPlans} from './switch-plans.js';
import {troublePlans} from './trouble-plans.js';

const PLANS = {
  ...boardPlans,
  ...chainPlans,
  ...dailyPlans,
  ...offerPlans,
  ...itemPlans,
  ...codePlans,
  ...switchPlans,
  ...troublePlans,
};

export type ScenarioName = `${keyof typeof PLANS}`;

export type Scenario = {
  readonly name: ScenarioName;
  /** What the player sees, in one line. */
  readonly description: string;
  /** Answers every call of the session; nothing reaches the network. */
  readonly fetch: typeof fetch;
  /** The other settings of the session: options of `createSession`, properties of `<liveops-session>`. */
  readonly session: ScenarioPlayer & {
    projectId: number;
    /** Unique for each run, so that two runs never share receipts or wait for each other. */
    userKey: string | undefined;
    getToken: () => string;
    storage: ReturnType<typeof memoryStorage>;
    openCheckout: (() => void) | undefined;
    /** The player of a run never comes back. */
    forgetRanks: boolean;
  };
  /** What the game does to the session once it has started, in order: a change of clan. */
  readonly steps: readonly ScenarioStep[];
  /** Releases the answers that the scenario delays. */
  release(): void;
};

/** Every scenario with what the player sees, in the order of the gallery. */
export const scenarios: readonly {name: ScenarioName; description: string}[] = Object.entries(PLANS)
  // In an object, a numeric name would come first, wherever it was written.
  .sort(([one], [other]) => Number(/^\d/.test(one)) - Number(/^\d/.test(other)))
  .map(([name, {description}]) => ({name: name as ScenarioName, description}));

let runs = 0;

/**
 * A new run of the scenario of this name.
 *
 * @param options.now - The start for its dates, milliseconds since 1970; default the clock's.
 * @throws {LiveOpsError} `config`, listing the names, if there is none of this name.
 */
export function createScenario(name: string, {now = Date.now()}: {now?: number} = {}): Scenario {
  const plan = planOf(name);
  const player = {playerName: 'Rocket', clan: 'wolves', locale: undefined, ...plan.player};
  return {
    ...createServer(plan, now),
    name: name as ScenarioName,
    description: plan.description,
    steps: plan.steps ?? [],
    session: {
      ...player,
      projectId: 44056,
      userKey: plan.nameless ? undefined : `scenario-${name}-${Date.now()}-${++runs}`,
      getToken: () => 'scenario-token',
      storage: memoryStorage(),
      // An order of a scenario has nothing to pay.
      openCheckout: plan.opensWindow ? undefined : () => undefined,
      forgetRanks: true,
    },
  };
}

function planOf(name: string): Plan {
  if (Object.prototype.hasOwnProperty.call(PLANS, name)) return PLANS[name as ScenarioName];
  const names = scenarios.map(scenario => scenario.name).join(', ');
  throw new LiveOpsError('config', `There is no scenario "${name}". There are: ${names}.`);
}
