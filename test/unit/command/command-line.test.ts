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
  for (const line of ['--help', 'sandbox --help']) {
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
    ['sandbox --port 65536', "--port must be a number from 0 to 65535, not '65536'"],
  ];

  for (const [line, message] of cases) {
    assert.throws(() => read(line), {name: 'UsageError', message}, line);
  }
});

test('a PORT that is none is refused by its name', () => {
  for (const PORT of ['eighty', '70000', '-1', '80.5']) {
    const message = `PORT must be a number from 0 to 65535, not '${PORT}'`;
    assert.throws(() => read('sandbox', {PORT}), new UsageError(message));
  }
});
