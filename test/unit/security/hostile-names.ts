import type {Chance} from './chance.js';

/** What strangers put into names, in pieces that are put together at random. */
const PIECES: readonly string[] = [
  ...['<img src=x onerror=pwned=1>', '<script>pwned=1</script>', '</bdi><b>', '<svg/onload=pwned=1>', '<!--', '-->'],
  ...['javascript:pwned=1', '${pwned=1}', '{{pwned=1}}', '&lt;b&gt;', '&#x3c;', '"\'`', '\\u003cb\\u003e', '<?xml?>'],
  ...['lit$1234$', '<!--?lit$1234$-->', 'lit-part', '\u0000', '\u0007', '\u001b[31m', '\u0085', '\u00ad', '\ufeff'],
  ...['\u202e', '\u2066', '\u2069', '\u200e', '\u200f', '\u061c', '\u2028', '\u2029', '\u200b', '\u200d', '\u200c'],
  ...['\ud800', '\udc00', '\udbff', '\ufffe', '\uffff', '\u{10ffff}', '\u{1f680}', '👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️‍🔥', '🇩🇪'],
  ...['\u0301', '\u0338'.repeat(20), '\u0e47', '\u0489', '\u20dd', 'Z\u0351\u036b\u0343', '\ufdfa', '\u1100\u1161'],
  ...['لاعب', 'שחקן', 'नमस्ते', 'ผู้เล่น', '김철수', 'もとや', '王小明', 'Ⅷ', 'ﬁ', 'İ', 'ß', '\u3164', '\u2800', '\u115f'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    ' ',
    '\u00a0',
    '\u3000',
    '\t',
    '\r\n',
    'Rocket',
    'a',
    '0',
  ],
];

/** A name of a few pieces, now and then very long. */
export function hostileName(chance: Chance): string {
  const length = chance.next() < 0.001 ? 5_000 : chance.below(8);
  let name = '';
  for (let piece = 0; piece < length; piece++) {
    const isAny = chance.next() < 0.3;
    name += isAny ? String.fromCharCode(chance.below(0x10000)) : chance.pick(PIECES);
  }
  return name;
}
