/** Longer strings, in characters, are no dates, and engines take long to find that out. */
const LONGEST = 100;

/** A date of a server as milliseconds since 1970; `NaN` for anything else. */
export function parseDate(text: string | null | undefined): number {
  return text && text.length <= LONGEST ? Date.parse(text) : NaN;
}
