import {spawn} from 'node:child_process';
import {delimiter, resolve as absolute} from 'node:path';

const PATH = [absolute('node_modules/.bin'), process.env.PATH].join(delimiter);

/**
 * The compiler of TypeScript 7, which takes a quarter of the time. Linters and other compilers still need the JavaScript
 * API of version 6, so that one is the package `typescript`. Both packages have a command `tsc`, hence the path.
 */
export const TSC = 'node node_modules/typescript-native/bin/tsc';

/** Runs a command of the project's tools; shows its output only if it fails. */
export function tool(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {shell: true, env: {...process.env, PATH}, stdio: ['ignore', 'pipe', 'pipe']});
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output.push(chunk));
    child.on('error', reject);
    child.on('close', code => resolve({faults: code ? [Buffer.concat(output).toString().trim()] : [], summary: ''}));
  });
}
