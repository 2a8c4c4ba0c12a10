/**
 * Runs an external task, which may throw, reject or hang. Rejects at the limit, in milliseconds; from then on `wanted`
 * returns false.
 */
export async function withTimeout<T>(
  limitMs: number,
  task: (wanted: () => boolean) => T | Promise<T>,
  late?: Error,
): Promise<T> {
  let wanted = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late ?? new Error('The store did not answer.')), limitMs);
  });
  try {
    return await Promise.race([task(() => wanted), limit]);
  } finally {
    wanted = false;
    clearTimeout(timer);
  }
}
