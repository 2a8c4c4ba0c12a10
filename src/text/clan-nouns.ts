/**
 * The project's noun for a clan (`clan_type` of `get-reward-chains-list`: guild, tribe, house …) for a separate label,
 * nominative, never inside a sentence: a noun put into one would need the grammar of each language. The vendor's words
 * are English nouns and the list may grow, so a new one is shown unchanged; anything that is not a word becomes "clan".
 */
export function clanNoun(clanType: string | null): string {
  // The one plural among the vendor's words.
  if (clanType === 'civilizations') return 'civilization';
  return clanType && /^[a-z]{2,20}$/.test(clanType) ? clanType : 'clan';
}
