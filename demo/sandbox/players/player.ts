/** The user attribute that names the clan. The vendor leaves the key to the project; the sandbox uses this one. */
const CLAN_ATTRIBUTE = 'clan';

/** A player: the game server writes the attributes, `clan` is the membership, and the two may differ. */
export type Player = {readonly user: string; readonly attributes: Map<string, string>; clan: string | null};

/** A player whose attribute and membership name the clan; `null` means no clan. */
export function createPlayer(user: string, clan: string | null): Player {
  return {user, clan, attributes: new Map(clan === null ? [] : [[CLAN_ATTRIBUTE, clan]])};
}

/** The clan in the attributes; `null` if the attribute is missing or empty. */
export function clanAttribute(player: Player): string | null {
  return player.attributes.get(CLAN_ATTRIBUTE) || null;
}

/** Writes attributes as a game server would; `null` removes one. Others stay, and so does the membership. */
export function writeAttributes(player: Player, changes: Readonly<Record<string, string | null>>): void {
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) player.attributes.delete(key);
    else player.attributes.set(key, value);
  }
}
