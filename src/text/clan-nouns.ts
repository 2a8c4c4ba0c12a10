/**
 * The project's noun for a clan (`clan_type` of `get-reward-chains-list`: guild, tribe, house …) for a separate label,
 * never inside a sentence, where it would need each language's grammar. The vendor's values are English nouns and the
 * list may grow, so a new one is shown unchanged; anything that is not a word becomes "clan".
 */
export function clanNoun(clanType: string | null): string {
  // The only plural among the vendor's values.
  if (clanType === 'civilizations') return 'civilization';
  return clanType && /^[a-z]{2,20}$/.test(clanType) ? clanType : 'clan';
}
