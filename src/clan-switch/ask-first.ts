import type {SwitchOutcome} from '../model.js';
import type {SessionContext} from '../session/context.js';
import type {ClanSwitch, OwnedClanSwitch} from './clan-switch.js';
import {createPresses} from './presses.js';

/**
 * The same switch, with the game's permission if a game embeds the page. The request for permission is part of the
 * switch: two presses send one request and make one switch. A switch that the game starts needs no permission, and
 * grants an open request. If the player leaves before the answer, nothing is sent: the answer must not apply to the
 * next player.
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
    /** The next player's press is a separate switch. */
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
