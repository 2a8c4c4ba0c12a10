import {english, type Messages} from './messages.js';

const LETTERS: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  s: 'š',
  u: 'ú',
  y: 'ý',
  z: 'ž',
};

/**
 * Our texts in no language: letters with accents, two fifths longer, in brackets. What is cut off, put together from pieces
 * or not one of our texts can be seen at once.
 */
export function pseudoMessages(): Messages {
  return Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudo(text)])) as Messages;
}

function pseudo(text: string): string {
  const accented = text.replace(/\{[^}]*\}|\w/g, part => LETTERS[part] ?? part);
  return `[${accented}${'~'.repeat(Math.ceil(text.replace(/\{[^}]*\}/g, '').length * 0.4))}]`;
}
