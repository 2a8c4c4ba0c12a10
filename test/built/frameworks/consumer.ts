import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {pack, run} from '../package/pack.js';

export type Consumer = {folder: string; remove: () => Promise<void>};

const HOME = resolve('.cache/frameworks');

/**
 * The projects beside this file, copied to a folder of their own with the packed package installed. It lies below this
 * package's root, so that everything else resolves to our own node_modules, without a registry.
 */
export async function installConsumers(names: readonly string[]): Promise<Consumer> {
  await mkdir(HOME, {recursive: true});
  const folder = await mkdtemp(join(HOME, 'run-'));
  await unpack(join(folder, 'node_modules/liveops-elements'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({private: true, type: 'module'}));
  for (const name of names) await cp(`test/built/frameworks/${name}`, join(folder, name), {recursive: true});
  return {folder, remove: () => rm(folder, {recursive: true})};
}

async function unpack(folder: string): Promise<void> {
  const packed = await pack();
  await mkdir(folder, {recursive: true});
  await run('tar', ['-xzf', packed.tarball, '-C', folder, '--strip-components=1']);
  await packed.remove();
}
