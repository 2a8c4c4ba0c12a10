import {transformSync} from 'esbuild';
import {format} from 'prettier';
import {codeBlocks, readText} from './markdown.js';

/** What stands for the reader's own addresses in the recipes, and what the demo pages have in its place. */
const ADDRESSES: readonly (readonly [example: string, demo: string])[] = [
  ['https://static.example.com/liveops-elements/0.1.0/', '/dist/'],
  ['https://api.example.com/session-token', '/session-token'],
  ['https://api.example.com/player', 'player.json'],
  ['https://store.xsolla.com/api/v2/project/44056/items/virtual_items', 'items.json'],
];

const STYLE = {printWidth: 120, singleQuote: true, bracketSpacing: false, arrowParens: 'avoid'} as const;

const GENERATED = `/* Made from clan-block.jsx by \`npx tsx test/unit/docs/make-clan-block.ts\`, with the demo's addresses. */
/* global React, useControls, text, toggle, number, select, color */
`;

/** A file of the demo pages. */
export const readDemo = (file: string): string => readText(`demo/web-shops/${file}`);

/** The code of the page on web shops by name. */
export function recipes(): Record<string, string> {
  return Object.fromEntries(
    codeBlocks(readText('docs/guide/web-shop.md')).map(({lang, name, text}) => [name || lang, text]),
  );
}

/** The part of a demo page that is a recipe, between the comments that say so. */
export function recipeInPage(page: string, name: string): string {
  return new RegExp(`<!-- recipe: ${name} -->(.*?)<!-- /recipe -->`, 's').exec(readDemo(page))?.[1] ?? '';
}

/** The same code in one form and with the demo's addresses, whatever its indentation. */
export function inOneForm(code: string, parser: 'html' | 'babel'): Promise<string> {
  const moved = ADDRESSES.reduce((text, [example, demo]) => text.replaceAll(example, demo), code);
  return format(moved, {...STYLE, parser});
}

/** The custom block as a browser runs it: JSX made into `React.createElement`, and nothing else changed. */
export function compileClanBlock(): Promise<string> {
  const {code} = transformSync(readDemo('clan-block.jsx'), {loader: 'jsx', jsx: 'transform'});
  return inOneForm(GENERATED + code, 'babel');
}
