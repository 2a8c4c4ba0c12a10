import type {ReadableAtom} from 'nanostores';

type Clan = string | null | undefined;

/** The first clan that the page named for its current player: without a switch on record, it counts as settled. */
export type FirstClan = {
  value(): Clan;
  /** Sets the current player, `undefined` after a sign-out. For a later player, the current clan counts as the first. */
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
