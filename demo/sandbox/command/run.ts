import {defaultSeed} from '../seed/default-seed.js';
import {readSeed} from '../seed/read-seed.js';
import {SeedError} from '../seed/checks.js';
import {startSandbox, type Sandbox} from '../server.js';
import type {Seed} from '../seed/seed.js';
import {runProject} from './project/run-project.js';
import {readCommandLine, UsageError, type Order} from './command-line.js';

/** Exit codes: for an invalid command line, and for every other failure. */
const USAGE = 2;
const FAILED = 1;

/**
 * Runs the command to its end or, for the sandbox, to its start. A failure prints one line on stderr and sets the exit
 * code.
 */
export async function runCommand(words: readonly string[], version: string): Promise<void> {
  try {
    const order = readCommandLine(words, {version, env: process.env});
    if (order.order === 'print') console.log(order.text);
    else if (order.order === 'project') process.exitCode = await runProject(order);
    else await serve(order);
  } catch (error) {
    console.error(`liveops-elements: ${explain(error)}`);
    process.exitCode = error instanceof UsageError ? USAGE : FAILED;
  }
}

async function serve({port, seedFile}: Order & {order: 'serve'}): Promise<void> {
  const seed = seedFile === undefined ? defaultSeed : await readSeed(seedFile);
  const sandbox = await startSandbox({port, seed});
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
  console.log(`LiveOps sandbox: ${sandbox.apiBase}`);
  console.log(`Try: ${await example(sandbox, seed)}`);
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
