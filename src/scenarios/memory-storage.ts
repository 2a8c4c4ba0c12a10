/** A host's storage that lasts as long as the scenario, so that the page's own receipts stay untouched. */
export function memoryStorage() {
  const kept = new Map<string, string>();
  return {
    get: (key: string): string | null => kept.get(key) ?? null,
    set: (key: string, value: string): void => void kept.set(key, value),
    remove: (key: string): void => void kept.delete(key),
  };
}
