import {defaultSeed} from '../seed/default-seed.js';
import {readSeed} from '../seed/read-seed.js';
import {SeedError} from '../seed/checks.js';
import {startSandbox, type Sandbox} from '../server.js';
import type {Seed} from '../seed/seed.js';
import {runProject} from './project/run-project.js';
import {readCommandLine, UsageError, type Order, type Surroundings} from './command-line.js';
import type {Terminal} from './terminal.js';

/** Exit codes: for an invalid command line, and for every other failure. */
const USAGE = 2;
const FAILED = 1;

/** Where a command runs. `terminal` is what it writes to. */
export type CommandOptions = Surroundings & {readonly terminal: Terminal};

/**
 * Runs the command to its end or, for the sandbox, to its start. A failure prints one line on stderr. Resolves with the
 * exit code.
 */
export async function runCommand(
  words: readonly string[],
  {terminal, ...surroundings}: CommandOptions,
): Promise<number> {
  try {
    const order = readCommandLine(words, surroundings);
    if (order.order === 'project') return await runProject(order, terminal);
    if (order.order === 'print') terminal.log(order.text);
    else await serve(order, terminal);
    return 0;
  } catch (error) {
    terminal.error(`liveops-elements: ${explain(error)}`);
    return error instanceof UsageError ? USAGE : FAILED;
  }
}

async function serve({port, seedFile}: Order & {order: 'serve'}, terminal: Terminal): Promise<void> {
  const seed = seedFile === undefined ? defaultSeed : await readSeed(seedFile);
  const sandbox = await startSandbox({port, seed});
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
  terminal.log(`LiveOps sandbox: ${sandbox.apiBase}`);
  terminal.log(`Try: ${await example(sandbox, seed)}`);
}

/** A command to paste, with its own token; the opaque kind because it is short. */
async function example({url, apiBase}: Sandbox, {project_id, players}: Seed): Promise<string> {
  const user = players.some(player => player.user === 'Rocket') ? 'Rocket' : (players[0]?.user ?? 'player');
  const path = `/sandbox/users/${encodeURIComponent(user)}/token`;
  const answer = await fetch(url + path, {method: 'POST', body: '{"opaque": true}'});
  const {token} = (await answer.json()) as {token: string};
  return `curl -H 'Authorization: Bearer ${token}' ${apiBase}/v2/project/${project_id}/user/reward_chain`;
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message} (--help shows what there is)`;
  if (error instanceof SeedError) return error.message;
  const {code, message, port} = error as NodeJS.ErrnoException & {port?: number};
  return code === 'EADDRINUSE' ? `port ${port} is in use; choose another with --port or PORT` : message;
}
