import {readFileSync} from 'node:fs';

/** A block of code: its language, the name behind it on the first line, its text. */
export type CodeBlock = {lang: string; name: string; text: string};

const FENCED = /^```(\w*) ?([\w-]*)\n(.*?)^```$/gms;

export const readText = (path: string): string => readFileSync(path, 'utf8');

/** The code blocks of a markdown text, in order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(FENCED)].map(([, lang = '', name = '', text = '']) => ({lang, name, text}));
}

/** The sections under the second-level headings. */
export function sectionsOf(markdown: string): {heading: string; text: string}[] {
  const [, ...sections] = markdown.split(/^## /m);
  return sections.map(section => {
    const [heading = '', ...lines] = section.split('\n');
    return {heading: heading.trim(), text: lines.join('\n')};
  });
}

/** The rows of the first table of a markdown text, without its head. */
export function tableOf(markdown: string): string[][] {
  const [, , ...rows] = (/(?:^\|.*\n)+/m.exec(markdown)?.[0] ?? '').trim().split('\n');
  return rows.map(row => row.split('|').slice(1, -1)).map(cells => cells.map(cell => cell.trim()));
}

/** Where the links of a markdown text lead, code aside, in which brackets mean other things. */
export function linksOf(markdown: string): string[] {
  const prose = markdown.replace(FENCED, '').replace(/`[^`\n]*`/g, '`code`');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(markdown: string): string[] {
  const headings = markdown.replace(FENCED, '').matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, text = '']) => toAnchor(text));
}

function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replace(/ /g, '-');
}
