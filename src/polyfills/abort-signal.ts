/*
 * core-js has nothing for AbortSignal, and `abortcontroller-polyfill` does nothing where there is an AbortController,
 * as in every browser we support. This follows the DOM Standard, with one difference: a signal from `any` stays
 * referenced by its sources until one of them is aborted or collected.
 */

const abortError = (): DOMException => new DOMException('The operation was aborted.', 'AbortError');

function addMissing(owner: object, name: string, value: unknown): void {
  if (!(name in owner))
    Object.defineProperty(owner, name, {value, configurable: true, enumerable: true, writable: true});
}

/** Chromium before 98. A signal that the browser aborts by itself, such as that of a request, has an AbortError. */
function addReason(): void {
  if ('reason' in AbortSignal.prototype) return;
  const reasons = new WeakMap<AbortSignal, unknown>();
  const {prototype} = AbortController;
  const {abort} = prototype;
  prototype.abort = function (reason: unknown = abortError()) {
    if (!this.signal.aborted) reasons.set(this.signal, reason);
    abort.call(this);
  };
  Object.defineProperty(AbortSignal.prototype, 'reason', {
    configurable: true,
    enumerable: true,
    get(this: AbortSignal): unknown {
      if (this.aborted && !reasons.has(this)) reasons.set(this, abortError());
      return reasons.get(this);
    },
  });
}

/** Chromium before 100. */
function throwIfAborted(this: AbortSignal): void {
  if (this.aborted) throw this.reason;
}

/** Chromium before 93. */
function abort(reason?: unknown): AbortSignal {
  const controller = new AbortController();
  controller.abort(reason);
  return controller.signal;
}

/** Chromium before 103, WebKit before 16. */
function timeout(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('The operation timed out.', 'TimeoutError')), ms);
  return controller.signal;
}

/** Chromium before 116, WebKit before 17.4, Firefox before 124. */
function any(signals: Iterable<AbortSignal>): AbortSignal {
  const sources = [...signals];
  const controller = new AbortController();
  const follow = (): void => {
    const aborted = sources.find(source => source.aborted);
    if (!aborted) return;
    for (const source of sources) source.removeEventListener('abort', follow);
    controller.abort(aborted.reason);
  };
  for (const source of sources) source.addEventListener('abort', follow);
  follow();
  return controller.signal;
}

/** Adds the features of AbortSignal and AbortController that the browser lacks, and leaves the others unchanged. */
export function completeAbortSignal(): void {
  addReason();
  addMissing(AbortSignal.prototype, 'throwIfAborted', throwIfAborted);
  for (const [name, method] of Object.entries({abort, timeout, any})) addMissing(AbortSignal, name, method);
}
