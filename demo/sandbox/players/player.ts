/** The user attribute that names the clan. The vendor leaves the key to the project; the sandbox's is this one. */
const CLAN_ATTRIBUTE = 'clan';

/** A player: attributes are what the game server wrote, `clan` is the membership, and the two may differ. */
export type Player = {readonly user: string; readonly attributes: Map<string, string>; clan: string | null};

/** A player who is in the clan by attribute and by membership; `null` is no clan. */
export function createPlayer(user: string, clan: string | null): Player {
  return {user, clan, attributes: new Map(clan === null ? [] : [[CLAN_ATTRIBUTE, clan]])};
}

/** The clan the attributes name; `null` when the attribute is missing or empty. */
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
