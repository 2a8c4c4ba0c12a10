/** The folders below `src` to mutate, each with its tests of the same name below `test`: `MUTATED="api auth"`. */
export const FOLDERS = (process.env.MUTATED ?? 'switch storage').split(' ');
