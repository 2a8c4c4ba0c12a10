import {type Patience, waitFor} from '../claims/answer-timeout.js';
import {throwIfLeft} from '../claims/player-tokens.js';
import type {SwitchRecord} from '../claims/record.js';
import {LiveOpsError} from '../errors.js';
import {createSeen} from './age.js';
import type {PlayerSwitchOptions} from './switch-options.js';
import type {RawAnswer, SwitchParts} from './run.js';

/** Unanswered updates of a page within an hour; more would only add to the problem. */
const MOST_UNANSWERED = 5;
const HOUR_MS = 3_600_000;

type Progress = {
  /** The answer is slow. */
  onSlow(): void;
  /** An answer has arrived after it was given up. */
  onLate(sent: SwitchRecord, answer: RawAnswer | undefined): void;
};

/** The side effects of a switch's steps, with a limit on updates, and only until the player leaves. */
export function createPlayerParts(options: PlayerSwitchOptions & Patience, {onSlow, onLate}: Progress) {
  /** When they were sent, by a clock that never jumps. */
  let unanswered: readonly number[] = [];
  const seenMs = createSeen(options.now);

  const sendUpdate = async (sent: SwitchRecord, signal: AbortSignal): Promise<RawAnswer | undefined> => {
    throwIfLeft(signal);
    const sentAt = options.now();
    unanswered = unanswered.filter(time => sentAt - time < HOUR_MS);
    if (unanswered.length >= MOST_UNANSWERED) {
      throw new LiveOpsError('outcome-unknown', 'Too many clan updates got no answer. Try again in an hour.');
    }
    const answer = await waitFor(wanted => options.sendUpdate(wanted, signal), options, {
      onSlow,
      onLate: late => onLate(sent, late),
    });
    if (!answer) unanswered = [...unanswered, sentAt];
    return answer;
  };

  return {
    until: (signal: AbortSignal): SwitchParts => ({
      ...options,
      seenMs,
      async readChains() {
        throwIfLeft(signal);
        const chains = await options.readChains(signal);
        throwIfLeft(signal);
        return chains;
      },
      sendUpdate: sent => sendUpdate(sent, signal),
    }),
  };
}
