import {startSandbox as start} from '../../../demo/sandbox/server.js';
import {toSeed} from '../../../demo/sandbox/seed/read-seed.js';
import {createAdmin, type ProjectAdmin} from '../../../src/admin/index.js';
import {
  applyProject,
  type Ids,
  planProject,
  type ProjectFile,
  pullProject,
  type Step,
} from '../../../src/admin/project-file/index.js';
import {SandboxControl} from '../../support/sandbox-control.js';

export const PROJECT = 7;

/** A sandbox without chains, codes or players. */
export async function startEmptySandbox(): Promise<SandboxControl> {
  const sandbox = await start({port: 0, seed: toSeed({project_id: PROJECT, chains: []})});
  return new SandboxControl(sandbox, () => sandbox.close());
}

export function adminOf({apiBase}: Pick<SandboxControl, 'apiBase'>, fetch?: typeof globalThis.fetch): ProjectAdmin {
  return createAdmin({projectId: PROJECT, apiKey: 'sandbox-api-key', storeBase: apiBase, fetch});
}

export const orcs = [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}];

/** One record of each group, and promotions that exclude each other. */
export const project: ProjectFile = {
  value_points: [
    {sku: 'honour', name: {en: 'Honour'}, is_clan: true, items: [{sku: 'com.xsolla.booster_1', amount: 100}]},
  ],
  reward_chains: [
    {
      key: 'siege',
      name: {'en-US': 'Siege of winter', de: 'Winterbelagerung'},
      is_enabled: true,
      date_start: '2026-12-01T00:00:00+01:00',
      date_end: null,
      value_point: {sku: 'honour'},
      steps: [
        {name: {en: 'Camp'}, price: {amount: 500}, reward: [{sku: 'gem', quantity: 50}]},
        {name: {en: 'Gate'}, price: {amount: 2000}, reward: [{sku: 'box', quantity: 1}]},
      ],
      recurrent_schedule: {interval_type: 'weekly', day_of_week: 1, time: '01:00:00+01:00'},
      popup_header: {en: 'Rewards for guilds'},
      popup_instruction: {en: 'Join a guild in the game.'},
      clan_type: 'guild',
    },
  ],
  bonuses: [
    {
      key: 'gift',
      is_enabled: true,
      name: {'en-US': 'Gift'},
      condition: [{sku: 'com.xsolla.booster_1'}],
      bonus: [{sku: 'gem'}],
      limits: {per_user: 3, recurrent_schedule: {per_user: {interval_type: 'daily', time: '02:00:00+03:00'}}},
      excluded_promotions: ['sale'],
    },
  ],
  discounts: [
    {
      key: 'sale',
      is_enabled: false,
      name: {'en-US': 'Sale'},
      discount: {percent: '10'},
      items: [{sku: 'com.xsolla.booster_1'}],
      attribute_conditions: [orcs],
      excluded_promotions: ['gift', 12],
    },
  ],
  coupons: [
    {
      external_id: 'winter',
      is_enabled: true,
      name: {'en-US': 'Winter'},
      bonus: [{sku: 'gem', quantity: 5}],
      promotion_periods: [
        {date_from: '2026-12-01T00:00:00+01:00', date_until: '2026-12-24T00:00:00+01:00'},
        {date_from: '2027-12-01T00:00:00+01:00', date_until: '2027-12-24T00:00:00+01:00'},
      ],
      redeem_user_limit: null,
      codes: ['SNOW', 'ICE'],
    },
  ],
  promo_codes: [
    {external_id: 'ten', is_enabled: true, name: {'en-US': 'Ten'}, discount: {percent: '10.00'}, codes: ['TEN']},
  ],
  unique_offers: [{external_id: 'hidden', is_enabled: true, name: {'en-US': 'Hidden'}, items: ['box']}],
  rules: [{key: 'axes', name: 'Axes for orcs', is_enabled: true, attribute_conditions: orcs, items: [{sku: 'box'}]}],
};

/** Applies the file, and returns the steps and the ids. */
export async function apply(
  admin: ProjectAdmin,
  file: ProjectFile,
  {ids = {}, prune = false, saveIds = () => undefined}: {ids?: Ids; prune?: boolean; saveIds?: (ids: Ids) => void} = {},
): Promise<{steps: Step[]; ids: Ids}> {
  const steps: Step[] = [];
  let saved = ids;
  const save = (next: Ids): void => {
    saved = next;
    saveIds(next);
  };
  for await (const {step} of applyProject({admin, file, ids, prune, saveIds: save})) steps.push(step);
  return {steps, ids: saved};
}

/** The project's settings, without ids and with what the server adds. */
export async function contentOf(admin: ProjectAdmin, ids: Ids = {}): Promise<ProjectFile> {
  return (await pullProject(admin, ids)).file;
}

/** The steps of a plan, as words. */
export async function planOf(admin: ProjectAdmin, file: ProjectFile, ids: Ids = {}, prune = false): Promise<string[]> {
  const {steps} = await planProject({admin, file, ids, prune});
  return steps.map(({action, group, name}) => `${action} ${group} ${name}`);
}
