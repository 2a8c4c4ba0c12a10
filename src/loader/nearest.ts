/** With more edits than this, it is not a typo but another word. */
const MOST_SLIPS = 3;

/** The name that was most likely meant, or `undefined` if none is similar. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map(name => ({name, slips: slipsBetween(word, name)}))
    .filter(({slips}) => slips <= MOST_SLIPS)
    .sort((one, other) => one.slips - other.slips);
  return best?.name;
}

/** Letters to insert, remove or replace (Levenshtein). */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({length: other.length + 1}, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
