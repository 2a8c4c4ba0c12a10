import {COMMON, LAYERS, SOLE_IMPORTERS} from './layer-table.mjs';

/** A name of the table as a pattern of paths. */
export function pathOf(name) {
  if (name.startsWith('npm:')) return `^node_modules/${name.slice(4)}/`;
  return `^${name}(?:/|\\.ts$)`;
}

function rulesOf([name, {values = [], types = []}]) {
  const from = {path: pathOf(name)};
  const byValue = [name, ...COMMON, ...values].map(pathOf);
  const byType = types.map(pathOf);
  const rule = {severity: 'error', from};
  return [
    {...rule, name: `${name} imports only its layer`, to: {pathNot: [...byValue, ...byType]}},
    {
      ...rule,
      name: `${name} imports only types from there`,
      to: {path: byType, pathNot: byValue, dependencyTypesNot: ['type-only']},
    },
  ].filter(({to}) => to.path === undefined || to.path.length);
}

function soleImporterRule([name, importers]) {
  return {
    name: `${name} is imported in one place`,
    severity: 'error',
    from: {path: '^(?:src|components)/', pathNot: importers.map(pathOf)},
    to: {path: pathOf(`npm:${name}`)},
  };
}

const noCycle = {
  name: 'no cycles, not even of types',
  severity: 'error',
  from: {},
  to: {circular: true},
};

/** The command `liveops-elements`, which is for servers: it has the sandbox, and sets projects up. */
const COMMAND = '^demo/sandbox/command/';

/**
 * `src/index` and similar files may import anything in `src`; these modules must never be in a file that players load.
 */
const adminStaysOnServers = {
  name: 'nothing that a browser loads imports the server side',
  severity: 'error',
  from: {path: '^(?:src|components|demo)/', pathNot: [pathOf('src/admin'), COMMAND]},
  to: {path: pathOf('src/admin')},
};

const demoUsesEntries = {
  name: 'demo uses what a host page can use',
  severity: 'error',
  from: {path: '^demo/', pathNot: '^demo/sandbox/'},
  to: {path: '^(?:src|components)/', pathNot: ['^src/(?:index|bundle)\\.ts$', '^components/[^/]+/define\\.ts$']},
};

const sandboxStandsAlone = {
  name: 'the sandbox takes nothing from the source but types',
  severity: 'error',
  from: {path: '^demo/sandbox/', pathNot: COMMAND},
  to: {path: '^(?:src|components|dist)/', dependencyTypesNot: ['type-only']},
};

const nothingUsesTests = {
  name: 'nothing imports tests but tests, scripts and demo',
  severity: 'error',
  from: {pathNot: '^(?:test|demo|scripts)/'},
  to: {path: '^test/', pathNot: '^test/runner/'},
};

/** The layer table as rules of dependency-cruiser. */
export const RULES = [
  ...Object.entries(LAYERS).flatMap(rulesOf),
  ...Object.entries(SOLE_IMPORTERS).map(soleImporterRule),
  noCycle,
  adminStaysOnServers,
  demoUsesEntries,
  sandboxStandsAlone,
  nothingUsesTests,
];
