import {type MessageKey, messages} from './messages.js';

/**
 * The project's noun for a clan (`clan_type` of `get-reward-chains-list`: guild, tribe, house …) for a separate label,
 * never inside a sentence, where it would need each language's grammar. The vendor's list may grow, so a new noun is shown
 * unchanged; anything that is not a word becomes "clan".
 */
export function clanNoun(clanType: string | null): string {
  // The only plural among the vendor's values.
  const noun = clanType === 'civilizations' ? 'civilization' : clanType;
  if (!noun || !/^[a-z]{2,20}$/.test(noun)) return messages.nounClan;
  const key = `noun${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
  return key in messages ? messages[key as MessageKey] : noun;
}
