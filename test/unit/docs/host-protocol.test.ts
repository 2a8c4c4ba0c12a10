import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {Ajv} from 'ajv';
import {codeBlocks, readText, sectionsOf} from './markdown.js';

const ajv = new Ajv({strict: true, allowUnionTypes: true});
const sections = sectionsOf(readText('docs/reference/host-protocol.md'));

/** The methods that the sources send and handle, as far as they stand there as texts. */
function methodsOfSources(): string[] {
  const code = [
    'src/session/host.ts',
    'src/session/link-storage.ts',
    'src/host/protocol.ts',
    'src/clan-switch/family.ts',
    'components/session/host-bridge.ts',
  ]
    .concat(readdirSync('src/game').map(name => `src/game/${name}`))
    .map(file => readText(file))
    .join();
  const sent = /(?:notify|request|ask|supports)\(\s*'([\w.-]+)'/g;
  const handled = /^\s*'((?:auth|checkout|clan|rewards|app|ui|input)\.\w+)'/gm;
  return [...new Set([...code.matchAll(sent), ...code.matchAll(handled)].map(([, name = '']) => name))];
}

describe('docs/reference/host-protocol.md', () => {
  it('describes every message of the sources', () => {
    const described = sections.map(({heading}) => heading);
    const methods = methodsOfSources();

    assert.ok(methods.length > 20);
    assert.deepEqual(
      methods.filter(name => !described.includes(name)),
      [],
    );
  });

  for (const {heading, text} of sections) {
    const blocks = codeBlocks(text);
    const block = (name: string): ReturnType<typeof JSON.parse> =>
      JSON.parse(blocks.find(one => one.name === name)?.text ?? 'null');

    it(`has a schema that fits the example: ${heading}`, () => {
      const {params, result} = block('schema');
      const message = block('message');
      const answer = block('answer');

      assert.equal(message.method, heading);
      assert.ok(ajv.validate(params, message.params ?? {}), ajv.errorsText());
      if (answer) assert.ok(ajv.validate(result, answer.result), ajv.errorsText());
      assert.equal(ajv.validate(params, {surplus: true}), false);
    });

    it(`says which way: ${heading}`, () => {
      assert.match(text, /^\n(page → game|game → page|both ways)\. [^]{20}/);
    });
  }

  it('has no method that a host would take for its own', () => {
    assert.deepEqual(
      sections.filter(({heading}) => heading.startsWith('_')),
      [],
    );
  });
});
