import {readFile} from 'node:fs/promises';
import {createAdmin, type ProjectAdmin} from '../../../src/admin/index.js';
import {startSandbox} from '../../../demo/sandbox/server.js';
import {clanChain, individualChain} from '../admin/chains.js';
import {replay, type Names, type OpenApi, type VendorExample} from './vendor-examples.js';

/** Replays the examples of the OpenAPI file that the command line names, and fails when one is not answered as documented. */

const [fileName] = process.argv.slice(2);
if (fileName === undefined) throw new Error('Name an OpenAPI file of the vendor’s.');

const file = JSON.parse(await readFile(fileName, 'utf8')) as OpenApi;
const sandbox = await startSandbox({port: 0});
const admin = createAdmin({projectId: 44056, apiKey: 'sandbox-api-key', storeBase: sandbox.apiBase});
const rows = await replay(file, sandbox.apiBase, namesIn(admin));
await sandbox.close();

for (const {isDocumented, status, operation, name, answer} of rows)
  console.log(`${isDocumented ? 'ok  ' : 'FAIL'} ${status} ${operation} (${name}) ${isDocumented ? '' : answer}`);
process.exitCode = rows.length > 0 && rows.every(({isDocumented}) => isDocumented) ? 0 : 1;

/** Makes for each example what it is about to change, and gives the ids of that. */
function namesIn({bonuses, uniqueOffers, personalization, rewardChains}: ProjectAdmin): Names {
  const texts = {'en-US': 'x'};
  const conditions = [{attribute: 'x', type: 'string', operator: 'eq', value: 'x'}] as const;
  const rule = {name: 'x', is_enabled: true, attribute_conditions: conditions, items: [{sku: 'x'}]};
  let offers = 0;
  const ids: Record<string, (example: VendorExample) => Promise<string | number>> = {
    project_id: async () => 44056,
    promotion_id: async () => (await bonuses.create({name: texts, condition: null, bonus: null})).promotion_id,
    external_id: async () => (await uniqueOffers.create({external_id: `offer-${offers++}`, name: texts})).external_id,
    rule_id: async () => (await personalization.create(rule)).rule_id,
    reward_chain_id: async ({name}) =>
      (await rewardChains.create(name === 'clan' ? clanChain : individualChain)).reward_chain_id,
    item_sku: async ({body}) => (body as {sku: string}).sku,
    value_point_sku: async () => 'com.xsolla.value_point_1',
  };
  return async example => {
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
  if (fields.external_id !== undefined) return {...fields, external_id: `${fields.external_id}_${name}`};
  return body;
}
