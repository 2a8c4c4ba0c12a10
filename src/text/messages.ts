/* Every text of our own that a player can see. `{…}` stands for a value that is formatted already. */
export const messages = {
  contributorsTitle: 'Top contributors',
  unknownPlayer: 'Unknown player',
  own: 'You',
  noAmount: 'No points shown',
  loading: 'Loading',
  nobodyYet: 'Nobody has given points yet. Be the first!',
  noClan: 'You are not in a clan yet.',
  unknownClan: 'There is nothing to show for your clan right now.',
  noChain: 'There is no clan event right now.',
  signedOut: 'Sign in to see your clan.',
  offline: 'You are offline.',
  failed: 'This could not be loaded.',
  retry: 'Try again',
  updated: 'Updated {age}',
  climb: '{points} points to rank {rank}',
} as const;

/** A message with its placeholders filled. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}
