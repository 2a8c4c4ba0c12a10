import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readText, tableOf} from './markdown.js';

const spans = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

describe('The custom properties of docs/guide/theming.md', () => {
  const rows = tableOf(readText('docs/guide/theming.md'));
  const documented = new Map(
    rows.flatMap(([names, , values]) => spans(names).map((name, index) => [name, spans(values)[index]] as const)),
  );

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
