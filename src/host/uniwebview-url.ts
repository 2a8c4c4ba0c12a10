import type {Host} from './hosts.js';
import {offer} from './offer.js';

/** Addresses are cut somewhere above 16 KB: https://docs.uniwebview.com/guide/messaging-system.html. Characters. */
const LONGEST = 8_192;

/**
 * UniWebView up to 5, by its URL scheme: `uniwebview://liveops?message=…`. One address at a time, since a second one in
 * the same turn would take the place of the first.
 */
export const uniwebviewUrl: Host = {
  name: 'uniwebview-url',
  longest: LONGEST,
  find(page) {
    const location = page['location'] as {href: string} | undefined;
    if (!location) return undefined;
    let last: Promise<unknown> = Promise.resolve();
    return text => {
      const address = `uniwebview://liveops?message=${encodeURIComponent(text)}`;
      if (address.length > 2 * LONGEST) throw new RangeError('The address is too long.');
      const sent = last.then(() => void (location.href = address));
      last = sent.then(nextTurn, nextTurn);
      return sent;
    };
  },
};

function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}

offer(uniwebviewUrl);
