type Maybe<T> = T | null | undefined | false | 0 | '';

/**
 * The first truthy value of `fact`, checked every 10 ms; rejects after `timeout` milliseconds with `awaited` and the
 * last error that `fact` threw, if any.
 */
export async function waitUntil<T>(
  fact: () => Maybe<T> | Promise<Maybe<T>>,
  awaited: string,
  timeout = 5_000,
): Promise<T> {
  const deadline = performance.now() + timeout;
  let lastError: unknown;
  do {
    try {
      const value = await fact();
      if (value) return value;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  } while (performance.now() < deadline);
  throw new Error(`Timed out after ${timeout} ms waiting for ${awaited}.`, {cause: lastError});
}
