/** No date is that long, in characters; engines take long to read a long string that is none. */
const LONGEST = 100;

/** A date of a server as milliseconds since 1970; `NaN` for anything else. */
export function parseDate(text: string | null | undefined): number {
  return text && text.length <= LONGEST ? Date.parse(text) : NaN;
}
