/** The vendor's words for a clan (`clan_type` of `get-reward-chains-list`) as a label; the list may grow. */
const NOUNS = new Map(
  Object.entries({
    clan: 'Clan',
    guild: 'Guild',
    faction: 'Faction',
    community: 'Community',
    team: 'Team',
    squad: 'Squad',
    alliance: 'Alliance',
    association: 'Association',
    coalition: 'Coalition',
    union: 'Union',
    group: 'Group',
    civilizations: 'Civilization',
    dynasty: 'Dynasty',
    order: 'Order',
    league: 'League',
    brotherhood: 'Brotherhood',
    kingdom: 'Kingdom',
    organization: 'Organization',
    house: 'House',
    empire: 'Empire',
    tribe: 'Tribe',
    cartel: 'Cartel',
  }),
);

/**
 * The noun that stands as a label of its own, nominative, never inside a sentence: a noun put into one would need the
 * grammar of each language. A word that is not known is a clan.
 */
export function clanNoun(clanType: string | null): string {
  return NOUNS.get(clanType ?? 'clan') ?? 'Clan';
}
