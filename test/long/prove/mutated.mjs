/** The folders below `src` to mutate, each with its tests of the same name below `test/unit`: `MUTATED="http auth"`. */
export const FOLDERS = (process.env.MUTATED ?? 'clan-switch claims storage').split(' ');
