import type {ReadableAtom} from 'nanostores';

type Clan = string | null | undefined;

/** The first clan that the page named for its current player: with no switch on record, that one counts as settled. */
export type FirstClan = {
  value(): Clan;
  /** Another player's first clan is the one of that moment; `undefined` after a sign-out. */
  playerChanged(player: string | undefined): void;
};

export function createFirstClan($clan: ReadableAtom<Clan>): FirstClan {
  let first = $clan.value;
  let current: string | undefined;
  let hadPlayer = false;
  $clan.listen(clan => {
    if (first === undefined) first = clan;
  });
  return {
    value: () => first,
    playerChanged(player) {
      if (player === current) return;
      // The clan of one player says nothing about the next.
      if (hadPlayer) first = $clan.value;
      hadPlayer ||= player !== undefined;
      current = player;
    },
  };
}
