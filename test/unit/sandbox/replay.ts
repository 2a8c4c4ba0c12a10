import {readFile} from 'node:fs/promises';
import {createAdmin, type ProjectAdmin} from '../../../src/admin/index.js';
import {SandboxClient} from '../../../demo/sandbox-client.js';
import {startSandbox} from '../../../demo/sandbox/server.js';
import {clanChain, individualChain} from '../admin/chains.js';
import {replay, type Names, type OpenApi, type VendorExample} from './vendor-examples.js';

/** Replays the examples of the OpenAPI file that the command line names, and fails when one is not answered as documented. */

const [fileName] = process.argv.slice(2);
if (fileName === undefined) throw new Error('Name an OpenAPI file of the vendor’s.');

const file = JSON.parse(await readFile(fileName, 'utf8')) as OpenApi;
const sandbox = await startSandbox({port: 0});
const admin = createAdmin({projectId: 44056, apiKey: 'sandbox-api-key', storeBase: sandbox.apiBase});
const rows = await replay(file, sandbox.apiBase, namesIn(admin, new SandboxClient(sandbox.url)));
await sandbox.close();

for (const {isDocumented, status, operation, name, answer} of rows)
  console.log(`${isDocumented ? 'ok  ' : 'FAIL'} ${status} ${operation} (${name}) ${isDocumented ? '' : answer}`);
process.exitCode = rows.length > 0 && rows.every(({isDocumented}) => isDocumented) ? 0 : 1;

/** Makes for each example what it is about to change, and gives the ids of that. */
function namesIn(admin: ProjectAdmin, players: SandboxClient): Names {
  const {bonuses, discounts, personalization, rewardChains} = admin;
  const texts = {'en-US': 'x'};
  const limits = {per_user: 10};
  const conditions = [{attribute: 'x', type: 'string', operator: 'eq', value: 'x'}] as const;
  const rule = {name: 'x', is_enabled: true, attribute_conditions: conditions, items: [{sku: 'x'}]};
  let created = 0;
  /** A new coupon, promo code or unique offer, whichever the path is about. */
  const campaign = async ({path}: VendorExample): Promise<string> => {
    const group = /\bpromocode\b/.test(path) ? 'promoCodes' : /\bcoupon\b/.test(path) ? 'coupons' : 'uniqueOffers';
    return (await admin[group].create({external_id: `own-${created++}`, name: texts})).external_id;
  };
  const promotion = async ({path}: VendorExample): Promise<number> => {
    const bonus = {name: texts, condition: null, bonus: null, limits};
    const discount = {name: texts, discount: {percent: '10'}, items: [], limits} as const;
    const {promotion_id} = await (path.endsWith('/item') ? discounts.create(discount) : bonuses.create(bonus));
    return promotion_id;
  };
  const ids: Record<string, (example: VendorExample) => Promise<string | number>> = {
    project_id: async () => 44056,
    promotion_id: promotion,
    external_id: campaign,
    rule_id: async () => (await personalization.create(rule)).rule_id,
    reward_chain_id: async ({name}) =>
      (await rewardChains.create(name === 'clan' ? clanChain : individualChain)).reward_chain_id,
    item_sku: async ({body}) => (body as {sku: string}).sku,
    value_point_sku: async () => 'com.xsolla.value_point_1',
  };
  return async example => {
    const {user} = example.body as {user?: {user_external_id?: string} | null};
    // The vendor knows only players whom it has met.
    if (user?.user_external_id !== undefined) await players.issueToken(user.user_external_id);
    const used = [...example.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    let path = example.path;
    for (const name of used) path = path.replace(`{${name}}`, String(await ids[name]?.(example)));
    return {path, body: toKnown(example)};
  };
}

/** Steps of an update have ids of their own chain; offers and value points cannot be created twice. */
function toKnown({body, operation, name}: VendorExample): unknown {
  const fields = body as {steps?: object[]; external_id?: string};
  if (operation === 'admin-update-reward-chain')
    return {...fields, steps: fields.steps?.map(step => ({...step, step_id: null}))};
  if (fields.external_id !== undefined)
    return {...fields, external_id: `${fields.external_id}_${name.replaceAll(' ', '_')}`};
  return body;
}
