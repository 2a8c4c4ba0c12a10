import {parseArgs, type ParseArgsConfig} from 'node:util';
import {COMMAND_HELP, DEFAULT_PORT, PROJECT_HELP, SANDBOX_HELP} from './help.js';
import type {AdminOptions} from '../../../src/admin/index.js';
import {MERCHANT_ID} from '../admin/credentials.js';
import type {ProjectOrder, Target} from './project/order.js';

/** A parsed command line. */
export type Order =
  | {readonly order: 'print'; readonly text: string}
  | {readonly order: 'serve'; readonly port: number; readonly seedFile: string | undefined}
  | ProjectOrder;

/** An invalid command line; the message names the wrong word. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The environment of a command line. */
export type Surroundings = {readonly version: string; readonly env: NodeJS.ProcessEnv};

const DEFAULT_FILE = 'liveops.yaml';
const SANDBOX_PROJECT = '44056';
const SANDBOX_KEY = 'sandbox-api-key';

const HELP = {type: 'boolean', short: 'h'} as const;

/**
 * Reads the words after `liveops-elements`.
 *
 * @throws UsageError
 */
export function readCommandLine(words: readonly string[], {version, env}: Surroundings): Order {
  const [command, ...rest] = words;
  if (command === 'sandbox') return readSandbox(rest, env);
  if (command === 'pull' || command === 'plan' || command === 'apply') return readProject(command, rest, env);
  if (command !== undefined && !command.startsWith('-')) throw new UsageError(`Unknown command '${command}'`);
  const values = parse(words, {help: HELP, version: {type: 'boolean', short: 'v'}});
  if (values.version) return {order: 'print', text: version};
  if (values.help) return {order: 'print', text: COMMAND_HELP};
  throw new UsageError('A command is missing');
}

function readSandbox(words: readonly string[], env: NodeJS.ProcessEnv): Order {
  const {help, port, seed} = parse(words, {help: HELP, port: {type: 'string'}, seed: {type: 'string'}});
  if (help) return {order: 'print', text: SANDBOX_HELP};
  return {order: 'serve', port: portIn(port, env), seedFile: seed};
}

const PROJECT_OPTIONS = {
  help: HELP,
  sandbox: {type: 'boolean'},
  port: {type: 'string'},
  project: {type: 'string'},
  merchant: {type: 'string'},
  'api-version': {type: 'string'},
  prune: {type: 'boolean'},
  check: {type: 'boolean'},
  json: {type: 'boolean'},
} as const;

/** Options that only some of the three commands have. */
const ONLY_FOR = {prune: ['plan', 'apply'], check: ['plan']} as const;

function readProject(action: ProjectOrder['action'], words: readonly string[], env: NodeJS.ProcessEnv): Order {
  const isFile = (word: string | undefined): word is string => word !== undefined && !word.startsWith('-');
  const [first, ...rest] = words;
  const values = parse(isFile(first) ? rest : words, PROJECT_OPTIONS);
  if (values.help) return {order: 'print', text: PROJECT_HELP};
  for (const [name, actions] of Object.entries(ONLY_FOR))
    if (name in values && !actions.some(known => known === action))
      throw new UsageError(`--${name} is an option of: ${actions.join(', ')}`);
  const {prune = false, check = false, json = false} = values;
  const file = isFile(first) ? first : DEFAULT_FILE;
  return {order: 'project', action, file, target: targetIn(values, env), prune, check, json};
}

type TargetWords = {sandbox?: boolean; port?: string; project?: string; merchant?: string; 'api-version'?: string};

/** The vendor where there is a key and no `--sandbox`; else the sandbox of this machine. */
function targetIn(words: TargetWords, env: NodeJS.ProcessEnv): Target {
  const {sandbox, port, project, 'api-version': version} = words;
  const apiKey = env['XSOLLA_API_KEY'];
  if (version !== undefined && version !== 'v2' && version !== 'v3')
    throw new UsageError(`--api-version must be v2 or v3, not '${version}'`);
  const id = project ?? env['XSOLLA_PROJECT_ID'];
  const apiVersions: AdminOptions['apiVersions'] = version ?? 'v3';
  if (apiKey && !sandbox) {
    if (port !== undefined) throw new UsageError('--port is for the sandbox; add --sandbox');
    if (!id) throw new UsageError('--project or XSOLLA_PROJECT_ID must name the project');
    const merchant = words.merchant ?? env['XSOLLA_MERCHANT_ID'];
    const merchantId = merchant ? toId('company', merchant) : undefined;
    return {name: 'Xsolla', options: {projectId: toId('project', id), merchantId, apiKey, apiVersions}};
  }
  const projectId = toId('project', id || SANDBOX_PROJECT);
  const merchantId = toId('company', words.merchant ?? String(MERCHANT_ID));
  const url = `http://127.0.0.1:${portIn(port, env)}`;
  const bases = {storeBase: `${url}/api`, merchantBase: `${url}/merchant/v2`};
  return {name: 'the sandbox', options: {projectId, merchantId, apiKey: SANDBOX_KEY, ...bases, apiVersions}};
}

function toId(what: 'project' | 'company', text: string): number {
  const id = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(id) && id > 0) return id;
  throw new UsageError(`The ${what} must be a whole number from 1, not '${text}'`);
}

function portIn(port: string | undefined, env: NodeJS.ProcessEnv): number {
  return toPort(port ?? (env['PORT'] || DEFAULT_PORT), port === undefined ? 'PORT' : '--port');
}

function parse<Options extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: Options) {
  try {
    return parseArgs({args: [...words], options}).values;
  } catch (error) {
    // The first sentence says what is wrong; those after it explain how options work.
    throw new UsageError((error as Error).message.split(/\.\s/)[0]);
  }
}

function toPort(text: string, source: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new UsageError(`${source} must be a number from 0 to 65535, not '${text}'`);
}
