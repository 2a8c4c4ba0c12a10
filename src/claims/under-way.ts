/** A request is sent twice at most, and waits 30 seconds for each answer; the rest is for a fresh token. */
export const UNDER_WAY_MS = 70_000;

/** Whether a page may still wait for the answer to what was sent at that time, both by the device's clock. */
export function isUnderWay({at}: {readonly at: number}, device: number): boolean {
  return Math.abs(device - at) < UNDER_WAY_MS;
}
