/* Without this, the bundles would contain other people's code without its license. */
import license from 'rollup-plugin-license';

const FILE = 'THIRD-PARTY-LICENSES.txt';

export const BANNER = `/*! MIT, see ${FILE} */`;

function termsOf({name, version, licenseText}) {
  if (!licenseText) throw new Error(`${name} has no license file to pass on`);
  return `${name} ${version}\n\n${licenseText.trim()}\n`;
}

/** Writes the licenses of bundled packages next to the bundle. @returns {import('rollup').Plugin} */
export function licenseFile() {
  const template = dependencies => dependencies.map(termsOf).join('\n\n');
  return license({thirdParty: {output: {file: `dist/${FILE}`, template}}});
}
