import {createApp} from '../../../demo/sandbox/app.js';
import {defaultSeed} from '../../../demo/sandbox/seed/default-seed.js';
import type {Seed} from '../../../demo/sandbox/seed/seed.js';
import {startSandbox as start} from '../../../demo/sandbox/server.js';
import {type CompanyAdmin, createAdmin, type ProjectAdmin} from '../../../src/admin/index.js';
import {
  applyProject,
  type FileAdmin,
  type Ids,
  planProject,
  type ProjectFile,
  pullProject,
  type Step,
} from '../../../src/admin/project-file/index.js';
import {SandboxControl} from '../../support/sandbox-control.js';
import {collect} from '../admin/back-end.js';

export const PROJECT = 7;

export type Admin = ProjectAdmin & CompanyAdmin & FileAdmin;
type Address = Pick<SandboxControl, 'url' | 'apiBase'>;

/** No players, codes, promotions or points. The sandbox's shop has what offer chains sell, so those are deleted later. */
const SEED: Seed = {
  ...defaultSeed,
  project_id: PROJECT,
  players: [],
  chains: [],
  daily_chains: [],
  codes: [],
  promotions: [],
  upsell: [],
};
/** It stands still, so that the same calls have the same answers. */
const NOW = Date.now();
/** Never listens: everything goes through `fetch`. */
const NOWHERE = {url: 'http://127.0.0.1:1', apiBase: 'http://127.0.0.1:1/api'};

/** A project of the sandbox with a shop, and nothing set up. Its requests don't leave the process. */
export class EmptyProject {
  readonly #app = createApp(SEED, NOW, () => NOW);

  readonly fetch: typeof fetch = async (input, init) => await this.#app.fetch(new Request(input, init));
  readonly admin = adminOf(NOWHERE, this.fetch);

  async reset(): Promise<void> {
    // Control calls look at the headers of the connection.
    const connection = {incoming: {headers: {host: 'localhost'}}};
    await this.#app.fetch(new Request(`${NOWHERE.url}/sandbox/reset`, {method: 'POST'}), connection);
    await clear(this.admin);
  }

  /** A client whose requests go through another function. */
  adminOver(fetch: typeof globalThis.fetch): Admin {
    return adminOf(NOWHERE, fetch);
  }
}

/** The same, for processes and clients of their own. */
export async function startEmptySandbox(): Promise<SandboxControl> {
  const sandbox = await start({port: 0, seed: SEED});
  return new EmptySandbox(sandbox, () => sandbox.close());
}

class EmptySandbox extends SandboxControl {
  override async reset(): Promise<void> {
    await super.reset();
    await clear(adminOf(this));
  }
}

async function clear({offerChains, promotions}: Admin): Promise<void> {
  for (const {id} of await collect(offerChains.list())) await offerChains.delete(id);
  for (const {id} of await collect(promotions.list())) {
    await promotions.disable(id);
    await promotions.delete(id);
  }
}

export function adminOf({url, apiBase}: Address, fetch?: typeof globalThis.fetch): Admin {
  const key = {projectId: PROJECT, merchantId: 2340, apiKey: 'sandbox-api-key'};
  return withCompany(createAdmin({...key, storeBase: apiBase, merchantBase: `${url}/merchant/v2`, fetch}), PROJECT);
}

export function withCompany(admin: ProjectAdmin & CompanyAdmin, projectId: number): Admin {
  return {...admin, company: {...admin, projectId}};
}

export const orcs = [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}];

/** One record of each group, and promotions that exclude each other. */
export const project: ProjectFile = {
  value_points: [
    {
      sku: 'honour',
      name: {en: 'Honour'},
      is_clan: true,
      items: [
        {sku: 'com.xsolla.booster_1', amount: 100},
        {sku: 'com.xsolla.box_1', amount: 5},
      ],
    },
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
  daily_chains: [
    {
      key: 'rations',
      name: {en: 'Rations', de: 'Rationen'},
      is_enabled: true,
      date_start: '2026-12-01T09:30:00+01:00',
      type: 'rolling',
      is_recurrent: true,
      steps: [
        {step_number: 2, items: [{sku: 'gem'}, {sku: 'box', quantity: 2}]},
        {step_number: 1, items: [{sku: 'gem', quantity: 5}]},
      ],
    },
  ],
  offer_chains: [
    {
      key: 'supplies',
      name: {'en-US': 'Supplies'},
      is_enabled: false,
      date_start: '2026-12-01T00:00:00+01:00',
      date_end: '2027-01-06T00:00:00+01:00',
      attribute_conditions: orcs,
      recurrent_schedule: {interval_type: 'weekly', day_of_week: 1, time: '01:00:00+01:00'},
      steps: [
        {step_number: 1, is_free: true, items: [{sku: 'gem', quantity: 10}]},
        {step_number: 2, is_free: false, items: [{sku: 'com.xsolla.potion_2', quantity: 3}]},
      ],
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
  upsell: {is_enabled: true, type: 'fixed_list', items: ['com.xsolla.booster_1']},
  coupon_campaigns: [
    {
      campaign_code: 'FROST',
      campaign_names: {en: 'Frost'},
      expiration_date: '2027-01-06T00:00:00+01:00',
      redeems_count: 1,
      virtual_items: [{sku: 'gem', quantity: 5}],
    },
  ],
  promotions: [
    {
      key: 'christmas',
      technical_name: 'Christmas sale',
      is_enabled: true,
      label: {en: '5%'},
      subject: {items: [{sku: 'box'}]},
      payment_systems: [{id: 24, name: 'PayPal'}],
      periods: [{from: '2026-12-20T00:00:00+01:00', to: '2026-12-27T00:00:00+01:00'}],
      rewards: {item: {discount: [{sku: 'box', discount_percent: 5}], bonus: [{sku: 'gem', quantity: 1}]}},
    },
  ],
};

type ApplyHow = {
  readonly ids: Ids;
  readonly prune: boolean;
  readonly saveIds: (ids: Ids) => void;
  readonly onStep: (step: Step) => void;
};

/** Applies the file, and returns the steps and the ids. */
export async function apply(
  admin: FileAdmin,
  file: ProjectFile,
  {ids = {}, prune = false, saveIds = () => undefined, onStep = () => undefined}: Partial<ApplyHow> = {},
): Promise<{steps: Step[]; ids: Ids}> {
  const steps: Step[] = [];
  let saved = ids;
  const save = (next: Ids): void => {
    saved = next;
    saveIds(next);
  };
  for await (const {step} of applyProject({admin, file, ids, prune, saveIds: save})) {
    steps.push(step);
    onStep(step);
  }
  return {steps, ids: saved};
}

/** The project's settings, without ids and with what the server adds. */
export async function contentOf(admin: FileAdmin, ids: Ids = {}): Promise<ProjectFile> {
  return (await pullProject(admin, ids)).file;
}

/** The steps of a plan, as words. */
export async function planOf(admin: FileAdmin, file: ProjectFile, ids: Ids = {}, prune = false): Promise<string[]> {
  const {steps} = await planProject({admin, file, ids, prune});
  return steps.map(({action, group, name}) => `${action} ${group} ${name}`);
}
