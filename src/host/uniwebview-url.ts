import type {Host} from './hosts.js';
import {offer} from './offer.js';

/** Most characters of a message, and of its URL, where one character may take nine. */
const LONGEST = 8_192;
/** Longer ones are cut: https://docs.uniwebview.com/guide/messaging-system.html. */
const LONGEST_ADDRESS = 16_384;

/**
 * UniWebView up to 5, by its URL scheme: `uniwebview://liveops?message=…`. One URL at a time, since a second one in the
 * same turn would replace the first.
 */
export const uniwebviewUrl: Host = {
  name: 'uniwebview-url',
  longest: LONGEST,
  lengthOf: text => Math.max(text.length, Math.ceil((toAddress(text).length * LONGEST) / LONGEST_ADDRESS)),
  find(page) {
    const location = page['location'] as {href: string} | undefined;
    if (!location) return undefined;
    let last: Promise<unknown> = Promise.resolve();
    return text => {
      const sent = last.then(() => void (location.href = toAddress(text)));
      last = sent.then(nextTurn, nextTurn);
      return sent;
    };
  },
};

function toAddress(text: string): string {
  return `uniwebview://liveops?message=${encodeURIComponent(text)}`;
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}

offer(uniwebviewUrl);
