import type {WriteStream} from 'node:tty';

/** What a command writes to. */
export type Terminal = {
  /** Writes a line to stdout. */
  log(line: string): void;
  /** Writes a line to stderr. */
  error(line: string): void;
  /** Where progress is drawn; `undefined` where nobody watches. */
  readonly screen: WriteStream | undefined;
};

/** The terminal of this process. */
export const terminal: Terminal = {
  log: line => console.log(line),
  error: line => console.error(line),
  screen: process.stderr.isTTY ? process.stderr : undefined,
};
