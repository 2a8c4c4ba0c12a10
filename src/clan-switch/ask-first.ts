import type {SwitchOutcome} from '../model.js';
import type {SessionContext} from '../session/context.js';
import type {ClanSwitch, OwnedClanSwitch} from './clan-switch.js';
import {createPresses} from './presses.js';

/**
 * The same switch, where a game is around the page only with its permission. The question is a part of the switch: two
 * presses ask once, and are one switch. The game's own wish needs no permission, and answers a question that is open. A
 * question that is still open when its player leaves ends in nothing: its answer is no word about the next player.
 */
export function askFirst(owned: OwnedClanSwitch, allows: SessionContext['allows']) {
  const presses = createPresses();
  let allow = (): void => undefined;

  const ask = async (): Promise<boolean> => {
    const isOrdered = new Promise<boolean>(resolve => (allow = () => resolve(true)));
    return Promise.race([isOrdered, allows?.('clan.switch') ?? true]);
  };

  const clanSwitch: ClanSwitch = {
    ...owned,
    switchClan: options =>
      presses.press(async left => ((await ask()) && !left.aborted ? owned.switchClan(options) : 'not-sent')),
  };

  return {
    clanSwitch: allows ? clanSwitch : owned,
    /** The next player's press is another switch. */
    setPlayer(next: string | undefined): void {
      presses.setPlayer(next);
      owned.setPlayer(next);
    },
    switchAllowed(): Promise<SwitchOutcome> {
      allow();
      return presses.press(() => owned.switchClan());
    },
  };
}
