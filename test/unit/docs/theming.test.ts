import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readText, tableOf} from './markdown.js';

const spanIn = (cell = ''): string => /`([^`]+)`/.exec(cell)?.[1] ?? '';

/** The properties that the elements read, with what they fall back to; the light theme comes first. */
function read(): Map<string, string> {
  const files = readdirSync('components', {recursive: true, encoding: 'utf8'}).filter(file =>
    file.endsWith('.styles.ts'),
  );
  const styles = files.map(file => readText(`components/${file}`).replace(/const dark = css`[^`]*`/, '')).join();
  return new Map(
    [...styles.matchAll(/var\((--liveops-[\w-]+), ((?:[^()]|\([^()]*\))+)\)/g)].map(([, name = '', value = '']) => [
      name,
      value.replace('var(--_size)', '1em').replace('var(--_accent)', 'var(--liveops-accent)'),
    ]),
  );
}

describe('The custom properties of docs/reference/theming.md', () => {
  const documented = new Map(
    tableOf(readText('docs/reference/theming.md')).map(([name, , value]) => [spanIn(name), spanIn(value)] as const),
  );

  it('are those that the elements read, with their light values', () => {
    const properties = read();

    assert.ok(properties.size > 15);
    assert.deepEqual(Object.fromEntries([...documented].sort()), Object.fromEntries([...properties].sort()));
  });

  it('are those of the default preset, with its light values', () => {
    const [light = ''] = /\{[^}]*\}/.exec(readText('components/shared/presets/neutral.css')) ?? [];
    const set = [...light.matchAll(/(--liveops-[\w-]+): ([^;]+);/g)].map(
      ([, name = '', value]) => [name, value] as const,
    );

    assert.ok(set.length > 15);
    for (const [name, value] of set) assert.equal(documented.get(name), value, name);
    assert.deepEqual(
      [...documented.keys()].filter(name => !set.some(([known]) => known === name)),
      ['--liveops-focus'],
    );
  });
});
