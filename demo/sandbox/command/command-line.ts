import {parseArgs, type ParseArgsConfig} from 'node:util';
import {COMMAND_HELP, DEFAULT_PORT, SANDBOX_HELP} from './help.js';

/** A parsed command line. */
export type Order =
  | {readonly order: 'print'; readonly text: string}
  | {readonly order: 'serve'; readonly port: number; readonly seedFile: string | undefined};

/** An invalid command line; the message names the wrong word. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The environment of a command line. */
export type Surroundings = {readonly version: string; readonly env: NodeJS.ProcessEnv};

const HELP = {type: 'boolean', short: 'h'} as const;

/**
 * Reads the words after `liveops-elements`.
 *
 * @throws UsageError
 */
export function readCommandLine(words: readonly string[], {version, env}: Surroundings): Order {
  const [command, ...rest] = words;
  if (command === 'sandbox') return readSandbox(rest, env);
  if (command !== undefined && !command.startsWith('-')) throw new UsageError(`Unknown command '${command}'`);
  const values = parse(words, {help: HELP, version: {type: 'boolean', short: 'v'}});
  if (values.version) return {order: 'print', text: version};
  if (values.help) return {order: 'print', text: COMMAND_HELP};
  throw new UsageError('A command is missing');
}

function readSandbox(words: readonly string[], env: NodeJS.ProcessEnv): Order {
  const {help, port, seed} = parse(words, {help: HELP, port: {type: 'string'}, seed: {type: 'string'}});
  if (help) return {order: 'print', text: SANDBOX_HELP};
  const portText = port ?? (env['PORT'] || DEFAULT_PORT);
  return {order: 'serve', port: toPort(portText, port === undefined ? 'PORT' : '--port'), seedFile: seed};
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
