/** Runs a task that may throw, reject or hang; rejects at the limit, from when on `wanted` is false. Milliseconds. */
export async function within<T>(limitMs: number, task: (wanted: () => boolean) => T | Promise<T>): Promise<T> {
  let wanted = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The store did not answer.')), limitMs);
  });
  try {
    return await Promise.race([task(() => wanted), late]);
  } finally {
    wanted = false;
    clearTimeout(timer);
  }
}
