import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {createAdmin} from '../../../src/admin/index.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {codeBlocks, readText, sectionsOf} from './markdown.js';

const page = readText('docs/reference/admin.md');
const blocks = codeBlocks(page);
const BETWEEN = '<<< next >>>';

/** The examples as one module: the first is what all stand on, each of the others has a scope of its own. */
function scriptOf(url: string): string {
  const [setup = '', ...others] = blocks.filter(({lang}) => lang === 'js').map(({text}) => text);
  const imports = new Set([setup, ...others].flatMap(text => text.match(/^import .*$/gm) ?? []));
  const scoped = others.map(text => `{\n${text}\n}\nconsole.log('${BETWEEN}');`);
  const script = [setup, ...scoped].map(text => text.replaceAll(/^import .*$/gm, ''));
  const entry = pathToFileURL('src/admin/index.ts').href;
  return [...imports, ...script]
    .join('\n')
    .replaceAll('http://127.0.0.1:8788', url)
    .replaceAll('liveops-elements/admin', entry);
}

describe('docs/reference/admin.md', () => {
  let sandbox: SandboxControl;
  let folder: string;
  before(async () => {
    sandbox = await startSandbox();
    folder = await mkdtemp(join(tmpdir(), 'admin-docs-'));
  });
  after(async () => {
    await sandbox.close();
    await rm(folder, {recursive: true});
  });

  it('prints below every example what it prints', async () => {
    const file = join(folder, 'examples.mjs');
    await writeFile(file, scriptOf(sandbox.url));

    const env = {...process.env, XSOLLA_API_KEY: 'sandbox-api-key', NO_COLOR: '1'};
    const {stdout} = await promisify(execFile)(process.execPath, ['--import', './test/runner/typescript.mjs', file], {
      env,
    });

    const expected = blocks.filter(({lang}) => lang === 'text').map(({text}) => text);
    assert.ok(expected.length >= 7);
    assert.deepEqual(stdout.split(`${BETWEEN}\n`), [...expected, '']);
  });

  it('has a section with an example for every group, and names every method', () => {
    const admin = createAdmin({projectId: 1, merchantId: 1, apiKey: 'key'});
    const groups = {
      promotions: 'Promotions',
      couponCampaigns: 'Coupon campaigns',
      bonuses: 'Bonus promotions',
      uniqueOffers: 'Unique catalog offers',
      valuePoints: 'Value points',
      rewardChains: 'Reward chains',
      dailyChains: 'Daily chains',
      offerChains: 'Offer chains',
      upsell: 'Upsell',
      tokens: 'Tokens of players',
      orders: 'Orders',
      personalization: 'Personalisation',
    };

    assert.deepEqual(Object.keys(admin).sort(), Object.keys(groups).sort());
    for (const [group, heading] of Object.entries(groups)) {
      const {text = ''} = sectionsOf(page).find(section => section.heading === heading) ?? {};
      const methods = Object.keys(admin[group as keyof typeof admin]);
      assert.ok(
        codeBlocks(text).some(({lang}) => lang === 'js'),
        heading,
      );
      for (const method of methods) assert.match(text, new RegExp(`\\b${method}\\b`), `${group}.${method}`);
    }
  });
});
