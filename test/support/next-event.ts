/** The next event of that type; rejects with its name if none arrives within `timeout` milliseconds. */
export function nextEvent<T extends Event = Event>(target: EventTarget, type: string, timeout = 5_000): Promise<T> {
  return new Promise((resolve, reject) => {
    const received = (event: Event): void => {
      clearTimeout(timer);
      resolve(event as T);
    };
    const timer = setTimeout(() => {
      target.removeEventListener(type, received);
      reject(new Error(`No "${type}" event within ${timeout} ms.`));
    }, timeout);
    target.addEventListener(type, received, {once: true});
  });
}
