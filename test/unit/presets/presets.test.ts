import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {contrast, mixed, toColor} from './contrast.js';

const FOLDER = 'components/shared/presets';
const ELEMENTS = readdirSync('components').filter(name => name !== 'session' && name !== 'shared');

type Tokens = Readonly<Record<string, string>>;
type Rule = {readonly selectors: readonly string[]; readonly tokens: Tokens; readonly body: string};

/** The rules of a stylesheet without comments, those in media queries, too. */
function rulesOf(css: string): Rule[] {
  const plain = css.replace(/\/\*[^]*?\*\//g, '');
  return [...plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, names = '', body = '']) => ({
    selectors: names.split(',').map(name => name.trim()),
    tokens: Object.fromEntries([...body.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value])),
    body,
  }));
}

/** The tokens that apply to an element in a theme. Where the system decides, they must be those of a theme as well. */
function tokensFor(rules: readonly Rule[], theme: 'light' | 'dark'): Tokens {
  const wanted = ['liveops-offers', `liveops-offers[theme='${theme}']`];
  return Object.assign({}, ...wanted.map(name => bySelector(rules, name))) as Tokens;
}

const bySelector = (rules: readonly Rule[], selector: string): Tokens =>
  Object.assign({}, ...rules.filter(({selectors}) => selectors.includes(selector)).map(({tokens}) => tokens)) as Tokens;

/** Each text of the elements, with the ground below it. */
const TEXTS = [
  ...['surface', 'row', 'own', 'bar', 'own-bar'].map(ground => ['text', ground]),
  ...['surface', 'row'].map(ground => ['text-muted', ground]),
  ['on-accent', 'accent'],
  ...['first', 'second', 'third'].map(ground => ['on-medal', ground]),
] as const;

/** What shows where a control, or the player's own row, ends. */
const EDGES = [
  ['accent', 'surface'],
  ['accent', 'row'],
  ['accent', 'own'],
] as const;

for (const file of readdirSync(FOLDER))
  describe(`The preset ${file}`, () => {
    const css = readFileSync(`${FOLDER}/${file}`, 'utf8');
    const rules = rulesOf(css);

    it('loads nothing', () => {
      assert.doesNotMatch(css, /url\(|@import|@font-face|image-set|https?:/i);
    });

    it('dresses every element', () => {
      const dressed = rules.find(({tokens}) => tokens['--liveops-surface'])!.selectors;
      assert.deepEqual([...dressed].sort(), ELEMENTS.map(name => `liveops-${name}`).sort());
      const shared = rules.filter(
        ({selectors}) => selectors.length >= ELEMENTS.length && !selectors[0]!.includes('part('),
      );
      for (const {selectors} of shared) assert.equal(selectors.length, ELEMENTS.length, selectors.join());
    });

    it('names only parts that the elements have', () => {
      const parts = rules.flatMap(({selectors}) => selectors).filter(name => name.includes('::part('));
      const unknown = parts.filter(selector => {
        const [, element = '', part = ''] =
          /liveops-([\w-]+?)(?:\[.*\]|:lang\(\w+\))?::part\(([\w-]+)\)/.exec(selector) ?? [];
        return !readFileSync(`docs/reference/elements/liveops-${element}.md`, 'utf8').includes(`| \`${part}\``);
      });
      assert.deepEqual(unknown, []);
    });

    it('looks in a dark system as with theme="dark"', () => {
      const bySystem = bySelector(rules, "liveops-offers:not([theme='light'])");
      const byAttribute = bySelector(rules, "liveops-offers[theme='dark']");
      assert.deepEqual(bySystem, byAttribute);
    });

    for (const theme of ['light', 'dark'] as const)
      it(`can be read where it is ${theme}`, () => {
        const tokens = tokensFor(rules, theme);
        const colorOf = (name: string) => toColor(tokens[`--liveops-${name}`] ?? '');
        const pale = (pairs: readonly (readonly string[])[], least: number): string[] =>
          pairs
            .map(([ink = '', ground = '']) => [`${ink} on ${ground}`, contrast(colorOf(ink), colorOf(ground))] as const)
            .filter(([, found]) => found < least)
            .map(([pair, found]) => `${pair}: ${found.toFixed(2)}`);
        assert.deepEqual([...pale(TEXTS, 4.5), ...pale(EDGES, 3)], []);
      });

    for (const theme of ['light', 'dark'] as const)
      it(`can be read where buttons are brightest and darkest, ${theme}`, () => {
        const tokens = tokensFor(rules, theme);
        const [accent, ink] = [toColor(tokens['--liveops-accent']!), toColor(tokens['--liveops-on-accent']!)];
        const buttons = rules.filter(({selectors}) => selectors.includes('liveops-offers::part(buy)'));
        const images = buttons.map(({body}) => /background-image:[^;]+;/.exec(body)?.[0] ?? '').join();
        const stops = images.match(/rgba\([^)]+\)/g) ?? [];
        assert.deepEqual(
          stops.filter(stop => contrast(ink, mixed(toColor(stop), accent)) < 4.5),
          [],
        );
      });

    it('is offered by the gallery, and described', () => {
      const name = file.replace('.css', '');
      assert.match(readFileSync('demo/gallery/index.html', 'utf8'), new RegExp(`<option>${name}</option>`));
      assert.match(readFileSync('docs/guide/theming.md', 'utf8'), new RegExp(`dist/presets/${name}\\.css`));
    });
  });
