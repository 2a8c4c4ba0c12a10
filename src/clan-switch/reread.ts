import type {JournalRead} from '../claims/journal-page.js';

/** Reads the journal again, with growing waits, until every storage place has answered. */
export type Reread = {
  /** Takes the result of the last read. */
  note(read: Pick<JournalRead, 'complete' | 'awaiting'>): void;
  stop(): void;
};

/** The journal before the first read. */
export const UNREAD: JournalRead = {
  open: undefined,
  receipts: [],
  mark: undefined,
  complete: false,
  answered: false,
  awaiting: true,
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export function createReread(after: (ms: number, task: () => void) => () => void, read: () => unknown): Reread {
  let waitMs = FIRST_WAIT_MS;
  let isOver = false;
  let cancel = (): void => undefined;
  return {
    note({complete, awaiting}) {
      cancel();
      if (complete && !awaiting) waitMs = FIRST_WAIT_MS;
      else if (!isOver) {
        cancel = after(waitMs, () => {
          waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
          read();
        });
      }
    },
    stop() {
      isOver = true;
      cancel();
    },
  };
}

/**
 * Waits between two reads after a press, if a place is silent, milliseconds: a host may take eight seconds to appear.
 */
const PRESS_WAITS_MS = [250, 500, 1_000, 2_000, 4_000];

/** A place that refuses at once will hardly answer within ten seconds. */
const REFUSED_WAITS_MS = [250, 500];

/** Reads until every place has answered, for up to ten seconds if one may still appear; resolves with the last read. */
export async function readWhole(
  read: () => Promise<JournalRead>,
  after: (ms: number, task: () => void) => () => void,
): Promise<JournalRead> {
  let found = await read();
  for (let wait = 0; !found.complete; wait++) {
    const ms = (found.awaiting ? PRESS_WAITS_MS : REFUSED_WAITS_MS)[wait];
    if (ms === undefined) break;
    await new Promise<void>(resolve => after(ms, resolve));
    found = await read();
  }
  return found;
}
