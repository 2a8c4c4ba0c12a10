/*
 * Which looks to try together. All of them would be thousands; nearly every fault needs two of them to meet, and these
 * rows have every two meet at least once. The same rows come each time, so that a failure can be looked at again.
 */
export const LOOKS = {
  scenario: [
    ...['default', 'long-texts', 'many-rewards', 'hostile-names', 'rtl'],
    ...['poor-new-clan', 'short-answer', 'clanless-chain', 'server-error', 'many-digits'],
  ],
  width: ['240', '320', '480', '900'],
  preset: ['', 'arcade', 'fantasy', 'scifi'],
  theme: ['light', 'dark'],
  dir: ['ltr', 'rtl'],
  text: ['100', '200'],
} as const;

type Look = keyof typeof LOOKS;
export type Cell = Readonly<Record<Look, string>>;

const NAMES = Object.keys(LOOKS) as Look[];

/** Every two values of different looks that meet in a row, as texts. */
export function pairsOf(cell: Partial<Cell>): string[] {
  const chosen = NAMES.filter(name => cell[name] !== undefined).map(name => `${name}=${cell[name]}`);
  return chosen.flatMap((one, index) => chosen.slice(index + 1).map(other => `${one} ${other}`));
}

/** Every two values that there are to meet. */
export function allPairs(): string[] {
  return NAMES.flatMap((one, index) =>
    NAMES.slice(index + 1).flatMap(other =>
      LOOKS[one].flatMap(first => LOOKS[other].flatMap(second => pairsOf({[one]: first, [other]: second}))),
    ),
  );
}

/** Each scenario at each width; the other looks are chosen row by row, so that what has met least meets next. */
export function cells(): readonly Cell[] {
  const met = new Map<string, number>();
  const gain = (cell: Cell): number => pairsOf(cell).reduce((sum, pair) => sum + 3 ** -(met.get(pair) ?? 0), 0);
  return LOOKS.scenario.flatMap(scenario =>
    LOOKS.width.map(width => {
      const best = candidates({scenario, width}).reduce((one, other) => (gain(other) > gain(one) ? other : one));
      for (const pair of pairsOf(best)) met.set(pair, (met.get(pair) ?? 0) + 1);
      return best;
    }),
  );
}

/** One row of each scenario, each width as often as the others: what there is time for in every run. */
export function fewCells(): readonly Cell[] {
  const {scenario, width} = LOOKS;
  const chosen = scenario.map((name, index) => `${name} ${width[index % width.length]}`);
  return cells().filter(cell => chosen.includes(`${cell.scenario} ${cell.width}`));
}

/** All states of an element in a preset, a theme and a direction. */
export type Audit = Readonly<Record<'element' | 'preset' | 'theme' | 'dir', string>>;

/** Every element in every preset, theme and direction. */
export function audits(elements: readonly string[]): readonly Audit[] {
  const {preset, theme, dir} = LOOKS;
  return elements.flatMap(one =>
    preset.flatMap(look =>
      theme.flatMap(light => dir.map(way => ({element: one, preset: look, theme: light, dir: way}))),
    ),
  );
}

/** One row each of the two presets that differ most from the plain one: what there is time for in every run. */
export function fewAudits(elements: readonly string[]): readonly Audit[] {
  const {preset, theme, dir} = LOOKS;
  return preset.slice(-2).map((look, index) => ({
    element: elements[index % elements.length]!,
    preset: look,
    theme: theme[index % theme.length]!,
    dir: dir[(index + 1) % dir.length]!,
  }));
}

function candidates(start: Pick<Cell, 'scenario' | 'width'>): Cell[] {
  const rest = NAMES.filter(name => !(name in start));
  const grown = rest.reduce<Partial<Cell>[]>(
    (rows, name) => rows.flatMap(row => LOOKS[name].map(value => ({...row, [name]: value}))),
    [start],
  );
  return grown as Cell[];
}

/** The gallery's address of a row. */
export function toSearch(cell: Cell | Audit): string {
  return `?${String(new URLSearchParams(Object.entries(cell).filter(([, value]) => value !== '')))}`;
}
