import {execFile} from 'node:child_process';
import {rmSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';

export type Packed = {tarball: string; files: string[]; folder: string; remove: () => Promise<void>};

type Listing = {filename: string; files: {path: string}[]};

let packing: Promise<Pick<Packed, 'tarball' | 'files'>> | undefined;

/** The package as `npm publish` would pack it, once for all test files of a process, and a temporary folder for each. */
export async function pack(): Promise<Packed> {
  packing ??= packOnce();
  const [packed, folder] = await Promise.all([packing, mkdtemp(join(tmpdir(), 'liveops-elements-'))]);
  return {...packed, folder, remove: () => rm(folder, {recursive: true})};
}

async function packOnce(): Promise<Pick<Packed, 'tarball' | 'files'>> {
  const folder = await mkdtemp(join(tmpdir(), 'liveops-elements-'));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  const {stdout} = await run('npm', ['pack', '--json', '--pack-destination', folder]);
  const [listing] = JSON.parse(stdout) as [Listing];
  return {tarball: join(folder, listing.filename), files: listing.files.map(({path}) => path)};
}

/** Runs a program; when it fails, the error's message is what it printed. */
export async function run(command: string, args: string[], cwd = process.cwd()): Promise<{stdout: string}> {
  try {
    return await promisify(execFile)(command, args, {cwd, env: plainEnv()});
  } catch (error) {
    const {stdout, stderr} = error as {stdout: string; stderr: string};
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, {cause: error});
  }
}

// npm hands its settings down as variables; those of this project's own `npm test` are not the consumer's.
function plainEnv(): NodeJS.ProcessEnv {
  const isOwn = (name: string): boolean => /^(npm_(?!config_(cache|registry|offline)$)|NODE_TEST|NODE_V8)/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOwn(name)));
}
