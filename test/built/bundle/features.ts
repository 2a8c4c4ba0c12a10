/** What the added features do, each beside what the standard asks for. */
export async function useFeatures() {
  const [first, second] = [new AbortController(), new AbortController()];
  const either = AbortSignal.any([first.signal, second.signal]);
  let events = 0;
  either.addEventListener('abort', () => events++);
  const before = either.aborted;
  second.abort('left');
  first.abort('late');
  const timedOut = AbortSignal.timeout(1);
  await new Promise(resolve => timedOut.addEventListener('abort', resolve));
  const byDefault = AbortSignal.abort();
  const {signal} = new Request('https://example.com', {signal: byDefault});
  let thrown: unknown;
  try {
    either.throwIfAborted();
  } catch (error) {
    thrown = error;
  }
  new AbortController().signal.throwIfAborted();
  return {
    any: [
      before,
      either.aborted,
      either.reason,
      events,
      AbortSignal.any([first.signal]).reason,
      AbortSignal.any([]).aborted,
    ],
    abort: [AbortSignal.abort('why').reason, (byDefault.reason as Error).name, (signal.reason as Error).name],
    timeout: (timedOut.reason as Error).name,
    thrown,
    none: new AbortController().signal.reason === undefined,
    hasOwn: [Object.hasOwn({a: 1}, 'a'), Object.hasOwn({a: 1}, 'toString')],
    at: [[1, 2].at(-1), [1, 2].at(0), [1, 2].at(2), [1].at(-2), 'abc'.at(-1), 'abc'.at(NaN), ''.at(0)],
    hidden: Object.keys(Array.prototype).length,
  };
}

export const AS_THE_STANDARD_SAYS = {
  any: [false, true, 'left', 1, 'late', false],
  abort: ['why', 'AbortError', 'AbortError'],
  timeout: 'TimeoutError',
  thrown: 'left',
  none: true,
  hasOwn: [true, false],
  at: [2, 1, undefined, undefined, 'c', 'a', undefined],
  hidden: 0,
};
