/** The vendor's words for a clan (`clan_type` of `get-reward-chains-list`); the list may grow. */
const NOUNS: readonly string[] = (
  'clan guild faction community team squad alliance association coalition union group civilizations dynasty order ' +
  'league brotherhood kingdom organization house empire tribe cartel'
).split(' ');

/**
 * The noun for a label of its own, nominative, never inside a sentence: a noun put into one would need the grammar of
 * each language. A word that is not known is a clan.
 */
export function clanNoun(clanType: string | null): string {
  if (clanType === 'civilizations') return 'civilization';
  return clanType !== null && NOUNS.includes(clanType) ? clanType : 'clan';
}
