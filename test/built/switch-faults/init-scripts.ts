/* What a page meets before any script of its own: broken stores, jumping clocks, and places where it comes to a stop. */

/** Texts of the journal by what they say. */
export const WRITES = {
  note: '"state":"inflight"',
  raw: '"answer":',
  received: '"state":"received"',
  acked: '"state":"acked"',
} as const;

/** Waits of exactly so many milliseconds end at another time. */
const retimed = (ms: number, toMs: number): string => `{
  const {setTimeout} = globalThis;
  globalThis.setTimeout = (task, ms, ...rest) => setTimeout(task, ms === ${ms} ? ${toMs} : ms, ...rest);
}`;

/**
 * Holds the page for ever, right before or right after a text is written; a request to `url` tells the test. A slow disk
 * is waited for: where the page gave the write up, it would have gone on by the time of the stop.
 */
export function stopAt(moment: 'before' | 'after', write: string, url: string): string {
  return `${retimed(1_500, 60_000)} {
    const {put} = IDBObjectStore.prototype;
    const {transaction} = IDBDatabase.prototype;
    const watched = new WeakSet();
    const stop = () => {
      const request = new XMLHttpRequest();
      request.open('GET', '${url}', false);
      request.send();
      // Not a request without an answer: during one, the page cannot be made to crash.
      for (;;);
    };
    IDBObjectStore.prototype.put = function (text, key) {
      const isIt = text.includes('${write}');
      if (isIt && '${moment}' === 'before') stop();
      const request = put.call(this, text, key);
      if (isIt) watched.add(this.transaction);
      return request;
    };
    // Before the page's own listener: on a slow disk the rest of the write is done by then, and the page would go on at once.
    IDBDatabase.prototype.transaction = function (...given) {
      const made = transaction.apply(this, given);
      made.addEventListener('complete', () => watched.has(made) && stop());
      return made;
    };
  }`;
}

/** `jump(ms)` sets the clock of the page forward, or back. */
export const JUMPING_CLOCK = `{
  const Real = Date;
  let ahead = 0;
  globalThis.jump = ms => void (ahead += ms);
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length ? given : [Real.now() + ahead]));
    }
    static now() {
      return Real.now() + ahead;
    }
  };
}`;

/** The limit of one access to a store passes in a moment. */
export const SHORT_STORE_LIMIT = retimed(1_500, 200);

/** A body that stalls is given up after a second. */
export const SHORT_IDLE_LIMIT = retimed(10_000, 1_000);

const getter = (body: string): string =>
  `Object.defineProperty(globalThis, 'localStorage', {get() { ${body} }, configurable: true});`;

export const NO_SECOND_COPY = `{
  const {setItem} = Storage.prototype;
  Storage.prototype.setItem = function (...given) {
    if (this === localStorage) throw new DOMException('Full', 'QuotaExceededError');
    return setItem.apply(this, given);
  };
}`;

export const BROKEN_LOCAL_STORAGE = {
  'whose getter throws': getter('throw new DOMException("Denied", "SecurityError");'),
  'that is null': getter('return null;'),
  'that is full': NO_SECOND_COPY,
} as const;

export const BROKEN_DATABASE = {
  'whose open throws': 'IDBFactory.prototype.open = () => { throw new DOMException("Denied", "SecurityError"); };',
  'whose open fails': `IDBFactory.prototype.open = () => {
    const request = {};
    queueMicrotask(() => request.onerror(new Event('error')));
    return request;
  };`,
  'whose open hangs': `IDBFactory.prototype.open = () => ({}); ${SHORT_STORE_LIMIT}`,
  'that dies in the middle of every write': `{
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      this.transaction.abort();
      return request;
    };
  }`,
} as const;

/** Writes of this text die, as long as `failing` says so. */
export function failingWrite(write: string): string {
  return `{
    globalThis.failing = true;
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (text, key) {
      const request = put.call(this, text, key);
      if (globalThis.failing && text.includes('${write}')) this.transaction.abort();
      return request;
    };
  }`;
}

/** In the first ten seconds of a page the database opens so many milliseconds late. */
export function slowDatabase(ms: number): string {
  return `{
    const {open} = IDBFactory.prototype;
    const since = performance.now();
    IDBFactory.prototype.open = function (...given) {
      if (performance.now() - since > 10_000) return open.apply(this, given);
      const late = {};
      setTimeout(() => {
        const request = open.apply(this, given);
        const pass = name => (request[name] = event => {
          late.result = request.result;
          late[name]?.(event);
        });
        pass('onupgradeneeded');
        pass('onsuccess');
        request.onerror = event => late.onerror?.(event);
      }, ${ms});
      return late;
    };
  }`;
}
