import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {after, before, test} from 'node:test';
import {promisify} from 'node:util';
import {pictureNames} from '../../../demo/sandbox/pictures/pictures.js';
import {toSeed} from '../../../demo/sandbox/seed/read-seed.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/server.js';
import {assertLike, blockOf, blocks, documentation} from './support/documented.js';
import {assertSchema} from './support/schemas.js';
import {controlled, Visitor} from './support/visitor.js';

const ADDRESS = 'http://127.0.0.1:8788';
const BETWEEN = '<<< next >>>';

let sandbox: Sandbox;
before(async () => (sandbox = await startSandbox({port: 0})));
after(async () => await sandbox.close());

/** Runs all examples in one shell, as a reader would, and returns what each printed. */
async function runExamples(): Promise<string[]> {
  const examples = blocks.filter(({kind}) => kind === 'sh').map(({text}) => `${text}\necho '${BETWEEN}'\n`);
  const script = examples.join('').replaceAll(ADDRESS, sandbox.url);
  const {stdout} = await promisify(execFile)('bash', ['-c', script]);
  return stdout.split(`${BETWEEN}\n`).slice(0, -1);
}

test('every example prints what is below it', async () => {
  const outputs = await runExamples();

  blocks.forEach(({kind, text}, index) => {
    if (kind !== 'sh') return;
    const output = outputs.shift() ?? '';
    const next = blocks[index + 1];
    if (next?.kind === 'json') assertLike(JSON.parse(output), JSON.parse(next.text), text);
    else assert.equal(output, next?.kind === 'text' ? next.text : '', text);
  });
  assert.deepEqual(outputs, []);
});

test('every control call and every player call has an example', () => {
  const examples = blocks.filter(({kind}) => kind === 'sh').map(({text}) => text.replaceAll(/-X (\S+) (.*)/g, '$2 $1'));
  const calls = [
    /\/reset POST/,
    /\/options .*PUT/,
    /\/token .*POST/,
    /\/attributes .*PUT/,
    /\/contributions .*POST/,
    /\/chains\/101 .*PUT/,
    /\/chains\/101\/reset POST/,
    /\/faults .*PUT/,
    /\/faults$/m,
    /\/log$/m,
    /\/images\//,
    /\/contributors\/101\/top$/m,
    /clan\/update PUT/,
    /\/reward_chain\?/,
    /\/balance$/m,
    /\/reward_chain\/101\/step\/1002\/claim POST/,
    /\/daily_chain\?/,
    /\/daily_chain\/201$/m,
    /\/daily_chain\/201\/step\/number\/3\/claim POST/,
    /\/clock .*POST/,
    /\/offer_chain\?/,
    /\/offer_chain\/302$/m,
    /\/offer_chain\/302\/step\/number\/1\/claim POST/,
    /\/offer_chain\/301\/step\/number\/2\/order POST/,
    /\/items\?/,
    /\/items\/upsell$/m,
    /\/free\/item\/\S+ POST/,
    /\/virtual\/\S+ POST/,
    /\/virtual_currency_balance$/m,
    /\/balances .*PUT/,
    /\/payment\/item\//,
    /\/project\/44056\/order\//,
    /\/paystation4\//,
    /\/sandbox\/orders$/m,
    /\/orders\/\S+\/pay .*POST/,
    /\/orders\/\S+\/deliver POST/,
    /\/orders\/\S+\/cancel POST/,
    /\/orders\/\S+\/expire POST/,
    /\/offer-chains\/301 .*PUT/,
    /\/offer-chains\/301\/reset POST/,
  ];

  for (const call of calls)
    assert.ok(
      examples.some(example => call.test(example)),
      String(call),
    );
});

test('every fault is in the table, as a rule that is accepted', async () => {
  const rules = [...documentation.matchAll(/^\| `(\{"fault".*?\})` /gm)].map(([, rule = '']) => ({
    ...(JSON.parse(rule) as {fault: string}),
    path: '/nowhere',
  }));

  assert.deepEqual(rules.map(({fault}) => fault).sort(), [
    'body',
    'delay',
    'drop-answer',
    'drop-request',
    'stale',
    'stall',
    'status',
    'status-after',
    'truncate',
  ]);
  await controlled(sandbox, 'PUT', '/faults', rules);
  await controlled(sandbox, 'PUT', '/faults', []);
});

test('every picture is named', () => {
  const [section = ''] = /## Pictures[^]*?(?=\n## )/.exec(documentation) ?? [];
  const names = pictureNames.filter(name => !/^step-[2-5]$/.test(name));

  for (const name of names) assert.ok(section.includes(`\`${name}\``), name);
});

test('the example seed is a world that can be played in', async t => {
  const json: unknown = JSON.parse(blockOf('json seed'));
  assertSchema('seed', json);
  const summer = await startSandbox({port: 0, seed: toSeed(json)});
  t.after(() => summer.close());

  const ada = await Visitor.signIn(summer, 'ada', 7);
  assert.equal((await ada.balance(1)).amount, 150);
  assert.equal((await ada.claim(1, 11)).status, 204);
  assert.deepEqual(await ada.board(1), [{name: 'ada', contributed_amount: 150}]);
});
