import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const FILE = 'THIRD-PARTY-LICENSES.txt';

export const BANNER = `/*! MIT, see ${FILE} */`;

function licenseOf(name) {
  const folder = join('node_modules', name);
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no license file to pass on`);
  return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

/** Puts the licenses of what is bundled beside the bundle, as they demand. @returns {import('rollup').Plugin} */
export function licenseFile(names) {
  const source = () =>
    names
      .filter(name => existsSync(join('node_modules', name)))
      .map(licenseOf)
      .join('\n\n');
  return {
    name: 'license-file',
    generateBundle() {
      this.emitFile({type: 'asset', fileName: FILE, source: source()});
    },
  };
}
