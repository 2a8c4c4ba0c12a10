import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import semver from 'semver';

type Locked = {version?: string; optional?: boolean; engines?: {node?: string}; hasInstallScript?: boolean};
type Lock = {packages: Record<string, Locked>};

/** The oldest release of each line of Node that this package supports. */
const NODES = ['20.19.0', '22.13.0', '24.0.0'];

const LOCKS = ['package-lock.json', 'test/long/prove/package-lock.json'];

/** The packages that `npm ci` would warn about, as `name@version needs range`. It leaves optional ones out instead. */
function refusals({packages}: Lock, node: string): string[] {
  return Object.entries(packages)
    .filter(([, {optional, engines}]) => !optional && engines?.node && !semver.satisfies(node, engines.node))
    .map(([path, {version, engines}]) => `${path}@${version} needs ${engines!.node}`);
}

describe('Every package that npm installs', () => {
  for (const lock of LOCKS)
    for (const node of NODES)
      it(`accepts Node ${node}, in ${lock}`, () => {
        assert.deepEqual(refusals(JSON.parse(readFileSync(lock, 'utf8')), node), []);
      });
});

describe('Node', () => {
  it('is asked of users as of the tools', () => {
    const {engines} = JSON.parse(readFileSync('package.json', 'utf8'));

    assert.equal(semver.minVersion(engines.node)?.version, NODES[0]);
  });
});

describe('A package that would run a script when it is installed', () => {
  it('is named in allowScripts, so that npm does not warn', () => {
    const {allowScripts} = JSON.parse(readFileSync('package.json', 'utf8'));
    const {packages}: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

    const scripted = Object.keys(packages).filter(
      path => packages[path]!.hasInstallScript && !packages[path]!.optional,
    );
    const names = scripted.map(path => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));

    assert.deepEqual(Object.keys(allowScripts).sort(), [...new Set(names)].sort());
  });
});
