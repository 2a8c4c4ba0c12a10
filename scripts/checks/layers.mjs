import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {cruise} from 'dependency-cruiser';
import {pathOf, RULES} from './layer-rules.mjs';
import {LAYERS, SOLE_IMPORTERS} from './layer-table.mjs';

const ROOTS = ['src', 'components', 'demo', 'test'];
/** Packages that the long proofs install separately. */
const PROVING = 'test/long/prove/node_modules/';

function sourcesOf(root) {
  if (!existsSync(root)) return [];
  const entries = readdirSync(root, {recursive: true, withFileTypes: true});
  const files = entries.filter(entry => entry.isFile() && entry.name.endsWith('.ts'));
  const paths = files.map(file => join(file.parentPath ?? file.path, file.name).replaceAll('\\', '/'));
  return paths.filter(path => !path.startsWith(PROVING));
}

/** Files without a row in the table: a new folder needs a decision first. */
function withoutLayer(files) {
  const rows = Object.keys(LAYERS);
  return files.filter(file => /^(?:src|components)\//.test(file) && !rows.some(row => file.startsWith(row)));
}

/** Permissions in the table that no file uses, as faults: a reader would mistake them for a decision. */
export function unusedPermissions(modules, layers = LAYERS, soleImporters = SOLE_IMPORTERS) {
  const isUsed = (from, to) => {
    const [source, target] = [from, to].map(name => new RegExp(pathOf(name)));
    return modules.some(
      ({source: file, dependencies}) => source.test(file) && dependencies.some(({resolved}) => target.test(resolved)),
    );
  };
  const given = Object.entries(layers).flatMap(([name, {values = [], types = []}]) =>
    [...values, ...types].map(to => [name, to]),
  );
  const sole = Object.entries(soleImporters).flatMap(([name, files]) => files.map(file => [file, `npm:${name}`]));
  return [...given, ...sole]
    .filter(([from, to]) => !isUsed(from, to))
    .map(([from, to]) => `layer-table.mjs lets ${from} import ${to}, which it does not: delete it`);
}

async function cruiseSources(roots) {
  const options = {
    ruleSet: {forbidden: RULES},
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: 'node_modules',
    exclude: `^${PROVING}`,
  };
  const {output} = await cruise(roots, options, {
    conditionNames: ['types', 'import', 'node', 'default'],
    exportsFields: ['exports'],
  });
  return output;
}

/** @returns the faults, and the number of modules read */
export async function checkLayers() {
  const roots = ROOTS.filter(root => existsSync(root));
  const {modules, summary} = await cruiseSources(roots);
  const read = new Set(modules.map(({source}) => source));
  const files = roots.flatMap(sourcesOf);
  const faults = [
    ...summary.violations.map(({from, to, rule}) => `${from} → ${to}: ${rule.name}`),
    ...unusedPermissions(modules),
    ...withoutLayer(files).map(file => `${file}: its folder has no row in layer-table.mjs`),
    // Without a compatible TypeScript, dependency-cruiser reads nothing and reports no violation.
    ...files.filter(file => !read.has(file)).map(file => `${file}: was not read`),
  ];
  return {faults, summary: `${files.length} modules`};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {faults, summary} = await checkLayers();
  console.log([...faults, `${summary}, ${faults.length} violations`].join('\n'));
  process.exitCode = faults.length ? 1 : 0;
}
