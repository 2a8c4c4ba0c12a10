import {parseDate} from '../parse-date.js';

/*
 * What we know of the server's time. The device's clock may be years off, so it never decides what exists; it is used
 * only for countdowns, and only until the server's time is known.
 */

/** The range of the server's time, milliseconds since 1970. */
export type ServerTime = {
  /** A chain that ends before is over. */
  readonly earliest: number;
  /** A chain that starts after that has not begun. */
  readonly latest: number;
  /** Whether the server has sent a time, so `earliest` is close to it. */
  readonly isKnown: boolean;
};

/** Used before the server has sent a time: clans did not exist before, and later dates can't be meant. */
export const UNKNOWN_TIME: ServerTime = {
  earliest: Date.UTC(2024, 0, 1),
  latest: Date.UTC(2100, 0, 1),
  isKnown: false,
};

/** The times in a JWT, seconds since 1970. */
type TokenTimes = {readonly iat?: unknown; readonly exp?: unknown};

/** The longest time that an answer may have been in transit, or delayed by a gateway, milliseconds. */
const ON_THE_WAY_MS = 60_000;

const JSON_TYPE = /^application\/(?:[\w.+-]{1,64}\+)?json\b/i;

/** A server time, and the monotonic clock's `at` at that moment. */
type Noted = {readonly time: number; readonly at: number};

/** Learns the server's time; `now` is a clock that never jumps, milliseconds. */
export class ServerClock {
  readonly #now: () => number;
  /** From the newest `Date` header, which is more precise than tokens. */
  #answered: Noted | undefined;
  /** From the token with the latest `iat`. */
  #issued: Noted | undefined;
  #tokenEnds: Noted | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Learns from a new token. The page may have had it for a long time, so the server's time is at least its `iat`; and
   * since the server accepts it, at most its `exp`.
   */
  learnToken({iat, exp}: TokenTimes): void {
    const issued = toTime(iat);
    const ends = toTime(exp);
    if (issued === undefined || (ends !== undefined && ends <= issued)) return;
    if (!this.#issued || this.#since(this.#issued) < issued) this.#issued = this.#note(issued);
    this.#tokenEnds = ends === undefined ? undefined : this.#note(ends);
  }

  /**
   * Learns from the headers of a successful answer. A cross-origin page can read `Date` only if the server exposes it.
   */
  learnAnswer(headers: Headers): void {
    if (!JSON_TYPE.test(headers.get('content-type') ?? '')) return;
    const time = parseDate(headers.get('date'));
    if (isPlausible(time)) this.#answered = this.#note(time);
  }

  /** The range of the server's time now. */
  time(): ServerTime {
    if (this.#answered) {
      const earliest = this.#since(this.#answered);
      return {earliest, latest: earliest + ON_THE_WAY_MS, isKnown: true};
    }
    if (!this.#issued) return UNKNOWN_TIME;
    const earliest = this.#since(this.#issued);
    const latest = this.#tokenEnds ? this.#since(this.#tokenEnds) : UNKNOWN_TIME.latest;
    // An older token may have arrived after a newer one.
    return {earliest, latest: latest > earliest ? latest : UNKNOWN_TIME.latest, isKnown: true};
  }

  #note(time: number): Noted {
    return {time, at: this.#now()};
  }

  #since({time, at}: Noted): number {
    return time + this.#now() - at;
  }
}

/** A JWT's time in milliseconds; `undefined` for an implausible value. */
function toTime(seconds: unknown): number | undefined {
  const time = typeof seconds === 'number' ? seconds * 1_000 : NaN;
  return isPlausible(time) ? time : undefined;
}

function isPlausible(time: number): boolean {
  return time >= UNKNOWN_TIME.earliest && time <= UNKNOWN_TIME.latest;
}
