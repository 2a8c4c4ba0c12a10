/** Longer strings, in characters, are not dates, and parsing them is slow in some engines. */
const LONGEST = 100;

/** A date string from a server as milliseconds since 1970; `NaN` for anything else. */
export function parseDate(text: string | null | undefined): number {
  return text && text.length <= LONGEST ? Date.parse(text) : NaN;
}
