import type {ContributorRow} from '../model.js';
import {cleanName, maskName} from '../text/names.js';

/** A player on the board, for the page's own choice of a name. */
export type NamedPlayer = {
  /** The name that the server sent, cleaned; may be the player's id. */
  readonly name: string;
  readonly amount: number | null;
  /** Whether it is the session's player. */
  readonly own: boolean;
};

/** Returns the name to show for a player. */
export type DisplayName = (player: NamedPlayer) => string;

/** How names are shown. */
export type NameRules = {
  /** The player's own name; the answer has no other mark for the own row. */
  readonly ownName?: string | undefined;
  /** Whether the names of other players are masked. */
  readonly maskNames?: boolean | undefined;
  readonly displayName?: DisplayName | undefined;
};

/** A row with the name to show. */
export type ShownRow = ContributorRow & {readonly own: boolean};

/** Whether a page may see other names than those that the server sent. */
export function hidesNames({maskNames, displayName}: NameRules): boolean {
  return maskNames === true || displayName !== undefined;
}

/** The rows with safe names, the own row marked, and the names that the page has chosen or masked. */
export function showNames(rows: readonly ContributorRow[], rules: NameRules): readonly ShownRow[] {
  // A row without a name could be anyone's.
  const ownName = (rules.ownName && cleanName(spaced(rules.ownName))) || undefined;
  return rows.map(row => {
    // A list that hides names has been through this once.
    if (row.own !== undefined) return {...row, own: row.own};
    const own = ownName !== undefined && cleanName(spaced(row.name)) === ownName;
    return {...row, own, name: shownName({name: cleanName(row.name), amount: row.amount, own}, rules)};
  });
}

function shownName(player: NamedPlayer, {displayName, maskNames}: NameRules): string {
  const chosen = displayName ? nameBy(displayName, player) : player.name;
  return maskNames && !player.own ? maskName(chosen) : chosen;
}

/** The page's function may throw or return anything; then the name stays hidden, as the page has meant to hide it. */
function nameBy(displayName: DisplayName, player: NamedPlayer): string {
  const masked = player.own ? player.name : maskName(player.name);
  try {
    const name: unknown = displayName(player);
    return (typeof name === 'string' && cleanName(name)) || masked;
  } catch {
    return masked;
  }
}

/**
 * White space as displayed: an attribute may break a name into lines, and a server may keep spaces that no page shows.
 */
function spaced(name: string): string {
  return name.replace(/\s+/g, ' ');
}
