/** Words of `words.mjs` that may stay: where (a path or its beginning), which word (`*` is any), and why. */
export const ALLOWED = [
  {where: 'components/clan-contributors/', word: '*', why: 'rewritten next'},
  {where: 'src/claims/', word: '*', why: 'rewritten next'},
  {where: 'src/clan-switch/', word: '*', why: 'rewritten next'},
  {
    where: 'docs/reference/elements/liveops-clan-contributors.md',
    word: '*',
    why: 'generated from components/clan-contributors',
  },
];
