/*
 * Plain English. These words are habits from older texts of this project, each with a plainer replacement. The check
 * reads documents without their code blocks; in code, it reads comments and strings that are sentences.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {ALLOWED} from './words-allowed.mjs';

const HABITS = [
  {pattern: /\b(?:tell|tells|telling|told)\b/gi, plain: 'show, notify, say, distinguish'},
  {pattern: /\b(?:hear|hears|hearing|heard)\b/gi, plain: 'receive, listen'},
  {pattern: /\b(?:hold|holds|holding|held)\b/gi, plain: 'contain, keep, store, apply, delay'},
  {pattern: /\b(?:stand|stands|standing|stood)\b(?! for\b)/gi, plain: 'is, appear'},
  {pattern: /\b(?:mend|mends|mended|mending)\b/gi, plain: 'fix'},
  {pattern: /\bso many\b/gi, plain: 'the number, n'},
  {pattern: /\bbesides\b/gi, plain: 'also, as well'},
  {pattern: /\banew\b/gi, plain: 'again'},
  {pattern: /\bin vain\b/gi, plain: 'without a result'},
  {pattern: /\bfor ever\b/gi, plain: 'forever'},
  {pattern: /\bonce more\b/gi, plain: 'again'},
  {pattern: /\ball the same\b/gi, plain: 'anyway'},
  {pattern: /\bwhat came\b/gi, plain: 'the rewards, the answer'},
  {pattern: /\bwh(?:o|om)ever\b/gi, plain: 'anyone who, the developer who'},
  {pattern: /\bof (?:its|their|our) own\b/gi, plain: 'its own …, separate'},
  {pattern: /\bof (?:ours|theirs)\b/gi, plain: 'our, their'},
  {pattern: /\bbeside\b/gi, plain: 'next to, with, in addition to'},
  {pattern: /\bfor want of\b/gi, plain: 'without, because there is no'},
  {pattern: /\bbut for\b/gi, plain: 'except'},
  {
    pattern: /\b(?:a|an|each|every|another|first|last|late|early) looks?\b(?! like| and feel|-alike)/gi,
    plain: 'a check, a request, a style',
  },
];

/** The files below a folder with one of these extensions. */
const below = (folder, ending) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => ending.test(name))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`);

const documentFiles = () => ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...below('docs', /\.md$/)];
const codeFiles = () => ['src', 'components', 'demo'].flatMap(folder => below(folder, /\.(?:ts|js|css|html)$/));

const blank = text => text.replace(/[^\n]/g, ' ');
const withoutCode = markdown => markdown.replace(/^[ ]*```.*\n[^]*?^[ ]*```$/gm, blank).replace(/`[^`\n]*`/g, blank);

/**
 * The comments of a file without their code, and its strings with a space but without placeholders; everything else,
 * including attributes in templates, is replaced with spaces.
 */
function sentencesOf(code) {
  const parts = /\/\*[^]*?\*\/|<!--[^]*?-->|\/\/.*$|'[^'\n]* [^'\n]*'|(?<!=)"[^"\n]* [^"\n]*"|`[^`\n]* [^`\n]*`/gm;
  let text = '';
  let end = 0;
  for (const {0: part, index} of code.matchAll(parts)) {
    const inner = /^[/<]/.test(part) ? /`[^`\n]*`/g : /\$\{[^}]*\}/g;
    text += blank(code.slice(end, index)) + part.replace(inner, blank);
    end = index + part.length;
  }
  return text;
}

function habitsIn(file, text) {
  return HABITS.flatMap(({pattern, plain}) =>
    [...text.matchAll(pattern)].map(({0: word, index}) => ({
      file,
      word: word.toLowerCase(),
      line: text.slice(0, index).split('\n').length,
      plain,
    })),
  );
}

/** The habits that no row of the list allows, and the rows that allow nothing. */
export function habitsLeft(found, allowed) {
  const covers = ({where, word}, habit) => habit.file.startsWith(where) && (word === '*' || word === habit.word);
  const left = found.filter(habit => !allowed.some(row => covers(row, habit)));
  const dead = allowed.filter(row => !found.some(habit => covers(row, habit)));
  return {left, dead};
}

/** Whether comments, messages and documents are free of old habits. */
export function checkWords() {
  const documents = documentFiles().map(file => [file, withoutCode(readFileSync(file, 'utf8'))]);
  const code = codeFiles().map(file => [file, sentencesOf(readFileSync(file, 'utf8'))]);
  const files = [...documents, ...code];
  const {left, dead} = habitsLeft(
    files.flatMap(([file, text]) => habitsIn(file, text)),
    ALLOWED,
  );
  const faults = [
    ...left.map(({file, line, word, plain}) => `${file}:${line}: "${word}"; plainer: ${plain}`),
    ...dead.map(({where, word}) => `words-allowed.mjs allows "${word}" in ${where}, where it is not: delete the row`),
  ];
  return {faults, summary: `${files.length} files`};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {faults, summary} = checkWords();
  console.log([summary, ...faults].join('\n'));
  process.exitCode = faults.length ? 1 : 0;
}
