import {runCommand} from '../../../demo/sandbox/command/run.js';
import type {Terminal} from '../../../demo/sandbox/command/terminal.js';

export type Outcome = {readonly code: number; readonly stdout: string; readonly stderr: string};

/** Runs the command in this process: starting one costs a second. */
export async function runHere(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  screen?: Terminal['screen'],
): Promise<Outcome> {
  const lines = {stdout: '', stderr: ''};
  const terminal: Terminal = {
    log: text => void (lines.stdout += `${text}\n`),
    error: text => void (lines.stderr += `${text}\n`),
    screen,
  };
  const code = await runCommand(words, {version: '1.2.3', env, terminal});
  return {code, ...lines};
}
