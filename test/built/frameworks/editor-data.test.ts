import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

type Named = {name: string};
type Manifest = {modules: {declarations: {tagName?: string}[]}[]};
type Vscode = {tags: (Named & {attributes: (Named & {values: Named[]})[]})[]};
type WebTypes = Named & {
  contributions: {html: {elements: (Named & {attributes: (Named & {value: {type: string}})[]})[]}};
};

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const named = <T extends Named>(list: readonly T[], name: string): T => list.find(each => each.name === name)!;

const {modules} = read<Manifest>('dist/custom-elements.json');
const tags = modules.flatMap(({declarations}) => declarations).flatMap(({tagName}) => tagName ?? []);

describe('The data for editors', () => {
  const vscode = read<Vscode>('dist/vscode.html-custom-data.json');
  const jetbrains = read<WebTypes>('dist/web-types.json');
  const {elements} = jetbrains.contributions.html;

  it('name every element, as the types for frameworks do', () => {
    const types = readFileSync('dist/types/frameworks/elements.d.ts', 'utf8');

    assert.deepEqual(vscode.tags.map(({name}) => name).sort(), tags.sort());
    assert.deepEqual(elements.map(({name}) => name).sort(), tags.sort());
    for (const tag of tags) assert.match(types, new RegExp(`^  '${tag}': \\{$`, 'm'));
  });

  it('offer the values of an attribute, also where the source has them under a name', () => {
    const {attributes} = named(vscode.tags, 'liveops-clan-contributors');

    const {values} = named(attributes, 'ranking');

    assert.deepEqual(values, [{name: 'competition'}, {name: 'dense'}, {name: 'ordinal'}]);
    assert.equal(
      named(named(elements, 'liveops-clan-contributors').attributes, 'ranking').value.type,
      "'competition' | 'dense' | 'ordinal'",
    );
  });

  it('offer the attribute that widgets have in common', () => {
    for (const {name, attributes} of vscode.tags)
      if (name !== 'liveops-session') assert.ok(named(attributes, 'session'), name);
  });

  it('lie where package.json says', () => {
    const {'web-types': file} = read<{'web-types': string}>('package.json');

    assert.equal(read<WebTypes>(file).name, 'liveops-elements');
  });
});
