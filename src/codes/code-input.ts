/** The vendor's longest code (`redeem-coupon`, `coupon_code`). */
const LONGEST = 128;
/** The vendor's characters of a code (`verify-promotion-code`). Upper and lower case differ. */
const CODE = /^[a-zA-Z0-9]+$/;
/** What separates several codes: line ends, tabs, commas, semicolons, bars. */
const BETWEEN = /[\r\n\t\v\f\u0085\u2028\u2029,;|]+/;
/** Nothing to see: zero-width characters, marks of direction, variation selectors, fillers, control characters. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
/** What groups the characters of a printed code: white space, and dashes of any kind. */
const GROUPING = /[\s\p{Pd}\u2212]/gu;

/** What a player has typed or pasted. */
export type CodeInput =
  | {readonly status: 'empty'}
  /** `others` is how many more codes there are after the first one, which this is. */
  | {readonly status: 'code'; readonly code: string; readonly others: number}
  /** A code with white space or dashes in it; `code` is without them, for the player to agree to. */
  | {readonly status: 'grouped'; readonly code: string; readonly typed: string; readonly others: number}
  /** The vendor takes no such code: `characters` are others than letters and digits, `length` is more than 128. */
  | {readonly status: 'refused'; readonly because: 'characters' | 'length'};

/**
 * Reads what a player has typed or pasted. Outer and invisible white space is taken away, and case is kept, since the
 * vendor's codes are case-sensitive.
 */
export function readCode(text: string): CodeInput {
  const parts = text.split(BETWEEN).map(part => part.replace(INVISIBLE, '').trim());
  const [typed, ...more] = new Set(parts.filter(Boolean));
  if (typed === undefined) return {status: 'empty'};
  const code = typed.replace(GROUPING, '');
  if (!CODE.test(code)) return {status: 'refused', because: 'characters'};
  if (code.length > LONGEST) return {status: 'refused', because: 'length'};
  const others = more.length;
  return code === typed ? {status: 'code', code, others} : {status: 'grouped', code, typed, others};
}
