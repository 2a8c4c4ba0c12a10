/*
 * Player names are hostile input: anyone can call themselves a megabyte of combining marks, a line of markup, or an
 * override that turns the rest of the row around. Markup is harmless in a text binding; this module removes the rest,
 * in steps that are each linear in a text of bounded length.
 */

const LONGEST_UNITS = 256;
const LONGEST_POINTS = 64;

const LONE_SURROGATE = /\p{Cs}/gu;
/** Controls, line and paragraph separators, direction marks and overrides; the joiners that scripts and emoji need stay. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- control characters are what this removes
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** More marks than any script stacks on one letter. */
const EXTRA_MARKS = /(\p{M}{4})\p{M}+/gu;

/** A name that is safe and short enough to show; empty when nothing visible is left. */
export function cleanName(raw: string): string {
  const visible = raw
    .slice(0, LONGEST_UNITS)
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(EXTRA_MARKS, '$1')
    .trim();
  return [...visible].slice(0, LONGEST_POINTS).join('');
}
