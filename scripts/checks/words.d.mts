type Habit = {file: string; word: string};
type Row = {where: string; word: string};

export function habitsLeft(found: readonly Habit[], allowed: readonly Row[]): {left: Habit[]; dead: Row[]};
