/*
 * Player names are hostile input: anyone can call themselves a megabyte of combining marks, a line of markup, or an
 * override that reverses the rest of the row. Markup is harmless in a text binding; this module removes the rest. Each
 * step is linear in a string of bounded length.
 */

const LONGEST_UNITS = 256;
const LONGEST_POINTS = 64;

const LONE_SURROGATE = /\p{Cs}/gu;
/** Controls, separators, direction marks, fillers without ink; the joiners that scripts and emoji need stay. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- control characters are what this removes
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]/g;
/** More marks than any script stacks on one letter, with or without joiners between them. */
const EXTRA_MARKS = /((?:[\u200c\u200d]*\p{M}){4})[\p{M}\u200c\u200d]+/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A name that is safe and short enough to show; empty when nothing visible is left. */
export function cleanName(raw: string): string {
  const clean = raw
    .slice(0, LONGEST_UNITS)
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(EXTRA_MARKS, '$1')
    .trim();
  return VISIBLE.test(clean) ? [...clean].slice(0, LONGEST_POINTS).join('') : '';
}

/** Of shorter names a first letter would show too much. */
const SHORTEST_MASKED = 3;

/** A clean name's first letter, and dots in place of the others, however many there are; empty for an empty name. */
export function maskName(name: string): string {
  const letters = [...name];
  if (!letters.length) return '';
  return `${letters.length < SHORTEST_MASKED ? '' : letters[0]}•••`;
}
