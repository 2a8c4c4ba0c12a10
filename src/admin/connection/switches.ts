import {LiveOpsError} from '../../errors.js';

/**
 * `enable` and `disable` for a call that flips a switch: they read first, and send nothing if it is done. Two at the
 * same time may cancel each other; after `outcome-unknown` they can be called again.
 */
export type Switches = {
  readonly enable: (id: number) => Promise<void>;
  readonly disable: (id: number) => Promise<void>;
};

export function switchesOver(
  isEnabled: (id: number) => Promise<boolean>,
  flip: (id: number) => Promise<void>,
): Switches {
  const switchTo = async (id: number, enabled: boolean): Promise<void> => {
    if ((await isEnabled(id)) !== enabled) await flip(id);
  };
  return {enable: async id => await switchTo(id, true), disable: async id => await switchTo(id, false)};
}

/** @throws {LiveOpsError} `bad-answer` if it is not there: nothing may be flipped then. */
export function isEnabledIn({is_enabled}: {readonly is_enabled?: boolean | undefined}): boolean {
  if (is_enabled === undefined) throw new LiveOpsError('bad-answer', 'The answer has no `is_enabled`.');
  return is_enabled;
}
