import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readCommandLine, UsageError, type Order} from '../../../demo/sandbox/command/command-line.js';

function read(line: string, env: NodeJS.ProcessEnv = {}): Order {
  return readCommandLine(line.split(' ').filter(Boolean), {version: '1.2.3', env});
}

function serving(port: number, seedFile?: string): Order {
  return {order: 'serve', port, seedFile};
}

test('the sandbox listens on the port of the option, else of PORT, else on 8788', () => {
  assert.deepEqual(read('sandbox'), serving(8788));
  assert.deepEqual(read('sandbox', {PORT: ''}), serving(8788));
  assert.deepEqual(read('sandbox', {PORT: '9000'}), serving(9000));
  assert.deepEqual(read('sandbox --port 0', {PORT: '9000'}), serving(0));
  assert.deepEqual(read('sandbox --port=65535', {PORT: 'nonsense'}), serving(65535));
});

test('a seed is a file', () => {
  assert.deepEqual(read('sandbox --seed world.json --port 1'), serving(1, 'world.json'));
});

test('a project is the sandbox’s, unless there is a key of Xsolla', () => {
  const target = (line: string, env: NodeJS.ProcessEnv = {}): unknown => {
    const order = read(line, env);
    assert.ok(order.order === 'project');
    const {projectId, apiKey, storeBase} = order.target.options;
    return [order.target.name, projectId, apiKey, storeBase];
  };
  const sandbox = ['the sandbox', 44056, 'sandbox-api-key', 'http://127.0.0.1:8788/api'];
  const env = {XSOLLA_API_KEY: 'key', XSOLLA_PROJECT_ID: '5'};

  assert.deepEqual(target('plan'), sandbox);
  assert.deepEqual(target('plan --port 9', {PORT: '8'}), [...sandbox.slice(0, 3), 'http://127.0.0.1:9/api']);
  assert.deepEqual(target('plan', env), ['Xsolla', 5, 'key', undefined]);
  assert.deepEqual(target('plan --project 6', env), ['Xsolla', 6, 'key', undefined]);
  assert.deepEqual(target('plan --sandbox', {XSOLLA_API_KEY: 'key'}), sandbox);
});

test('its company is the sandbox’s, or the one that is named', () => {
  const merchant = (line: string, env: NodeJS.ProcessEnv = {}): unknown => {
    const order = read(line, env);
    assert.ok(order.order === 'project');
    const {merchantId, merchantBase} = order.target.options;
    return [merchantId, merchantBase];
  };
  const env = {XSOLLA_API_KEY: 'key', XSOLLA_PROJECT_ID: '5'};

  assert.deepEqual(merchant('plan --port 9'), [2340, 'http://127.0.0.1:9/merchant/v2']);
  assert.deepEqual(merchant('plan --sandbox --port 9', {...env, XSOLLA_MERCHANT_ID: '8'}), [
    2340,
    'http://127.0.0.1:9/merchant/v2',
  ]);
  assert.deepEqual(merchant('plan', env), [undefined, undefined]);
  assert.deepEqual(merchant('plan', {...env, XSOLLA_MERCHANT_ID: '8'}), [8, undefined]);
  assert.deepEqual(merchant('plan --merchant 9', {...env, XSOLLA_MERCHANT_ID: '8'}), [9, undefined]);
});

test('pull, plan and apply read a file, and have options', () => {
  const order = read('plan my.json --prune --check --json --api-version v2');
  assert.ok(order.order === 'project');
  const {action, file, prune, check, json, target} = order;

  assert.deepEqual([action, file, prune, check, json], ['plan', 'my.json', true, true, true]);
  assert.equal(target.options.apiVersions, 'v2');
  const plain = read('apply');
  assert.ok(plain.order === 'project');
  assert.deepEqual([plain.action, plain.file, plain.prune, plain.json], ['apply', 'liveops.yaml', false, false]);
});

test('the version and the help are printed', () => {
  const texts = ['--version', '-v', '--help', '-h', 'sandbox --help', 'sandbox -h --port 7'].map(line => {
    const order = read(line);
    return order.order === 'print' ? order.text : '';
  });

  assert.deepEqual(texts.slice(0, 2), ['1.2.3', '1.2.3']);
  assert.match(texts[2] ?? '', /^Usage: liveops-elements <command>[^]*\n {2}sandbox /);
  assert.match(texts[4] ?? '', /^Usage: liveops-elements sandbox [^]*--port[^]*8788[^]*--seed/);
  assert.deepEqual([texts[3], texts[5]], [texts[2], texts[4]]);
});

test('no line of the help is wider than a terminal', () => {
  for (const line of ['--help', 'sandbox --help', 'plan --help']) {
    const order = read(line);
    assert.ok(order.order === 'print' && order.text.split('\n').every(text => text.length <= 80));
  }
});

test('a command line that makes no sense is refused in one line that names the word', () => {
  const cases: [string, string][] = [
    ['', 'A command is missing'],
    ['sandbax', "Unknown command 'sandbax'"],
    ['sandbax --help', "Unknown command 'sandbax'"],
    ['--port 1', "Unknown option '--port'"],
    ['sandbox --prot 1', "Unknown option '--prot'"],
    ['sandbox -x', "Unknown option '-x'"],
    ['sandbox --seed.json', "Unknown option '--seed.json'"],
    ['sandbox world.json', "Unexpected argument 'world.json'"],
    ['sandbox --help=yes', "Option '-h, --help' does not take an argument"],
    ['sandbox --port', "Option '--port <value>' argument missing"],
    ['sandbox --seed', "Option '--seed <value>' argument missing"],
    ['sandbox --port -1', "Option '--port' argument is ambiguous"],
    ['sandbox --port=-1', "--port must be a number from 0 to 65535, not '-1'"],
    ['sandbox --port eighty', "--port must be a number from 0 to 65535, not 'eighty'"],
    ['plan a.yaml b.yaml', "Unexpected argument 'b.yaml'"],
    ['plan --port=x', "--port must be a number from 0 to 65535, not 'x'"],
    ['plan --project zero', "The project must be a whole number from 1, not 'zero'"],
    ['plan --merchant 1.5', "The company must be a whole number from 1, not '1.5'"],
    ['plan --api-version v9', "--api-version must be v2 or v3, not 'v9'"],
    ['pull --prune', '--prune is an option of: plan, apply'],
    ['apply --check', '--check is an option of: plan'],
    ['sandbox --port 65536', "--port must be a number from 0 to 65535, not '65536'"],
  ];

  for (const [line, message] of cases) {
    assert.throws(() => read(line), {name: 'UsageError', message}, line);
  }
});

test('a key of Xsolla needs a project, and no port', () => {
  const env = {XSOLLA_API_KEY: 'key'};

  assert.throws(() => read('plan', env), new UsageError('--project or XSOLLA_PROJECT_ID must name the project'));
  assert.throws(
    () => read('plan --project 5 --port 1', env),
    new UsageError('--port is for the sandbox; add --sandbox'),
  );
});

test('a PORT that is none is refused by its name', () => {
  for (const PORT of ['eighty', '70000', '-1', '80.5']) {
    const message = `PORT must be a number from 0 to 65535, not '${PORT}'`;
    assert.throws(() => read('sandbox', {PORT}), new UsageError(message));
  }
});
