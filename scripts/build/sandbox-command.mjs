import {chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';
import {projectSchema} from './project-schema.mjs';

const FILE = 'dist/command.js';

const OPTIONS = {
  entryPoints: ['demo/sandbox/command/bin.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  legalComments: 'none',
  // Modules that are written for `require` may ask for Node's own, which a bundle of ES modules cannot do without it.
  banner: {js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);"},
  metafile: true,
  write: false,
  logLevel: 'silent',
};

/**
 * Bundles the command `liveops-elements` with all its dependencies into one file, and writes the schemas of its
 * seeds and of project files next to it.
 */
export async function bundleCommand() {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
  try {
    const {outputFiles, metafile} = await build({...OPTIONS, define: {PACKAGE_VERSION: JSON.stringify(version)}});
    mkdirSync('dist', {recursive: true});
    writeFileSync(FILE, outputFiles[0].text + licensesOf(metafile));
    chmodSync(FILE, 0o755);
    copyFileSync('demo/sandbox/seed/schema/seed.json', 'dist/seed.schema.json');
    writeFileSync('dist/project.schema.json', `${JSON.stringify(projectSchema(), null, 2)}\n`);
    return {faults: [], summary: ''};
  } catch (error) {
    return {faults: [String(error)], summary: ''};
  }
}

/** In the file itself, as its parts' licenses require: the file may be copied alone. */
function licensesOf({inputs}) {
  const names = Object.keys(inputs).map(path => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(names.filter(Boolean))].map(name => `\n/*!\n${name}\n\n${licenseOf(name)}\n*/\n`).join('');
}

function licenseOf(name) {
  const folder = join('node_modules', name);
  const file = existsSync(folder) && readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no license file to pass on`);
  return readFileSync(join(folder, file), 'utf8').trim();
}
