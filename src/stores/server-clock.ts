import {parseDate} from '../parse-date.js';

/*
 * What the server has said of its time. The device's clock may be years off, so it never decides what exists; it only
 * colours a countdown, and there it gives way to what the server has said.
 */

/** Where the server's time can be, milliseconds since 1970. */
export type ServerTime = {
  /** A chain that ends by then is over. */
  readonly earliest: number;
  /** A chain that starts after that has not begun. */
  readonly latest: number;
  /** Whether the server has said something, so that `earliest` is about its time. */
  readonly isKnown: boolean;
};

/** With nothing said: there were no clans before, and what is dated beyond is not of our days. */
export const UNKNOWN_TIME: ServerTime = {
  earliest: Date.UTC(2024, 0, 1),
  latest: Date.UTC(2100, 0, 1),
  isKnown: false,
};

/** The times in a JWT, seconds since 1970. */
type TokenTimes = {readonly iat?: unknown; readonly exp?: unknown};

/** The longest time that an answer may have been on its way, or delayed by a gateway, milliseconds. */
const ON_THE_WAY_MS = 60_000;

const JSON_TYPE = /^application\/(?:[\w.+-]{1,64}\+)?json\b/i;

/** A moment that was true when the clock that never jumps said `at`. */
type Noted = {readonly time: number; readonly at: number};

/** Learns the server's time; `now` is a clock that never jumps, milliseconds. */
export class ServerClock {
  readonly #now: () => number;
  /** From the newest `Date` header, which is worth more than tokens. */
  #answered: Noted | undefined;
  /** From the token whose `iat` lies latest. */
  #issued: Noted | undefined;
  #tokenEnds: Noted | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * A token that was just obtained. The page may have had it for long, so that its `iat` says only which times are
   * over; and as the server accepts it, its `exp` is still to come.
   */
  learnToken({iat, exp}: TokenTimes): void {
    const issued = toTime(iat);
    const ends = toTime(exp);
    if (issued === undefined || (ends !== undefined && ends <= issued)) return;
    if (!this.#issued || this.#since(this.#issued) < issued) this.#issued = this.#note(issued);
    this.#tokenEnds = ends === undefined ? undefined : this.#note(ends);
  }

  /** The headers of a successful answer. A page of another origin reads `Date` only where the server exposes it. */
  learnAnswer(headers: Headers): void {
    if (!JSON_TYPE.test(headers.get('content-type') ?? '')) return;
    const time = parseDate(headers.get('date'));
    if (isPlausible(time)) this.#answered = this.#note(time);
  }

  /** The server's time now, as far as it is known. */
  time(): ServerTime {
    if (this.#answered) {
      const earliest = this.#since(this.#answered);
      return {earliest, latest: earliest + ON_THE_WAY_MS, isKnown: true};
    }
    if (!this.#issued) return UNKNOWN_TIME;
    const earliest = this.#since(this.#issued);
    const latest = this.#tokenEnds ? this.#since(this.#tokenEnds) : UNKNOWN_TIME.latest;
    // An older token may have been given after a newer one.
    return {earliest, latest: latest > earliest ? latest : UNKNOWN_TIME.latest, isKnown: true};
  }

  #note(time: number): Noted {
    return {time, at: this.#now()};
  }

  #since({time, at}: Noted): number {
    return time + this.#now() - at;
  }
}

/** A JWT's time in milliseconds; `undefined` for what can be none. */
function toTime(seconds: unknown): number | undefined {
  const time = typeof seconds === 'number' ? seconds * 1_000 : NaN;
  return isPlausible(time) ? time : undefined;
}

function isPlausible(time: number): boolean {
  return time >= UNKNOWN_TIME.earliest && time <= UNKNOWN_TIME.latest;
}
