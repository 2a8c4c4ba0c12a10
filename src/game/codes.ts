import type {Handlers} from '../host/link.js';

type CodeField = HTMLElement & {code?: string | null};

/**
 * Puts a code of the game's into the code fields that are shown, or that are shown next; the player sees what it gives, and
 * redeems it or does not.
 */
export function codeFilling(views: () => readonly HTMLElement[]): {
  readonly handlers: Handlers;
  /** Other views are shown. */
  shown(): void;
} {
  let waiting: string | undefined;
  const shown = (): void => {
    const fields = views().filter(({localName}) => localName === 'liveops-redeem-code') as CodeField[];
    if (!fields.length || waiting === undefined) return;
    for (const field of fields) field.code = waiting;
    waiting = undefined;
  };
  return {
    shown,
    handlers: {
      'code.fill'({code}) {
        waiting = code as string;
        shown();
      },
    },
  };
}
