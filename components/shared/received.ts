import type {Reward} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {joined} from '../../src/text/joined.js';
import {formatNumber} from '../../src/text/numbers.js';
import {localeOfWords} from '../../src/text/words.js';

/** Rewards as words in a row, for a sentence. */
export function rewardsText(rewards: readonly Reward[], locale: string): string {
  const toText = ({name, quantity = 1}: Reward): string => {
    const count =
      quantity > 1 ? ` ${fill(messages.times, {count: formatNumber(quantity, localeOfWords(locale))})}` : '';
    return `${name || messages.unknownItem}${count}`;
  };
  return joined(rewards.map(toText));
}

/** What has come of a claim, to be read aloud. */
export function toReceived(rewards: readonly Reward[], locale: string): string {
  return rewards.length ? fill(messages.dayReceived, {rewards: rewardsText(rewards, locale)}) : messages.claimed;
}
